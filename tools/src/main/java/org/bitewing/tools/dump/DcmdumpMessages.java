package org.bitewing.tools.dump;

import java.util.List;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.Problem;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.dcmtk.DcmtkNames;

/** What is wrong with a file, in the words in which DCMTK says it where it has words for it. */
final class DcmdumpMessages {
    /** DCMTK reads values up to this size at once and notices their end in another place. */
    private static final int READ_AT_ONCE = 4096;

    private DcmdumpMessages() {
    }

    /** The problems of a file that could be read. */
    static void problems(DataSet set, Console console) {
        if (!console.shows(Level.WARN)) {
            return;
        }
        for (Problem problem : set.problems()) {
            say(problem, set, console);
        }
        notes(set, console);
    }

    /** The problems found before a file turned out to be unreadable. */
    static void problems(List<Problem> problems, Console console) {
        for (Problem problem : problems) {
            if (problem.kind().severity() == Problem.Severity.WARNING) {
                say(problem, null, console);
            }
        }
    }

    private static void say(Problem problem, DataSet set, Console console) {
        TagPath path = problem.location().path();
        int tag = path.isRoot() ? 0 : path.tag(path.size() - 1);
        String element = Tag.toString(tag);
        switch (problem.kind()) {
            case LENGTH_ODD -> console.log(Level.WARN, "DcmItem: Length of element " + element + " is odd");
            case LENGTH_MULTIPLE -> {
                VR vr = set == null ? VR.UN : set.element(path).map(Element::vr).orElse(VR.UN);
                console.log(Level.WARN, "DcmItem: Length of element " + element + " is not a multiple of "
                        + (vr == VR.AT ? 4 : vr.unit()) + " (VR=" + vr + ")");
            }
            case VR_INVALID, VR_UNKNOWN -> console.log(Level.WARN, "DcmItem: Non-standard VR"
                    + letters(set, path) + " encountered while parsing element " + element + ", assuming "
                    + (problem.kind() == Problem.Kind.VR_UNKNOWN ? "4" : "2") + " byte length field");
            case ORDER -> console.log(Level.WARN, "DcmItem: Dataset not in ascending tag order, at element " + element);
            case DUPLICATE -> console.log(Level.WARN, "DcmItem: Element " + element
                    + " found twice in one data set or item, ignoring second entry");
            case FILE_META_LENGTH -> {
                if (set != null && !set.contains(Tag.FileMetaInformationGroupLength)) {
                    console.log(Level.WARN, "DcmMetaInfo: No Group Length available in Meta Information Header");
                }
            }
            case TRUNCATED -> {
                if (tag != 0) {
                    console.log(Level.WARN, "DcmSequenceOfItems: Reached end of stream before the end of sequence "
                            + DcmtkNames.elementName(tag) + " " + element);
                }
            }
            case FILE_META_MISSING, DAMAGED, DELIMITER_STRAY, PIXEL_DATA -> {
                // DCMTK says nothing of it, or the dump itself or the failure does.
            }
            default -> console.log(Level.WARN, problem.message() + " (" + problem.location() + ")");
        }
    }

    private static String letters(DataSet set, TagPath path) {
        if (set == null || path.isRoot()) {
            return "";
        }
        int code = set.element(path).map(Element::vrCode).orElse(0);
        int first = code >> 8;
        int second = code & 0xff;
        return " '" + printable(first) + printable(second) + "' (" + hex(first) + "\\" + hex(second) + ")";
    }

    private static char printable(int letter) {
        return letter < ' ' || letter > '~' ? ' ' : (char) letter;
    }

    private static String hex(int b) {
        String digits = Integer.toHexString(b);
        return digits.length() < 2 ? "0" + digits : digits;
    }

