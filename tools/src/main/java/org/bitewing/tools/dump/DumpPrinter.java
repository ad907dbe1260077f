package org.bitewing.tools.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.PrivateElement;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.dcmtk.DcmtkNames;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;

/** Prints data sets line by line. */
final class DumpPrinter {
    private final DumpOutput out;
    private final DumpOptions options;
    private final DumpValues values;
    private final DumpLine line;
    private final PixelFiles pixels;

    DumpPrinter(OutputStream target, DumpOptions options, PixelFiles pixels) {
        this.out = new DumpOutput(target);
        this.options = options;
        this.values = new DumpValues(out, options);
        this.line = options.tree() ? new TreeLine(out, options.color()) : new IndentedLine(out, options.color());
        this.pixels = pixels;
    }

    /** A whole file: the meta information, then the data set. */
    void file(DataSet set, Optional<TransferSyntax> metaSyntax, TransferSyntax syntax) throws IOException {
        line.header("Dicom-File-Format", "");
        line.header("Dicom-Meta-Information-Header",
                metaSyntax.isPresent() ? TransferSyntaxNames.of(metaSyntax.get()) : TransferSyntaxNames.UNKNOWN);
        for (Element element : set.elements()) {
            if (isFileMeta(element)) {
                element(set, element, 0, false);
            }
        }
        dataSet(set, syntax, false);
    }

    /** Everything as one data set, whatever it holds. */
    void bare(DataSet set, TransferSyntax syntax) throws IOException {
        dataSet(set, syntax, true);
    }

    private void dataSet(DataSet set, TransferSyntax syntax, boolean all) throws IOException {
        line.header("Dicom-Data-Set", TransferSyntaxNames.of(syntax));
        for (Element element : set.elements()) {
            if (all || !isFileMeta(element)) {
                element(set, element, 0, !syntax.explicit());
            }
        }
        out.flush();
    }

    private static boolean isFileMeta(Element element) {
        return element.tag() >>> 16 == 2;
    }

    void text(String text) throws IOException {
        out.text(text);
    }

    void flush() throws IOException {
        out.flush();
    }

    /** One element with all that is in it. */
    void element(Attributes in, Element element, int depth, boolean implicit) throws IOException {
        int tag = element.tag();
        String vr = vr(in, element, implicit);
        String name = name(in, tag);
        if (element instanceof Sequence sequence) {
            sequence(sequence, name, depth, implicit);
        } else if (element instanceof Fragments fragments) {
            fragments(fragments, name, depth);
        } else {
            line.start(depth, tag, vr, name, DumpLine.Kind.ELEMENT);
            if (pixels.isWanted(tag)) {
                line.value(false);
                out.text("=" + pixels.write(in.bulk(tag).orElseThrow()));
            } else {
                line.value(options.color() && values.isInformation(element, vr));
                values.print(element, vr);
            }
            line.end(values.lengthOf(element.length()), values.multiplicity(element, vr), name);
        }
    }

    private void sequence(Sequence sequence, String name, int depth, boolean implicit) throws IOException {
        boolean undefined = sequence.length() == Element.UNDEFINED_LENGTH;
        boolean implicitInside = implicit || sequence.vrCode() != VR.SQ.code();
        line.start(depth, sequence.tag(), "SQ", name, DumpLine.Kind.SEQUENCE);
        line.value(!options.tree());
        if (!options.tree()) {
            out.text("(Sequence with " + (undefined ? "undefined" : "explicit") + " length #="
                    + sequence.items().size() + ")");
        }
        line.end(sequence.length(), 1, name);
        for (Item item : sequence.items()) {
            item(item, sequence.tag() == Tag.DirectoryRecordSequence, depth + 1, implicitInside);
        }
        delimiter(depth, Tag.SequenceDelimitationItem, "SequenceDelimitationItem",
                undefined ? "(SequenceDelimitationItem)" : "(SequenceDelimitationItem for re-encod.)");
    }

    private void item(Item item, boolean record, int depth, boolean implicit) throws IOException {
        boolean undefined = item.length() == Element.UNDEFINED_LENGTH;
        line.start(depth, Tag.Item, "na", "Item", DumpLine.Kind.ITEM);
        line.value(record || !options.tree());
        if (record && options.tree()) {
            out.text("\"Directory Record\" (offset=$" + item.offset() + ")");
        } else if (record) {
            out.text("\"Directory Record\" " + DirectoryRecords.typeOf(item) + " #=" + item.elements().size());
        } else if (!options.tree()) {
            out.text("(Item with " + (undefined ? "undefined" : "explicit") + " length #=" + item.elements().size()
                    + ")");
        }
        line.end(item.length(), 1, "Item");
        if (record) {
            line.note(depth, " offset=$" + item.offset() + DirectoryRecords.fileOf(item));
        }
        for (Element element : item.elements()) {
            element(item, element, depth + 1, implicit);
        }
        String end = undefined ? "ItemDelimitationItem" : "ItemDelimitationItem for re-encoding";
        delimiter(depth, Tag.ItemDelimitationItem, "ItemDelimitationItem",
                record ? "\"" + end + "\"" : "(" + end + ")");
    }

