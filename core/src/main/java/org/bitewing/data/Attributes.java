package org.bitewing.data;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/**
 * What can be asked of a {@link DataSet} and of an {@link Item} of its sequences. Absent and empty elements both give
 * an empty answer; {@link #contains} tells them apart. An element stored as UN (PS3.5 6.2.2) is read as the dictionary
 * says. A value that is not what is asked for, such as letters in an Integer String, is a {@link DicomException} with
 * its tag; it never holds the value. A value that stayed in its file is read when it is asked for, and trouble with
 * the file is an {@link java.io.UncheckedIOException}.
 */
public sealed interface Attributes permits DataSet, Item {

    /**
     * The elements in ascending order of their tags.
     *
     * @return an unmodifiable list
     */
    List<Element> elements();

    /**
     * The number of elements.
     *
     * @return 0 or more
     */
    int size();

    /**
     * An element by its place. Of what was read from a file, the element may be made anew at each call, equal to what
     * it was before.
     *
     * @param index from 0 in ascending order of tags
     * @return the element
     * @throws IndexOutOfBoundsException where there are fewer
     */
    Element get(int index);

    /**
     * An element by its tag.
     *
     * @param tag such as {@link Tag#PatientName}
     * @return the element, if it is there
     */
    Optional<Element> element(int tag);

    /**
     * What text is encoded in: Specific Character Set (0008,0005) of this data set, or of what it is an item of
     * (PS3.3 C.12.1.1.2).
     *
     * @return the character set
     */
    SpecificCharacterSet characterSet();

    /**
     * An element at the end of a path.
     *
     * @param path without {@code [*]}
     * @return the element, if the whole way is there
     */
    default Optional<Element> element(TagPath path) {
        int last = path.size() - 1;
        if (last < 0 || path.item(last) != TagPath.NO_ITEM) {
            throw new IllegalArgumentException("\"" + path + "\" does not end at an element");
        }
        return owner(path).flatMap(owner -> owner.element(path.tag(last)));
    }

    /**
     * An element by keyword or path.
     *
     * @param path for instance {@code PatientName} or {@code (0040,0275)[0].(0040,0007)}; see {@link TagPath#parse}
     * @return the element, if it is there
     */
    default Optional<Element> element(String path) {
        return element(TagPath.parse(path));
    }

    /**
     * The data set or item that holds the last element of a path, so that any getter can be used at the end of a way.
     *
     * @param path without {@code [*]}
     * @return this one for a path of one step
     */
    default Optional<Attributes> owner(TagPath path) {
        Attributes owner = this;
        for (int step = 0; step < path.size() && path.item(step) != TagPath.NO_ITEM; step++) {
            List<Item> items = owner.items(path.tag(step));
            int item = path.item(step);
            if (item == TagPath.EVERY_ITEM) {
                throw new IllegalArgumentException("\"" + path + "\" names more than one item");
            }
            if (item >= items.size()) {
                return Optional.empty();
            }
            owner = items.get(item);
        }
        return Optional.of(owner);
    }

    /**
     * Whether an element is there, empty or not.
     *
     * @param tag its tag
     * @return true where it is
     */
    default boolean contains(int tag) {
        return element(tag).isPresent();
    }

    // ---- text ----------------------------------------------------------------------------------------------------

    /**
     * The value as text: decoded, without the spaces that do not count (PS3.5 6.2). Several values are joined by
     * backslashes; numbers are written in decimal, tags as {@code (gggg,eeee)}.
     *
     * @param tag of an element that is no sequence and not of bytes (OB, OW and the like)
     * @return the text; empty where there is none
     */
    default Optional<String> text(int tag) {
        List<String> texts = texts(tag);
        return switch (texts.size()) {
            case 0 -> Optional.empty();
            case 1 -> texts.get(0).isEmpty() ? Optional.empty() : Optional.of(texts.get(0));
            default -> Optional.of(String.join("\\", texts));
        };
    }

    /**
     * The value at the end of a path as text.
     *
     * @param path see {@link #element(TagPath)}
     * @return the text; empty where there is none
     */
    default Optional<String> text(TagPath path) {
        return element(path).flatMap(found -> owner(path).orElseThrow().text(found.tag()));
    }

    /**
     * The values as text; see {@link #text(int)}.
     *
     * @param tag of an element that is no sequence and not of bytes
     * @return one string for each value; empty where there is none
     */
    default List<String> texts(int tag) {
        return Texts.of(this, tag);
    }

    /**
     * A unique identifier (PS3.5 9).
     *
     * @param tag of a UI element
     * @return the first value; empty where there is none
     */
    default Optional<String> uid(int tag) {
        List<String> uids = texts(tag);
        return uids.isEmpty() || uids.get(0).isEmpty() ? Optional.empty() : Optional.of(uids.get(0));
    }

    /**
     * A person's name (PS3.5 6.2.1).
     *
     * @param tag of a PN element
     * @return the first value; empty where there is none
     */
    default Optional<PersonName> personName(int tag) {
        return personNames(tag).stream().findFirst();
    }

    /**
     * Persons' names.
     *
     * @param tag of a PN element
     * @return one for each value
     */
    default List<PersonName> personNames(int tag) {
        return texts(tag).stream().filter(text -> !text.isEmpty()).map(PersonName::parse).toList();
    }

    // ---- numbers -------------------------------------------------------------------------------------------------

    /**
     * An integer of a binary VR, IS, or DS without a fraction.
     *
     * @param tag of the element
     * @return the first value; empty where there is none
     */
    default OptionalInt integer(int tag) {
        int[] values = ints(tag);
        return values.length == 0 ? OptionalInt.empty() : OptionalInt.of(values[0]);
    }

