package org.bitewing.dict;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The data dictionary: the elements of PS3.6 and PS3.7, the unique identifiers of PS3.6 Annex A, and the private
 * elements that are publicly known. Thread-safe; each table is loaded when it is first asked, and
 * {@link #keywordOf}, {@link #tagOf} and {@link #vrOf} do with a small one that costs a fresh Java machine next to
 * nothing.
 */
public final class Dictionary {
    /** The edition of the standard that the tables are from. */
    public static final String EDITION = ElementTable.EDITION;

    /** How the sources of the private table write the block of an element: most with xx, some as they saw it. */
    private static final String[] BLOCKS = {"xx", "00", "10"};

    private static final class Elements {
        static final DictionaryTable TABLE = DictionaryTable.load("elements.tsv");
    }

    private static final class PrivateElements {
        static final DictionaryTable TABLE = DictionaryTable.load("private.tsv");
    }

    private static final class Uids {
        static final DictionaryTable TABLE = DictionaryTable.load("uids.tsv");
    }

    private static final class UidKeywords {
        static final Map<String, String> UIDS = new HashMap<>();

        static {
            for (String[] row : Uids.TABLE.rows()) {
                UIDS.put(row[2], row[0]);
            }
            UIDS.remove(""); // two retired ones have no keyword
        }
    }

    private Dictionary() {
    }

    /**
     * What the standard says of an element. The elements of repeating groups (PS3.5 7.6) are found in each of their
     * even groups. Group lengths other than those of the groups 0000 and 0002, private creators and private elements
     * have no definition.
     *
     * @param tag the tag
     * @return its definition, if the standard has one
     */
    public static Optional<ElementDefinition> element(int tag) {
        int position = ElementLines.find(tag);
        if (position == ElementLines.NONE) {
            return Optional.empty();
        }
        int first = ElementLines.tag(position);
        String[] row = Elements.TABLE.row(hexadecimal(first));
        if (row.length == 0) {
            row = Elements.TABLE.row(pattern(first));
        }
        return Optional.of(new ElementDefinition(tag, ElementLines.vrs(position), row[1], row[2], row[3],
                row[4].equals("RET")));
    }

    /**
     * The tag of a keyword.
     *
     * @param keyword as in PS3.6, in its case
     * @return the tag, if known; of a repeating element the first, as the constant in {@link Tag}
     */
    public static OptionalInt tagOf(String keyword) {
        int position = keyword.isEmpty() ? ElementLines.NONE : ElementLines.find(keyword);
        return position == ElementLines.NONE ? OptionalInt.empty() : OptionalInt.of(ElementLines.tag(position));
    }

    /**
     * The keyword of an element.
     *
     * @param tag the tag
     * @return the keyword as in PS3.6; empty where the standard does not know the element
     */
    public static String keywordOf(int tag) {
        int position = ElementLines.find(tag);
        return position == ElementLines.NONE ? "" : ElementLines.keyword(position);
    }

    /**
     * Whether the standard has retired an element.
     *
     * @param tag the tag
     * @return true where it is known and retired
     */
    public static boolean isRetired(int tag) {
        int position = ElementLines.find(tag);
        return position != ElementLines.NONE && ElementLines.isRetired(position);
    }

    /**
     * The VRs of an element, as in {@link ElementDefinition#vrs} without the cost of a definition.
     *
     * @param tag the tag
     * @return its VRs in the order of the standard; none for items and delimiters, and where the standard does not
     *         know the element
     */
    public static List<VR> vrsOf(int tag) {
        int position = ElementLines.find(tag);
        return position == ElementLines.NONE ? List.of() : ElementLines.vrs(position);
    }

    /**
     * The VR that an element has where the data does not say: in implicit VR (PS3.5 A.1). Of alternatives it is OW if
     * that is one of them, as PS3.5 A.1 has it for pixels, overlays and lookup tables; otherwise the first, so US
     * where {@link #dependsOnPixelRepresentation} may make it SS. Group lengths are UL, private creators LO
     * (PS3.5 7.8.1). Takes some nanoseconds and allocates nothing once an element near it was asked for.
     *
     * @param tag the tag
     * @return its VR; UN for private elements, for what the standard does not know, and for items and delimiters
     */
    public static VR vrOf(int tag) {
        int element = tag & 0xffff;
        if ((tag & 0x10000) != 0) {
            return element == 0 ? VR.UL : element >= 0x10 && element <= 0xff ? VR.LO : VR.UN;
        }
        VR other = element == 0 ? VR.UL : VR.UN;
        VR vr = ElementVRs.of(tag, other);
        return vr == other ? ElementVRs.of(ElementLines.firstOfRepeating(tag), other) : vr;
    }

    /**
     * Whether an element is US or SS as Pixel Representation (0028,0103) says, or else another element of its module
     * (PS3.3 C.7.6.3.1.1 and others).
     *
     * @param tag the tag
     * @return true for {@code US or SS}, for which {@link #vrOf} is US
     */
    public static boolean dependsOnPixelRepresentation(int tag) {
        return ElementVRs.isUnsignedOrSigned(tag);
    }

    /**
     * What the standard says of a unique identifier.
     *
     * @param uid the identifier, without padding
     * @return its definition, if PS3.6 Annex A has one
     */
    public static Optional<UidDefinition> uid(String uid) {
        String[] row = Uids.TABLE.row(uid);
        // A tab in what was asked would make it the first columns of a line.
        return row.length == 0 || uid.indexOf('\t') >= 0 ? Optional.empty()
                : Optional.of(new UidDefinition(uid, row[0], row[1], row[2], row[3].equals("RET")));
    }

    /**
     * The unique identifier of a keyword.
     *
     * @param keyword as in PS3.6 Annex A, in its case
     * @return the identifier, if known
     */
    public static Optional<String> uidOf(String keyword) {
        return Optional.ofNullable(UidKeywords.UIDS.get(keyword));
    }

    /**
     * What is publicly known of a private element. The block that the creator reserved in this data set
     * (PS3.5 7.8.1) does not matter: {@code (0029,1010)} and {@code (0029,2010)} are the same element. The tag of the
     * creator itself, {@code (0029,0010)} to {@code (0029,00ff)}, is known for some creators.
     *
     * @param creator the value of the private creator, without padding
     * @param tag     the tag
     * @return what is known, if anything
     */
    public static Optional<PrivateElement> privateElement(String creator, int tag) {
        String digits = hexadecimal(tag);
        String group = digits.substring(0, 4);
        String number = digits.substring(6);
        int element = tag & 0xffff;
        String[] row = privateRow(creator, digits, "");
        if (row.length == 0 && element >= 0x10 && element <= 0xff) {
            row = privateRow(creator, group, "10xx");
        } else {
            for (int block = 0; row.length == 0 && block < BLOCKS.length; block++) {
                row = privateRow(creator, group, BLOCKS[block].concat(number));
            }
            if (row.length == 0) {
                row = privateRow(creator, digits.substring(0, 2), "xxxx".concat(number));
            }
        }
        return row.length == 0 ? Optional.empty()
                : Optional.of(new PrivateElement(creator, tag, privateVrs(row[0]), row[1], row[2]));
    }

    private static String[] privateRow(String creator, String start, String end) {
        return PrivateElements.TABLE.row(creator.concat("\t").concat(start).concat(end));
    }

    /** The VRs of a column of the private table: one, or two joined by an underscore or {@code " or "}. */
    private static List<VR> privateVrs(String column) {
        VR first = VR.of(column.charAt(0) << 8 | column.charAt(1));
        int length = column.length();
        return length == 2 ? List.of(first)
                : List.of(first, VR.of(column.charAt(length - 2) << 8 | column.charAt(length - 1)));
    }

    /** How the table writes the tag of a repeating element: {@code 60xx3000}. */
    private static String pattern(int tag) {
        char[] digits = hexadecimal(tag).toCharArray();
        int repeating = ElementLines.repeatingDigits(tag);
        for (int i = 0; i < digits.length; i++) {
            if ((repeating >>> 28 - 4 * i & 15) != 0) {
                digits[i] = 'x';
            }
        }
        return new String(digits);
    }

    private static String hexadecimal(int tag) {
        char[] digits = new char[8];
        for (int i = 0; i < digits.length; i++) {
            digits[i] = "0123456789ABCDEF".charAt(tag >>> 28 - 4 * i & 15);
        }
        return new String(digits);
    }
}
