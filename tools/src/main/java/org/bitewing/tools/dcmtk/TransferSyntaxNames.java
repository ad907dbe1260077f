package org.bitewing.tools.dcmtk;

import org.bitewing.io.TransferSyntax;

/** The names that DCMTK's headers and messages give to transfer syntaxes. */
public final class TransferSyntaxNames {
    /** What stands for that of a file without meta information. */
    public static final String UNKNOWN = "Unknown Transfer Syntax";
    /** That of file meta information (PS3.10 7.1). */
    public static final String FILE_META = "Little Endian Explicit";

    private TransferSyntaxNames() {
    }

    /**
     * The name of a transfer syntax.
     *
     * @param syntax any
     * @return its name; of one that DCMTK does not know, how it is encoded
     */
    public static String of(TransferSyntax syntax) {
        return switch (syntax.uid()) {
            case "1.2.840.10008.1.2.1.99" -> "Deflated Explicit VR Little Endian";
            case "1.2.840.10008.1.2.4.50" -> "JPEG Baseline";
            case "1.2.840.10008.1.2.4.51" -> "JPEG Extended, Process 2+4";
            case "1.2.840.10008.1.2.4.52" -> "JPEG Extended, Process 3+5";
            case "1.2.840.10008.1.2.4.53" -> "JPEG Spectral Selection, Non-hierarchical, Process 6+8";
            case "1.2.840.10008.1.2.4.54" -> "JPEG Spectral Selection, Non-hierarchical, Process 7+9";
            case "1.2.840.10008.1.2.4.55" -> "JPEG Full Progression, Non-hierarchical, Process 10+12";
            case "1.2.840.10008.1.2.4.56" -> "JPEG Full Progression, Non-hierarchical, Process 11+13";
            case "1.2.840.10008.1.2.4.57" -> "JPEG Lossless, Non-hierarchical, Process 14";
            case "1.2.840.10008.1.2.4.58" -> "JPEG Lossless, Non-hierarchical, Process 15";
            case "1.2.840.10008.1.2.4.59" -> "JPEG Extended, Hierarchical, Process 16+18";
            case "1.2.840.10008.1.2.4.60" -> "JPEG Extended, Hierarchical, Process 17+19";
            case "1.2.840.10008.1.2.4.61" -> "JPEG Spectral Selection, Hierarchical, Process 20+22";
            case "1.2.840.10008.1.2.4.62" -> "JPEG Spectral Selection, Hierarchical, Process 21+23";
            case "1.2.840.10008.1.2.4.63" -> "JPEG Full Progression, Hierarchical, Process 24+26";
            case "1.2.840.10008.1.2.4.64" -> "JPEG Full Progression, Hierarchical, Process 25+27";
            case "1.2.840.10008.1.2.4.65" -> "JPEG Lossless, Hierarchical, Process 28";
            case "1.2.840.10008.1.2.4.66" -> "JPEG Lossless, Hierarchical, Process 29";
            case "1.2.840.10008.1.2.4.70" -> "JPEG Lossless, Non-hierarchical, 1st Order Prediction";
            case "1.2.840.10008.1.2.4.80" -> "JPEG-LS Lossless";
            case "1.2.840.10008.1.2.4.81" -> "JPEG-LS Lossy (Near-lossless)";
            case "1.2.840.10008.1.2.4.90" -> "JPEG 2000 (Lossless only)";
            case "1.2.840.10008.1.2.4.91" -> "JPEG 2000 (Lossless or Lossy)";
            case "1.2.840.10008.1.2.4.92" -> "JPEG 2000 Part 2 Multicomponent Image Compression (Lossless only)";
            case "1.2.840.10008.1.2.4.93" -> "JPEG 2000 Part 2 Multicomponent Image Compression (Lossless or Lossy)";
            case "1.2.840.10008.1.2.4.94" -> "JPIP Referenced";
            case "1.2.840.10008.1.2.4.95" -> "JPIP Referenced Deflate";
            case "1.2.840.10008.1.2.4.100" -> "MPEG2 Main Profile @ Main Level";
            case "1.2.840.10008.1.2.4.101" -> "MPEG2 Main Profile @ High Level";
            case "1.2.840.10008.1.2.4.102" -> "MPEG-4 AVC/H.264 High Profile / Level 4.1";
            case "1.2.840.10008.1.2.4.103" -> "MPEG-4 AVC/H.264 BD-compatible High Profile / Level 4.1";
            case "1.2.840.10008.1.2.4.104" -> "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 2D Video";
            case "1.2.840.10008.1.2.4.105" -> "MPEG-4 AVC/H.264 High Profile / Level 4.2 For 3D Video";
            case "1.2.840.10008.1.2.4.106" -> "MPEG-4 AVC/H.264 Stereo High Profile / Level 4.2";
            case "1.2.840.10008.1.2.4.107" -> "HEVC/H.265 Main Profile / Level 5.1";
            case "1.2.840.10008.1.2.4.108" -> "HEVC/H.265 Main 10 Profile / Level 5.1";
            case "1.2.840.10008.1.2.5" -> "RLE Lossless";
            case "1.2.840.113619.5.2" -> "Private GE Little Endian Implicit with big endian pixel data";
            default -> detected(syntax);
        };
    }

    private static String detected(TransferSyntax syntax) {
        return (syntax.bigEndian() ? "Big Endian " : "Little Endian ") + (syntax.explicit() ? "Explicit" : "Implicit");
    }
}
