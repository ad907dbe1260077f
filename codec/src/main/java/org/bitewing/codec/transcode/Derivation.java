package org.bitewing.codec.transcode;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Item;
import org.bitewing.data.Uids;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;

/** What a data set says of where it comes from (PS3.3 C.7.6.1.1, C.12.4), and of what it lost (C.7.6.1.1.5). */
final class Derivation {
    private static final int LONGEST_TEXT = 1024;

    private Derivation() {
    }

    /** A new SOP Instance UID, the old one as the source, and DERIVED as the first value of Image Type. */
    static void newInstance(DataSet from, DataSetBuilder to, boolean predecessor) {
        String instance = Uids.random();
        if (from.uid(Tag.SOPInstanceUID).isPresent() && from.uid(Tag.SOPClassUID).isPresent()) {
            List<DataSetBuilder> sources = new ArrayList<>();
            // As bytes, for what is stored may be no UID, and is the reference all the same.
            DataSetBuilder source = DataSet.builder()
                    .set(Tag.ReferencedSOPClassUID, from.bytes(Tag.SOPClassUID))
                    .set(Tag.ReferencedSOPInstanceUID, from.bytes(Tag.SOPInstanceUID));
            if (predecessor) {
                source.set(Tag.PurposeOfReferenceCodeSequence, code("121320", "Uncompressed predecessor"));
            }
            sources.add(source);
            to.set(Tag.SourceImageSequence, sources.toArray(DataSetBuilder[]::new));
        }
        to.set(Tag.SOPInstanceUID, instance);
        // The file meta information is made anew from the data set.
        to.remove(Tag.MediaStorageSOPInstanceUID);
        List<String> type = new ArrayList<>(from.texts(Tag.ImageType));
        if (type.isEmpty()) {
            type.addAll(List.of("DERIVED", "PRIMARY"));
        }
        type.set(0, "DERIVED");
        to.set(Tag.ImageType, type.toArray(String[]::new));
    }

    /** Lossy Image Compression and what goes with it, after what earlier compressions said. */
    static void lossy(DataSet from, DataSetBuilder to, String syntax, double ratio, String description) {
        to.set(Tag.LossyImageCompression, "01");
        List<String> ratios = new ArrayList<>(from.texts(Tag.LossyImageCompressionRatio));
        List<String> methods = new ArrayList<>(from.texts(Tag.LossyImageCompressionMethod));
        // The two go together value by value; where an earlier ratio has no method, nothing can be told apart.
        if (ratios.size() != methods.size()) {
            ratios.clear();
            methods.clear();
        }
        String rounded = ratio(ratio);
        ratios.add(rounded);
        methods.add(method(syntax));
        to.set(Tag.LossyImageCompressionRatio, ratios.toArray(String[]::new));
        to.set(Tag.LossyImageCompressionMethod, methods.toArray(String[]::new));
        describe(from, to, "Lossy compression with " + (description.isEmpty() ? name(syntax) : description)
                + ", compression ratio " + rounded);
        List<DataSetBuilder> codes = new ArrayList<>();
        boolean said = false;
        for (Item item : from.items(Tag.DerivationCodeSequence)) {
            codes.add(DataSet.builder().setAll(item));
            said |= item.text(Tag.CodeValue).orElse("").equals("113040");
        }
        if (!said) {
            codes.add(code("113040", "Lossy Compression"));
        }
        to.set(Tag.DerivationCodeSequence, codes.toArray(DataSetBuilder[]::new));
    }

    private static void describe(DataSet from, DataSetBuilder to, String text) {
        String before = from.text(Tag.DerivationDescription).orElse("");
        String all = before.isEmpty() ? text : text + "; " + before;
        to.set(Tag.DerivationDescription, all.length() > LONGEST_TEXT ? all.substring(0, LONGEST_TEXT) : all);
    }

    private static DataSetBuilder code(String value, String meaning) {
        return DataSet.builder().set(Tag.CodeValue, value).set(Tag.CodingSchemeDesignator, "DCM")
                .set(Tag.CodeMeaning, meaning);
    }

    private static String ratio(double ratio) {
        return String.format(Locale.ROOT, ratio < 10 ? "%.4f" : ratio < 1000 ? "%.3f" : "%.1f", ratio);
    }

    private static String name(String syntax) {
        return Dictionary.uid(syntax).map(found -> found.name()).orElse("the transfer syntax " + syntax);
    }

    /** PS3.3 C.7.6.1.1.5.1. */
    private static String method(String syntax) {
        return switch (syntax) {
            case UID.JPEGLSNearLossless, UID.JPEGLSLossless -> "ISO_14495_1";
            case UID.JPEG2000, UID.JPEG2000MC, UID.JPEG2000Lossless, UID.JPEG2000MCLossless -> "ISO_15444_1";
            case "1.2.840.10008.1.2.4.201", "1.2.840.10008.1.2.4.202", "1.2.840.10008.1.2.4.203" -> "ISO_15444_15";
            default -> "ISO_10918_1";
        };
    }

    /** Whether frames of a transfer syntax have lost something, for decoding them does not give it back. */
    static boolean isLossy(String syntax) {
        return switch (syntax) {
            case UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGExtended35,
                 UID.JPEGSpectralSelectionNonHierarchical68, UID.JPEGSpectralSelectionNonHierarchical79,
                 UID.JPEGFullProgressionNonHierarchical1012, UID.JPEGFullProgressionNonHierarchical1113,
                 UID.JPEGLSNearLossless -> true;
            default -> false;
        };
    }
}
