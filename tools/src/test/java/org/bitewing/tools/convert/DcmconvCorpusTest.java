package org.bitewing.tools.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bitewing.tools.Called;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files, converted by us and by DCMTK: the same exit codes, and data sets of the same bytes. Where they are not the
 * same, ours is what was stored, and docs/dcmconv.md says so.
 */
class DcmconvCorpusTest {
    /** DCMTK shortens values that are blanks only, or end in several: these have such values. */
    private static final List<String> BLANKS = List.of("MAROTECH_CT_JP2Lossy.dcm", "SC_rgb_gdcm_KY.dcm",
            "SC_rgb_jpeg_lossy_gdcm.dcm", "JPEGLossless_1s_1f_i_16_16_bad.dcm", "examples_ybr_color.dcm");
    /** DCMTK writes OB for encapsulated pixel data; here it is OW, and stays so. */
    private static final List<String> WORDS = List.of("693_J2KI.dcm", "OsirixFake16BitsStoredFakeSpacing.dcm",
            "MR_small_jp2klossless.dcm", "NM_Kakadu44_SOTmarkerincons.dcm", "emri_small_jpeg_2k_lossless.dcm",
            "explicit_VR-UN.dcm", "MR_small_jpeg_ls_lossless.dcm", "emri_small_jpeg_ls_lossless.dcm",
            "JPEGLosslessP14SV1_1s_1f_u_16_16.dcm", "JPEGLosslessP14SV1_3s_2f_u_08_08.dcm", "SC_rgb_rle_16bit.dcm",
            "SC_rgb_rle_16bit_2frame.dcm", "rtdose_rle.dcm", "rtdose_rle_1frame.dcm");
    /** DCMTK makes a sequence of a UN. */
    private static final String UNKNOWN = "UN_sequence.dcm";
    /** In implicit VR DCMTK gives private sequences a length, and so hides that they are sequences. */
    private static final List<String> PRIVATE_SEQUENCES = List.of("meta_missing_tsyntax.dcm", "nested_priv_SQ.dcm");
    private static final List<String> PRIVATE_SEQUENCES_BY_EXPLICIT_VR = List.of("6293", "6924", "2062", "2392", "2693",
            "3023", "3353");
    /** They have trailing padding: of its group, too, DCMTK makes a group length. */
    private static final List<String> PADDED = List.of("CT_small.dcm", "MR_small.dcm", "MR_small_expb.dcm",
            "MR_small_padded.dcm", "examples_rgb_color.dcm");
    /** Records refer to each other by offsets, which DCMTK leaves where the input had them. */
    private static final List<String> DIRECTORIES = List.of("DICOMDIR", "DICOMDIR-bigEnd", "DICOMDIR-implicit",
            "DICOMDIR-nooffset", "DICOMDIR-nopatient", "DICOMDIR-reordered");
    /** Its data set is not in the transfer syntax that it names: DCMTK gives up, we do not. */
    private static final String READABLE = "SC_rgb_jpeg.dcm";

    @TempDir
    Path folder;

    @Test
    void inTheSameSyntax() throws IOException {
        assertSameAsDcmtk(List.of(), List.of(BLANKS, DIRECTORIES, WORDS, List.of(UNKNOWN, READABLE), PRIVATE_SEQUENCES));
    }

    @Test
    void inExplicitLittleEndianWithUndefinedLengthsAndGroupLengthsAndNoHeader() throws IOException {
        assertSameAsDcmtk(List.of("+te", "-e", "+g", "-F"), List.of(List.of(UNKNOWN), PADDED, DIRECTORIES));
    }

    @Test
    void inImplicitLittleEndianWithPaddingAndWithoutGroupLengths() throws IOException {
        assertSameAsDcmtk(List.of("+ti", "-g", "+p", "512", "16"),
                List.of(List.of(UNKNOWN), DIRECTORIES, PRIVATE_SEQUENCES, PRIVATE_SEQUENCES_BY_EXPLICIT_VR));
    }