    private void fragments(Fragments fragments, String name, int depth) throws IOException {
        // Whatever the file says: PS3.5 A.4 wants OB here.
        line.start(depth, fragments.tag(), "OB", name, DumpLine.Kind.ELEMENT);
        line.value(!options.tree());
        if (!options.tree()) {
            out.text("(PixelSequence #=" + fragments.all().size() + ")");
        }
        line.end(Element.UNDEFINED_LENGTH, 1, name);
        for (BulkData fragment : fragments.all()) {
            line.start(depth + 1, Tag.Item, "pi", "Item", DumpLine.Kind.ITEM);
            line.value(values.isNoValue(fragment.length()) && !pixels.isWanted(fragments.tag()));
            if (pixels.isWanted(fragments.tag())) {
                out.text("=" + pixels.write(fragment));
            } else {
                values.print(fragment);
            }
            line.end(values.lengthOf(fragment.length()), 1, "Item");
        }
        delimiter(depth, Tag.SequenceDelimitationItem, "SequenceDelimitationItem", "(SequenceDelimitationItem)");
    }

    private void delimiter(int depth, int tag, String name, String text) throws IOException {
        if (!options.tree()) {
            line.start(depth, tag, "na", name, DumpLine.Kind.ITEM);
            line.value(true);
            out.text(text);
            line.end(0, 0, name);
        }
    }

    private String vr(Attributes in, Element element, boolean implicit) {
        if (element instanceof Sequence) {
            return "SQ";
        }
        boolean byDictionary = options.dictionaryVRs()
                && !DcmtkNames.elementVr(element.tag()).equals(DcmtkNames.UNKNOWN_VR);
        if (!implicit && !byDictionary) {
            // Offsets of a DICOMDIR have a VR of their own in DCMTK, whatever the file says.
            return element.vr() == VR.UL && element.tag() >>> 16 == 4 ? DcmtkNames.elementVr(element.tag())
                    : VR.isKnown(element.vrCode()) ? element.vr().name() : DcmtkNames.UNKNOWN_VR;
        }
        int tag = element.tag();
        if (isPrivate(tag)) {
            Optional<PrivateElement> found = options.privateNames() ? privateElement(in, tag) : Optional.empty();
            return found.isEmpty() ? DcmtkNames.UNKNOWN_VR : found.get().vrs().get(0).name();
        }
        String vr = DcmtkNames.elementVr(tag);
        return switch (vr) {
            case "px" -> "OW";
            case "ox" -> isRepeating(tag, 0x60003000) ? "OW" : isRepeating(tag, 0x50003000) ? "OB" : vr;
            case "xs" -> implicit ? unsignedOrSigned(in, tag) : vr;
            default -> vr;
        };
    }

    private static boolean isRepeating(int tag, int first) {
        return (tag & 0xff00ffff) == first;
    }

    /** DCMTK decides some of what is US or SS, where Pixel Representation stands in the same data set or item. */
    private static String unsignedOrSigned(Attributes in, int tag) {
        boolean decided = switch (tag) {
            case Tag.SmallestImagePixelValue, Tag.LargestImagePixelValue, Tag.SmallestPixelValueInSeries,
                Tag.LargestPixelValueInSeries, Tag.PixelPaddingValue, Tag.PixelPaddingRangeLimit, Tag.LUTDescriptor,
                Tag.RealWorldValueLastValueMapped, Tag.RealWorldValueFirstValueMapped, Tag.HistogramFirstBinValue,
                Tag.HistogramLastBinValue -> true;
            default -> false;
        };
        OptionalInt representation = decided ? in.integer(Tag.PixelRepresentation) : OptionalInt.empty();
        return representation.isEmpty() ? "xs" : representation.getAsInt() == 1 ? "SS" : "US";
    }

    private String name(Attributes in, int tag) {
        if (isPrivate(tag)) {
            Optional<String> creator = options.privateNames() ? privateCreator(in, tag) : Optional.empty();
            return creator.isEmpty() ? DcmtkNames.UNKNOWN
                    : DcmtkNames.privateElementName(creator.get(), tag).orElse(DcmtkNames.UNKNOWN);
        }
        return DcmtkNames.elementName(tag);
    }

    /** A private element in a block that a creator may have reserved (PS3.5 7.8.1). */
    private static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0 && (tag & 0xffff) >= 0x1000;
    }

    private static Optional<String> privateCreator(Attributes in, int tag) {
        int creator = tag & 0xffff0000 | tag >>> 8 & 0xff;
        return in.element(creator).isPresent() ? in.text(creator) : Optional.empty();
    }

    private static Optional<PrivateElement> privateElement(Attributes in, int tag) {
        return privateCreator(in, tag).flatMap(creator -> Dictionary.privateElement(creator, tag));
    }
}
