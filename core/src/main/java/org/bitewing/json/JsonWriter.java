package org.bitewing.json;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.EncapsulatedValue;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.model.Base64Encoder;
import org.bitewing.model.TagDigits;
import org.bitewing.model.ValueTexts;

/**
 * Writes data sets as JSON (PS3.18 Annex F), in UTF-8, which Specific Character Set (0008,0005) then says. Values that
 * stayed in their file are streamed. Group lengths are left out (F.2.2), VRs of the future become UN, and padding and
 * spaces that do not count are not written. For one thread.
 *
 * <p>Where the standard leaves a choice: DS and IS are numbers with the digits that they have, and strings where they
 * are no numbers of JSON or, over 16 bytes, none of DICOM; SV and UV are strings beyond 2<sup>53</sup>; an empty value
 * among others is {@code null} (F.2.5), and an element without a value has only its VR.
 */
public final class JsonWriter {
    private static final int FILE_META = 0x0002;
    private static final List<String> UTF_8 = List.of("ISO_IR 192");

    private final JsonOutput out;
    private final JsonWriteOptions options;
    private final JsonValues values;
    private final Deque<Level> levels = new ArrayDeque<>();

    /** A data set or item that is being written. */
    private static final class Level {
        final Attributes attributes;
        final TagPath path;
        int next;
        Sequence sequence;
        int item;

        Level(Attributes attributes, TagPath path) {
            this.attributes = attributes;
            this.path = path;
        }
    }

    private JsonWriter(OutputStream target, JsonWriteOptions options) {
        this.out = new JsonOutput(target, options.isIndented());
        this.options = options;
        this.values = new JsonValues(out, options.nonFinite());
    }

    /**
     * Writes a data set as a JSON object.
     *
     * @param dataSet with or without file meta information
     * @param target  where it goes; stays open, and is not flushed
     * @param options how to write
     * @throws IOException    where a value cannot be read, or the target not written
     * @throws DicomException where the data set has what the options refuse
     */
    public static void write(DataSet dataSet, OutputStream target, JsonWriteOptions options) throws IOException {
        JsonWriter writer = new JsonWriter(target, options);
        writer.dataSet(dataSet);
        writer.out.end();
    }

    /**
     * Writes data sets as a JSON array of objects, as the answers of PS3.18 are.
     *
     * @param dataSets with or without file meta information
     * @param target   where they go; stays open, and is not flushed
     * @param options  how to write
     * @throws IOException    where a value cannot be read, or the target not written
     * @throws DicomException where a data set has what the options refuse
     */
    public static void writeAll(Iterable<DataSet> dataSets, OutputStream target, JsonWriteOptions options)
            throws IOException {
        JsonWriter writer = new JsonWriter(target, options);
        writer.out.open('[');
        for (DataSet dataSet : dataSets) {
            writer.dataSet(dataSet);
        }
        writer.out.close(']');
        writer.out.end();
    }

    private void dataSet(DataSet dataSet) throws IOException {
        out.open('{');
        levels.push(new Level(dataSet, TagPath.ROOT));
        while (!levels.isEmpty()) {
            Level level = levels.getFirst();
            if (level.sequence != null) {
                nextItem(level);
            } else if (level.next < level.attributes.size()) {
                Element element = level.attributes.get(level.next++);
                if (isWritten(element.tag())) {
                    element(element, level);
                }
            } else {
                out.close('}');
                levels.pop();
            }
        }
    }

    private boolean isWritten(int tag) {
        boolean meta = tag >>> 16 == FILE_META;
        return (tag & 0xffff) != 0 && (!meta || options.hasFileMeta());
    }

    private void nextItem(Level level) throws IOException {
        List<Item> items = level.sequence.items();
        if (level.item < items.size()) {
            Item item = items.get(level.item);
            out.open('{');
            levels.push(new Level(item, level.path.item(level.sequence.tag(), level.item)));
            level.item++;
            return;
        }
        out.close(']');
        out.close('}');
        level.sequence = null;
    }

    private void element(Element element, Level level) throws IOException {
        int tag = element.tag();
        VR vr = element instanceof Sequence ? VR.SQ : element.vr();
        out.name(TagDigits.of(tag));
        out.open('{');
        out.name("vr");
        out.string(tag == Tag.SpecificCharacterSet ? "CS" : vr.name());
        if (element instanceof Sequence sequence) {
            if (!sequence.items().isEmpty()) {
                out.name("Value");
                out.open('[');
                level.sequence = sequence;
                level.item = 0;
                return;
            }
        } else if (tag == Tag.SpecificCharacterSet) {
            values.text(UTF_8);
        } else if (element.length() != 0 && !isReferred(element, vr, level)) {
            inline(element, vr, level);
        }
        out.close('}');
    }

    /** The VRs that bulk data may have (PS3.18 F.2.2). */
    private static boolean mayBeBulk(VR vr) {
        return switch (vr) {
            case DS, FL, FD, IS, LT, OB, OD, OF, OL, OV, OW, SL, SS, ST, SV, UC, UL, UN, US, UT, UV -> true;
            default -> false;
        };
    }

    private boolean isReferred(Element element, VR vr, Level level) throws IOException {
        boolean large = element instanceof Fragments || mayBeBulk(vr) && element.length() > options.threshold();
        if (!large) {
            return false;
        }
        Optional<String> reference = options.references().reference(level.path.element(element.tag()), element);
        if (reference.isPresent()) {
            out.name("BulkDataURI");
            out.string(reference.get());
        }
        return reference.isPresent();
    }

    private void inline(Element element, VR vr, Level level) throws IOException {
        if (element instanceof Fragments fragments) {
            if (!options.hasInlineFragments()) {
                throw wrong(element, level, "JSON InlineBinary is not defined for encapsulated pixel data; refer to it"
                        + " as bulk data (PS3.18 F.2.6)");
            }
            binary(EncapsulatedValue.join(fragments));
        } else if (vr.kind() == VR.Kind.BINARY) {
            binary(element instanceof Value value ? BulkData.of(value.bytes()) : ((BulkValue) element).data());
        } else {
            try {
                values.write(vr, ValueTexts.of(vr, ValueTexts.bytes(element), level.attributes.characterSet()));
            } catch (ArithmeticException e) {
                throw wrong(element, level, e.getMessage());
            }
        }
    }

    private void binary(BulkData data) throws IOException {
        out.name("InlineBinary");
        out.startString();
        Base64Encoder.write(data, out.out());
        out.quote();
    }

    private static DicomException wrong(Element element, Level level, String reason) {
        Location location = new Location("data set", -1, level.path.element(element.tag()));
        return new DicomException(DicomException.Kind.VALUE, reason, location, -1, -1);
    }
}
