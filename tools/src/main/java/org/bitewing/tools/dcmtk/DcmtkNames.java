package org.bitewing.tools.dcmtk;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.PrivateElement;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/**
 * Names and VRs as DCMTK spells them. Most are those of PS3.6, {@code RETIRED_} before what is retired; the exceptions
 * are here. Thread-safe. Strings are joined by {@code concat}, and there is no lambda: the first {@code +} and
 * the first lambda of a Java machine cost a tool that starts several milliseconds.
 */
public final class DcmtkNames {
    /** The name of an element that the dictionary does not have. */
    public static final String UNKNOWN = "Unknown Tag & Data";
    /** The VR of an element that the dictionary does not have. */
    public static final String UNKNOWN_VR = "??";

    private static final String RETIRED = "RETIRED_";
    /** Nothing else has a name. */
    private static final String STANDARD_ROOT = "1.2.840.10008.";
    private static final int ITEM_GROUP = 0xfffe;

    private static final class Uids {
        static final byte[] LINES = DcmtkUidTable.LINES.getBytes(StandardCharsets.US_ASCII);
    }

    private DcmtkNames() {
    }

    /**
     * The name of an element. Private elements have none without their creator.
     *
     * @param tag the tag
     * @return its name; {@link #UNKNOWN} where DCMTK knows none
     */
    public static String elementName(int tag) {
        int element = tag & 0xffff;
        if ((tag & 0x10000) != 0) {
            boolean illegal = tag >>> 16 <= 7; // PS3.5 7.8: groups 0001 to 0007 are not for private elements
            if (element == 0) {
                return illegal ? "IllegalGroupLength" : "PrivateGroupLength";
            }
            if (element >= 0x10 && element <= 0xff) {
                return illegal ? "IllegalPrivateCreator" : "PrivateCreator";
            }
            return UNKNOWN;
        }
        String name = nameOfItsOwn(tag);
        if (name.isEmpty() && isStandard(tag)) {
            String keyword = Dictionary.keywordOf(tag);
            name = !keyword.isEmpty() && Dictionary.isRetired(tag) ? RETIRED.concat(keyword) : keyword;
        }
        if (!name.isEmpty()) {
            return name;
        }
        return element == 0 ? "GenericGroupLength" : UNKNOWN;
    }

    /**
     * The VR of an element in DCMTK's notation, which has more than the standard where that leaves a choice:
     * {@code xs} for US or SS, {@code ox} for OB or OW, {@code px} for pixel data, {@code lt} for lookup tables,
     * {@code up} for offsets of a DICOMDIR, {@code na} for items and delimiters.
     *
     * @param tag the tag
     * @return two characters; {@link #UNKNOWN_VR} where DCMTK knows no such element
     */
    public static String elementVr(int tag) {
        String vr = vrOfItsOwn(tag);
        if (!vr.isEmpty()) {
            return vr;
        }
        String name = elementName(tag);
        if (name.equals(UNKNOWN)) {
            return UNKNOWN_VR;
        }
        List<VR> vrs = Dictionary.vrsOf(tag);
        if (vrs.size() > 1) {
            boolean word = vrs.contains(VR.OW);
            return !word ? "xs" : vrs.contains(VR.OB) ? "ox" : "lt";
        }
        return tag >>> 16 == ITEM_GROUP ? "na" : Dictionary.vrOf(tag).name();
    }

    /**
     * The name of a private element, as DCMTK makes names from those of the manufacturers: the words joined, each with
     * a capital. DCMTK prints it only where its dictionary of private elements is loaded.
     *
     * @param creator the private creator
     * @param tag     the tag
     * @return the name, if one is known
     */
    public static Optional<String> privateElementName(String creator, int tag) {
        Optional<PrivateElement> element = Dictionary.privateElement(creator, tag);
        String name = element.isPresent() ? joined(element.get().name()) : "";
        return name.isEmpty() ? Optional.empty() : Optional.of(name);
    }

    /**
     * The name that is printed for a unique identifier.
     *
     * @param uid the identifier, without padding
     * @return the name, without the equals sign, if there is one
     */
    public static Optional<String> uidName(String uid) {
        if (!uid.startsWith(STANDARD_ROOT)) {
            return Optional.empty();
        }
        byte[] lines = Uids.LINES;
        byte[] start = uid.concat(" ").getBytes(StandardCharsets.ISO_8859_1);
        int low = 0;
        int high = lines.length;
        while (low < high) {
            int line = (low + high) >>> 1;
            while (line > low && lines[line - 1] != '\n') {
                line--;
            }
            int end = endOfLine(lines, line);
            int name = Math.min(end, line + start.length);
            int order = Arrays.compareUnsigned(lines, line, name, start, 0, start.length);
            if (order == 0) {
                return Optional.of(new String(lines, name, end - name, StandardCharsets.US_ASCII));
            }
            if (order > 0) {
                high = line;
            } else {
                low = end + 1;
            }
        }
        return Optional.empty();
    }