    /** What DCMTK warns of although the standard allows it, or where it repairs a value. */
    private static void notes(Attributes attributes, Console console) {
        for (Element element : attributes.elements()) {
            int group = element.tag() >>> 16;
            if (group == 0xffff || (group & 1) == 1 && group < 8) {
                console.log(Level.WARN, "DcmItem: Invalid Element " + Tag.toString(element.tag())
                        + " found in data set");
            }
            if (element instanceof Sequence sequence) {
                if (sequence.vrCode() != VR.SQ.code()) {
                    console.log(Level.WARN, "Found element " + Tag.toString(sequence.tag()) + " with VR UN and undefined"
                            + " length, reading a sequence with transfer syntax LittleEndianImplicit (CP-246)");
                }
                for (Item item : sequence.items()) {
                    notes(item, console);
                }
            } else if (element instanceof Fragments && element.vr() == VR.OW) {
                console.log(Level.WARN, "DcmItem: Length of element " + Tag.toString(element.tag())
                        + " is not a multiple of 2 (VR=OW)");
            } else if (element instanceof Value value && value.vr() == VR.UI && hasSpace(value)) {
                console.log(Level.WARN, "DcmUniqueIdentifier: Element " + DcmtkNames.elementName(value.tag()) + " "
                        + Tag.toString(value.tag()) + " contains one or more space characters, which were removed");
            }
        }
    }

    private static boolean hasSpace(Value value) {
        for (int i = 0; i < value.size(); i++) {
            if (DumpValues.isSpace(value.at(i))) {
                return true;
            }
        }
        return false;
    }

    static void ignoredMetaLength(DataSet set, Console console) {
        if (set.contains(Tag.FileMetaInformationGroupLength)) {
            console.log(Level.WARN, "DcmMetaInfo: Ignoring Group Length of Meta Information Header");
        }
    }

    /** Where reading stopped, if it did so before the end. */
    static void stop(OptionalInt tag, boolean before, Console console) {
        if (tag.isPresent()) {
            console.log(Level.WARN, "DcmItem: Element " + DcmtkNames.elementName(tag.getAsInt()) + " "
                    + Tag.toString(tag.getAsInt()) + " encountered, skipping rest of "
                    + (before ? "dataset" : "data set"));
        }
    }

    /** Whether something is missing or wrong beyond a warning; says what. */
    static boolean damage(DataSet set, boolean nativePixels, String name, Console console) {
        for (Problem problem : set.problems()) {
            String reason = switch (problem.kind()) {
                case TRUNCATED -> problem.location().path().isRoot() ? "the deflated data set is not complete"
                        : "Sequence Delimitation Item missing";
                case PIXEL_DATA -> nativePixels ? ""
                        : "Pixel data in top level dataset in compressed Transfer Syntax uses explicit length";
                case DAMAGED -> problem.message() + " (" + problem.location() + ")";
                default -> "";
            };
            if (!reason.isEmpty()) {
                end(reason, name, console);
                return true;
            }
        }
        return false;
    }

    /** Why a file could not be read; the last line ends as DCMTK's does. */
    static void failure(DicomException e, String name, Console console) {
        TagPath path = e.location().path();
        int tag = path.isRoot() ? 0 : isFragment(path) ? Tag.Item : path.tag(path.size() - 1);
        switch (e.kind()) {
            case EMPTY -> end("End of stream", name, console);
            case LENGTH, END -> {
                boolean small = e.length() <= READ_AT_ONCE && e.there() >= 0;
                if (e.length() > 0 && !path.isRoot()) {
                    console.log(Level.ERROR, "DcmElement: " + DcmtkNames.elementName(tag) + " " + Tag.toString(tag)
                            + " larger (" + e.length() + ") than remaining bytes " + (small
                            ? "(" + e.there() + ") in file, premature end of stream" : "in file"));
                }
                end(small ? "Invalid stream" : "I/O suspension or premature end of stream", name, console);
            }
            default -> end(e.reason() + " (" + e.location() + ")", name, console);
        }
    }

    private static boolean isFragment(TagPath path) {
        return path.item(path.size() - 1) != TagPath.NO_ITEM;
    }

    private static void end(String reason, String name, Console console) {
        console.log(Level.ERROR, "dcmdump: " + reason + ": reading file: " + name);
    }
}
