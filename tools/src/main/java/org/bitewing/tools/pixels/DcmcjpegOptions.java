package org.bitewing.tools.pixels;

import java.util.List;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;

/** The options of {@code dcmcjpeg}: those of DCMTK's, and which of them go together. */
final class DcmcjpegOptions {
    private static final String COMPATIBILITY = """
              compatibility (ignored by +tl):
                +Ma   --accept-acr-nema      accept ACR-NEMA images without photometric
                                             interpretation (always on)
                +Mp   --accept-palettes      accept incorrect palette attribute tags
                                             (0028,111x) and (0028,121x) (always on)
            """;
    private static final String ENCODING = """
            JPEG encoding options:
              JPEG process:
                +e1   --encode-lossless-sv1  encode lossless sv1 (default)
                +el   --encode-lossless      encode lossless
                +eb   --encode-baseline      encode baseline
                +ee   --encode-extended      encode extended sequential
                +es   --encode-spectral      encode spectral selection
                +ep   --encode-progressive   encode progressive
              lossless JPEG codec selection:
                +tl   --true-lossless        true lossless codec (default)
                +pl   --pseudo-lossless      encode what is shown: unsigned numbers, windows,
                                             colors as RGB (counts as lossy)
              lossless JPEG representation:
                +sv   --selection-value      [sv]: integer (1..7, default: 6)
                                             use selection value sv
                                             only with --encode-lossless
                +pt   --point-transform      [pt]: integer (0..15, default: 0)
                                             use point transform pt
              lossy JPEG representation:
                +q    --quality              [q]: integer (0..100, default: 90)
                                             use quality factor q
                +sm   --smooth               [s]: integer (0..100, default: 0)
                                             use smoothing factor s
              other JPEG options:
                +ho   --huffman-optimize     optimize huffman tables (default)
                -ho   --huffman-standard     use standard huffman tables if 8 bits/sample
              compressed bits per sample (always +ba with +tl):
                +ba   --bits-auto            choose bits/sample automatically (default)
                +be   --bits-force-8         force 8 bits/sample
                +bt   --bits-force-12        force 12 bits/sample (not with baseline)
                +bs   --bits-force-16        force 16 bits/sample (lossless only)
              compression color space conversion (overridden by +tl):
                +cy   --color-ybr            use YCbCr for color images if lossy (default)
                +cr   --color-rgb            use RGB for color images if lossy
                +cm   --monochrome           convert color images to monochrome
              YCbCr component subsampling (lossy JPEG only):
                +s2   --sample-422           4:2:2 subsampling with YBR_FULL_422 (default)
              non-standard YCbCr component subsampling (lossy JPEG only):
                +s4   --nonstd-444           4:4:4 sampling with YBR_FULL
                +n2   --nonstd-422-full      4:2:2 subsampling with YBR_FULL
                +n1   --nonstd-411-full      4:1:1 subsampling with YBR_FULL
                +np   --nonstd-411           4:1:1 subsampling with YBR_FULL_422
            decompression options, if the input is compressed:
            """;
    private static final String GRAYS = """
              VOI windowing for monochrome images (not with +tl):
            """ + WindowOptions.HELP + """
              pixel scaling for monochrome images (-W; ignored by +tl):
                +sp   --scaling-pixel        scale using min/max pixel value (default)
                +sr   --scaling-range        scale using min/max range
              rescale slope/intercept encoding for monochrome (-W; ignored by +tl):
                +rm   --rescale-map          use modality rescale to scale pixel range, so
                                             that every pixel keeps its value (default)
                                             Never used for XA/RF/XA Biplane images
                +ri   --rescale-identity     encode identity modality rescale
                                             Never used for CT images
            """;

    private static final String EXAMPLES = """

            examples:
              dcmcjpeg in.dcm out.dcm                   without loss
              dcmcjpeg +eb +q 90 in.dcm out.dcm         baseline, much smaller, not the same any more
            """;
    /** What true lossless compression has no use for; DCMTK refuses the same. */
    private static final List<String> NOT_TRUE_LOSSLESS = List.of("--bits-force-8", "--bits-force-12",
            "--bits-force-16", "--color-rgb", "--monochrome", "--use-window", "--use-voi-lut", "--min-max-window",
            "--min-max-window-n", "--roi-min-max-window", "--histogram-window", "--set-window");

    private DcmcjpegOptions() {
    }

    static OptionTable table() {
        return OptionTable.of("dcmcjpeg", "Encode DICOM file to JPEG transfer syntax",
                "[options] dcmfile-in dcmfile-out", 2, SharedOptions.INPUT + SharedOptions.INPUT_SYNTAX + COMPATIBILITY
                        + ENCODING + JpegColours.HELP + SharedOptions.FRAGMENTS + GRAYS + SharedOptions.LOSSY_UID
                        + SharedOptions.ENCODED_OUTPUT + SharedOptions.LENGTHS + EXAMPLES);
    }

    static String process(CommandLine line) {
        return line.choice("--encode-lossless-sv1", "--encode-lossless", "--encode-baseline", "--encode-extended",
                "--encode-spectral", "--encode-progressive");
    }

    static boolean isLossless(CommandLine line) {
        return process(line).startsWith("--encode-lossless");
    }

    static boolean isPseudoLossless(CommandLine line) {
        return line.isOn("--pseudo-lossless", "--true-lossless");
    }

    static boolean isTrueLossless(CommandLine line) {
        return isLossless(line) && !isPseudoLossless(line);
    }

    /** Bits that are forced, or 0. */
    static int bits(CommandLine line) {
        return switch (line.choice("--bits-auto", "--bits-force-8", "--bits-force-12", "--bits-force-16")) {
            case "--bits-force-8" -> 8;
            case "--bits-force-12" -> 12;
            case "--bits-force-16" -> 16;
            default -> 0;
        };
    }

    /** Refuses options that would have no effect. */
    static void check(CommandLine line) {
        boolean lossless = isLossless(line);
        String process = process(line);
        refuse(isPseudoLossless(line) && !lossless,
                "--pseudo-lossless only allowed with --encode-lossless-sv1 or --encode-lossless");
        refuse(line.has("--quality") && lossless, "--quality only allowed with lossy JPEG");
        refuse(line.has("--smooth") && lossless, "--smooth only allowed with lossy JPEG");
        refuse(line.has("--point-transform") && !lossless, "--point-transform only allowed with lossless JPEG");
        refuse(line.has("--selection-value") && !process.equals("--encode-lossless"),
                "--selection-value only allowed with --encode-lossless");
        refuse(bits(line) == 16 && !lossless, "--bits-force-16 not allowed with " + process);
        refuse(bits(line) == 12 && process.equals("--encode-baseline"),
                "--bits-force-12 not allowed with --encode-baseline");
        for (String option : NOT_TRUE_LOSSLESS) {
            refuse(line.has(option) && isTrueLossless(line), option + " not allowed with --true-lossless");
        }
    }

    private static void refuse(boolean wrong, String message) {
        if (wrong) {
            throw new UsageException(message);
        }
    }
}