    /**
     * Integers.
     *
     * @param tag of an element of SS, US, SL, UL, SV, UV, OW, OL, OV, IS, or DS without a fraction
     * @return the values; a value beyond 32 bits with sign is an error
     */
    default int[] ints(int tag) {
        return Numbers.ints(this, tag);
    }

    /**
     * Integers of up to 64 bits.
     *
     * @param tag as for {@link #ints}
     * @return the values; UV and OV beyond 63 bits are an error: see {@link #decimals}
     */
    default long[] longs(int tag) {
        return Numbers.longs(this, tag);
    }

    /**
     * A number of any VR that has numbers.
     *
     * @param tag of the element
     * @return the first value; empty where there is none
     */
    default OptionalDouble number(int tag) {
        double[] values = doubles(tag);
        return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
    }

    /**
     * Numbers of any VR that has numbers: FL, FD, OF, OD, DS, IS and the integers.
     *
     * @param tag of the element
     * @return the values; those of DS as the nearest double
     */
    default double[] doubles(int tag) {
        return Numbers.doubles(this, tag);
    }

    /**
     * Numbers exactly as they are stored: DS keeps its digits and scale.
     *
     * @param tag of an element as for {@link #doubles}, without infinities
     * @return the values
     */
    default List<BigDecimal> decimals(int tag) {
        return Numbers.decimals(this, tag);
    }

    /**
     * Tags that are values (VR AT).
     *
     * @param tag of the element
     * @return the values
     */
    default int[] tags(int tag) {
        return Numbers.tags(this, tag);
    }

    // ---- time ----------------------------------------------------------------------------------------------------

    /**
     * A date (VR DA).
     *
     * @param tag of the element
     * @return the first value; empty where there is none
     */
    default Optional<LocalDate> date(int tag) {
        return Times.first(this, tag, DicomTimes::date);
    }

    /**
     * A time of day (VR TM), as precise as it is stored.
     *
     * @param tag of the element
     * @return the first value; empty where there is none
     */
    default Optional<DicomTime> time(int tag) {
        return Times.first(this, tag, DicomTime::parse);
    }

    /**
     * A date with time (VR DT), as precise as it is stored.
     *
     * @param tag of the element
     * @return the first value; empty where there is none
     */
    default Optional<DicomDateTime> dateTime(int tag) {
        return Times.first(this, tag, DicomDateTime::parse);
    }

    /**
     * A point in time: a DT with its own offset from UTC, or that of Timezone Offset From UTC (0008,0201) of this data
     * set.
     *
     * @param tag of a DT element
     * @return its earliest moment, where the precision leaves a span; empty where there is no value or no offset
     */
    default Optional<Instant> instant(int tag) {
        return Times.instant(this, tag);
    }

    // ---- bytes and items -----------------------------------------------------------------------------------------

    /**
     * The value as bytes in little endian, whatever the VR.
     *
     * @param tag of an element that is no sequence and not encapsulated
     * @return a new array; empty where there is none
     */
    default byte[] bytes(int tag) {
        return element(tag).map(found -> Bytes.of(found)).orElse(new byte[0]);
    }

    /**
     * The value to be read in pieces, in little endian, whatever its size.
     *
     * @param tag of an element that is no sequence and not encapsulated
     * @return the data, if the element is there
     */
    default Optional<BulkData> bulk(int tag) {
        return element(tag).map(Bytes::bulk);
    }

    /**
     * The items of a sequence.
     *
     * @param tag of the sequence
     * @return the items in order; empty where there is none
     */
    default List<Item> items(int tag) {
        return element(tag).map(found -> {
            if (found instanceof Sequence sequence) {
                return sequence.items();
            }
            if (found.length() == 0) {
                return List.<Item>of();
            }
            throw Texts.wrong(tag, "has VR " + found.vr() + " and no items");
        }).orElse(List.of());
    }

    // ---- private elements ----------------------------------------------------------------------------------------

    /**
     * The tag of a private element here: its block is wherever its creator is named (PS3.5 7.8.1).
     *
     * @param creator such as {@code SIEMENS CSA HEADER}
     * @param tag     the group, and the low byte of the element number; {@code 0x00290010} for {@code (0029,xx10)}
     * @return the tag with the block in place, if the creator is there; the element need not be
     */
    default OptionalInt privateTag(String creator, int tag) {
        if ((tag & 0x10000) == 0) {
            return OptionalInt.empty();
        }
        int group = tag & 0xffff0000;
        for (int i = firstAtOrBehind(group | 0x10); i < size() && (get(i).tag() & 0xffffff00) == group; i++) {
            int creatorTag = get(i).tag();
            if (creator.equals(text(creatorTag).orElse(""))) {
                return OptionalInt.of(group | (creatorTag & 0xff) << 8 | tag & 0xff);
            }
        }
        return OptionalInt.empty();
    }

    /** The index of the first element whose tag is no less; as the elements are in order, few are looked at. */
    private int firstAtOrBehind(int tag) {
        int low = 0;
        int high = size();
        while (low < high) {
            int middle = low + high >>> 1;
            if (Integer.compareUnsigned(get(middle).tag(), tag) < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /**
     * A private element by its creator.
     *
     * @param creator such as {@code SIEMENS CSA HEADER}
     * @param tag     see {@link #privateTag}
     * @return the element, if it is there
     */
    default Optional<Element> privateElement(String creator, int tag) {
        OptionalInt found = privateTag(creator, tag);
        return found.isEmpty() ? Optional.empty() : element(found.getAsInt());
    }

    /**
     * What an element's value is: its VR, or for UN that of the dictionary (PS3.5 6.2.2), where it is no sequence.
     *
     * @param element one of these attributes
     * @return the VR by which its value is read
     */
    default VR meaning(Element element) {
        return Texts.meaning(this, element);
    }
}