    /**
     * The unique identifier of a name.
     *
     * @param name the name as DCMTK spells it, without the equals sign
     * @return the identifier, if known
     */
    public static Optional<String> uidOf(String name) {
        String end = " ".concat(name).concat("\n");
        int space = name.indexOf('\n') < 0 ? DcmtkUidTable.LINES.indexOf(end) : -1;
        return space < 0 ? Optional.empty()
                : Optional.of(DcmtkUidTable.LINES.substring(DcmtkUidTable.LINES.lastIndexOf('\n', space) + 1, space));
    }

    /**
     * The tag of an option's value: {@code gggg,eeee}, leading zeros left off or not, or a keyword.
     *
     * @param name what was typed
     * @return the tag, if it is one
     */
    public static OptionalInt tagOf(String name) {
        int comma = name.indexOf(',');
        if (comma < 1 || comma > 4 || name.length() - comma < 2 || name.length() - comma > 5) {
            return Dictionary.tagOf(name);
        }
        int tag = 0;
        for (int i = 0; i < name.length(); i++) {
            int digit = Character.digit(name.charAt(i), 16);
            if (i == comma) {
                tag <<= 16;
            } else if (digit < 0) {
                return OptionalInt.empty();
            } else {
                int part = tag & 0xffff;
                tag = tag & 0xffff0000 | (part << 4 | digit) & 0xffff;
            }
        }
        return OptionalInt.of(tag);
    }

    private static int endOfLine(byte[] lines, int start) {
        int end = start;
        while (lines[end] != '\n') {
            end++;
        }
        return end;
    }

    private static String joined(String words) {
        StringBuilder text = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < words.length(); i++) {
            char c = words.charAt(i);
            boolean letterOrDigit = c >= '0' && c <= '9' || c >= 'A' && c <= 'Z' || c >= 'a' && c <= 'z';
            if (letterOrDigit) {
                text.append(start ? Character.toUpperCase(c) : c);
            }
            start = !letterOrDigit;
        }
        return text.toString();
    }

    /** Whether DCMTK has an element if PS3.6 has it. Of what repeats in element numbers it has the lowest alone. */
    private static boolean isStandard(int tag) {
        int element = tag & 0xffff;
        return switch (tag >>> 8) {
            case 0x002031 -> element % 2 == 0;
            case 0x002804 -> (element & 0xff) < 0x20;
            case 0x002808 -> (element & 0xff) < 0x10;
            default -> switch (tag >>> 16) {
                case 0x1000 -> (element & 0xfff0) == 0x10;
                case 0x1010 -> element == 4;
                default -> true;
            };
        };
    }

    /** Elements of DICONDE, and those on whose retirement DCMTK and PS3.6 do not agree. */
    private static String nameOfItsOwn(int tag) {
        return switch (tag) {
            case Tag.EthnicGroup -> "RETIRED_EthnicGroup";
            case Tag.DoseValue -> "DoseValue";
            case 0x00144101 -> "WaveDimensionsDefinitionSequence";
            case 0x00144102 -> "WaveDimensionNumber";
            case 0x00144103 -> "WaveDimensionDescription";
            case 0x00144104 -> "WaveDimensionUnit";
            case 0x00144105 -> "WaveDimensionValueType";
            case 0x00144106 -> "WaveDimensionValuesSequence";
            case 0x00144107 -> "ReferencedWaveDimension";
            case 0x00144108 -> "IntegerNumericValue";
            case 0x00144109 -> "ByteNumericValue";
            case 0x0014410a -> "ShortNumericValue";
            case 0x0014410b -> "SinglePrecisionFloatingPointNumericValue";
            case 0x0014410c -> "DoublePrecisionFloatingPointNumericValue";
            default -> "";
        };
    }

    private static String vrOfItsOwn(int tag) {
        return switch (tag) {
            case Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity,
                Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, Tag.OffsetOfTheNextDirectoryRecord,
                Tag.OffsetOfReferencedLowerLevelDirectoryEntity, Tag.MRDRDirectoryRecordOffset -> "up";
            case Tag.PixelData -> "px";
            case 0x00144101 -> "SQ";
            case 0x00144102 -> "US";
            case 0x00144103 -> "LO";
            case 0x00144104 -> "US";
            case 0x00144105 -> "CS";
            case 0x00144106 -> "SQ";
            case 0x00144107 -> "US";
            case 0x00144108 -> "SL";
            case 0x00144109 -> "OB";
            case 0x0014410a -> "OW";
            case 0x0014410b -> "OF";
            case 0x0014410c -> "OD";
            default -> "";
        };
    }
}