    @Test
    void inExplicitBigEndianWithTheHeaderAsItWasAndWithoutPadding() throws IOException {
        assertSameAsDcmtk(List.of("+tb", "+F", "-p"), List.of(List.of(UNKNOWN), DIRECTORIES));
    }

    @Test
    void deflated() throws IOException {
        assertSameAsDcmtk(List.of("+td"), List.of(List.of(UNKNOWN)));
    }

    private void assertSameAsDcmtk(List<String> options, List<List<String>> exceptions) throws IOException {
        Set<String> expected = new TreeSet<>();
        exceptions.forEach(expected::addAll);
        Set<String> different = new ConcurrentSkipListSet<>();
        // Of many files of one kind a few will do.
        List<Path> files = Corpus.files().stream().filter(file -> !file.toString().matches(".*/IM0000[^/]+")).toList();
        files.parallelStream().forEach(file -> {
            if (!isSame(file, options)) {
                different.add(file.getFileName().toString());
            }
        });
        assertEquals(expected, different);
        assertTrue(files.size() > 150, files.size() + " files");
    }

    private boolean isSame(Path file, List<String> options) {
        try {
            String name = Integer.toHexString(file.hashCode());
            Path ours = folder.resolve(name + ".ours");
            Path theirs = folder.resolve(name + ".theirs");
            String[] words = new String[options.size() + 3];
            words[0] = "dcmconv";
            for (int i = 0; i < options.size(); i++) {
                words[i + 1] = options.get(i);
            }
            words[options.size() + 1] = file.toString();
            words[options.size() + 2] = ours.toString();
            int code = Called.with(words).code();
            words[options.size() + 2] = theirs.toString();
            boolean same = Judge.run("dcmconv", (Object[]) Arrays.copyOfRange(words, 1, words.length)).endsWith("" + code)
                    && Files.exists(ours) == (code == 0)
                    && (code != 0 || sameData(ours, theirs, options));
            if (!same) {
                assertEquals(0, code, file.toString());
                assertEquals(kept(file, options), kept(ours, options), file.toString());
            }
            return same;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean sameData(Path ours, Path theirs, List<String> options) throws IOException {
        boolean bare = options.contains("-F");
        boolean padded = options.contains("+p");
        if (padded) {
            assertEquals(0, Files.size(ours) % 512, ours.toString());
        }
        return Arrays.equals(data(Files.readAllBytes(ours), bare, padded), data(Files.readAllBytes(theirs), bare, padded));
    }

    /** What stands behind the file meta information, whose length is not that of DCMTK's: so padding differs, too. */
    private static byte[] data(byte[] file, boolean bare, boolean padded) throws IOException {
        int start = bare ? 0 : 144 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
        byte[] data = Arrays.copyOfRange(file, start, file.length);
        String meta = new String(file, 0, start, StandardCharsets.ISO_8859_1);
        if (meta.contains("1.2.840.10008.1.2.1.99")) {
            try (var inflated = new InflaterInputStream(new ByteArrayInputStream(data), new Inflater(true))) {
                return inflated.readAllBytes();
            }
        }
        int end = padded ? new String(data, StandardCharsets.ISO_8859_1).lastIndexOf("\u00fc\u00ff\u00fc\u00ff") : -1;
        return end < 0 ? data : Arrays.copyOf(data, end);
    }

    /** What a conversion keeps, as lines of a dump: without lengths and header; of implicit VR the tags alone. */
    private static String kept(Path file, List<String> options) {
        StringBuilder kept = new StringBuilder();
        for (String line : Called.with("dcmdump", "-q", "+L", file.toString()).text().split("\n")) {
            String text = line.strip();
            if (!text.isEmpty() && !text.matches("\\((0002|fffc|fffe,e0.d).*|.* up .*|#.*|\\(....,0000\\).*")) {
                kept.append(options.contains("+ti") ? text.substring(0, Math.min(11, text.length()))
                        : text.replaceAll("with [a-z]+ length|#=\\d+|# *(u/l|\\d+)", "").replaceAll(" +", " ")).append('\n');
            }
        }
        return kept.toString();
    }
}
