package org.bitewing.tools.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.BulkValue;
import org.bitewing.dict.Tag;
import org.bitewing.tools.Main;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Inline binary values that are larger than the whole heap become a file. */
@Timeout(200)
class LargeInlineTest {
    private static final int MEBIBYTES = 96;
    private static final String HEAP = "-Xmx48m";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "json2dcm | {\"7FE00010\": {\"vr\": \"OB\", \"InlineBinary\": \" | \"}}",
        "xml2dcm | <NativeDicomModel><DicomAttribute tag=\"7FE00010\" vr=\"OB\"><InlineBinary> "
                + "| </InlineBinary></DicomAttribute></NativeDicomModel>",
        "xml2dcm | <data-set><element tag=\"7fe0,0010\" vr=\"OW\" binary=\"base64\"> | </element></data-set>"})
    void aValueLargerThanTheHeapBecomesAFile(String command, String before, String after)
            throws IOException, InterruptedException {
        Path file = folder.resolve("out.dcm");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), HEAP,
                "-cp", System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(), command, "-", file.toString()).redirectErrorStream(true).start();
        byte[] piece = new byte[3 << 18];
        Arrays.fill(piece, (byte) 7);
        byte[] text = Base64.getEncoder().encode(piece);
        try (OutputStream input = new BufferedOutputStream(process.getOutputStream())) {
            input.write(before.strip().getBytes(StandardCharsets.US_ASCII));
            for (int left = MEBIBYTES * 4 / 3; left > 0; left--) {
                input.write(text);
            }
            input.write(after.strip().getBytes(StandardCharsets.US_ASCII));
        } catch (IOException e) {
            // What the command says tells more than that it does not listen any more.
        }
        assertEquals("", new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
        assertEquals(0, process.waitFor());

        BulkValue pixels = (BulkValue) Dicom.read(file).element(Tag.PixelData).orElseThrow();
        assertEquals((long) MEBIBYTES << 20, pixels.length());
        try (InputStream stream = pixels.data().open()) {
            byte[] read = stream.readNBytes(piece.length);
            for (long left = pixels.length(); left > 0; left -= piece.length) {
                assertTrue(Arrays.equals(piece, read), left + " bytes before the end");
                read = stream.readNBytes(piece.length);
            }
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
