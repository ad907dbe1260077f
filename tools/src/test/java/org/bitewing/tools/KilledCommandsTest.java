package org.bitewing.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.tools.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every command that writes a file over another one, in a process that is killed while it writes, many times: the old
 * file is there or the new one, whole, and never anything else.
 */
@Timeout(300)
class KilledCommandsTest {
    private static final int KILLS = 10;
    private static final int ROWS = 400;

    @TempDir
    Path folder;

    /** What is typed, {@code IN} being the file that there is to be read and {@code OUT} the one that is replaced. */
    private enum Call {
        MODIFY("dcmodify -nb -m PatientName=VERSION OUT"),
        MODIFY_WITH_BACKUP("dcmodify -m PatientName=VERSION OUT"),
        CONVERT("dcmconv +ti IN.dcm OUT"),
        COMPRESS("dcmcrle +un IN.dcm OUT"),
        FROM_DUMP("dump2dcm IN.dump OUT"),
        FROM_JSON("json2dcm IN.json OUT"),
        FROM_XML("xml2dcm IN.xml OUT"),
        FROM_IMAGE("img2dcm --no-checks -k SOPInstanceUID=1.2.3 -k StudyInstanceUID=1.2 -k SeriesInstanceUID=1.3"
                + " -k PatientName=VERSION IN.pgm OUT"),
        TO_JSON("dcm2json +m IN.dcm OUT"),
        TO_XML("dcm2xml -nat +Eb IN.dcm OUT");

        private final String words;

        Call(String words) {
            this.words = words;
        }

        Path target(Path folder) {
            return folder.resolve("out").resolve(name());
        }

        /** Makes one of two versions, 0 or 1; the exit code. */
        int run(Path folder, int version) {
            List<String> typed = new ArrayList<>();
            for (String word : words.split(" ")) {
                typed.add(word.equals("OUT") ? target(folder).toString()
                        : word.replace("IN.", folder.resolve("in" + version) + ".").replace("VERSION", patient(version)));
            }
            return Main.run(typed, new Console(new ByteArrayInputStream(new byte[0]), OutputStream.nullOutputStream(),
                    new PrintStream(System.err, true, StandardCharsets.UTF_8), false, false));
        }
    }

    private static String patient(int version) {
        return version == 0 ? "Old^One" : "New^Version";
    }

    /** The process that is killed: makes every file again and again, and says so after each. */
    static final class Endless {
        private Endless() {
        }

        public static void main(String[] arguments) {
            Path folder = Path.of(arguments[0]);
            for (int round = 1;; round++) {
                for (Call call : Call.values()) {
                    System.out.print(call.run(folder, round & 1) == 0 ? '.' : 'X');
                    System.out.flush();
                }
            }
        }
    }

    private void writeInputs() throws IOException {
        Files.createDirectory(folder.resolve("out"));
        for (int version = 0; version < 2; version++) {
            byte[] pixels = new byte[ROWS * ROWS];
            new Random(version).nextBytes(pixels);
            Path file = folder.resolve("in" + version + ".dcm");
            Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage)
                    .set(Tag.SOPInstanceUID, "1.2.3." + version).set(Tag.PatientName, patient(version))
                    .set(Tag.SamplesPerPixel, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2")
                    .set(Tag.Rows, ROWS).set(Tag.Columns, ROWS).set(Tag.BitsAllocated, 8).set(Tag.BitsStored, 8)
                    .set(Tag.HighBit, 7).set(Tag.PixelRepresentation, 0)
                    .set(Value.of(Tag.PixelData, VR.OB, pixels)).build(), file);
            write(version, ".dump", Called.with("dcmdump", "+L", file.toString()).bytes());
            write(version, ".json", Called.with("dcm2json", "+m", file.toString()).bytes());
            write(version, ".xml", Called.with("dcm2xml", "-nat", "+Eb", "+m", file.toString()).bytes());
            byte[] header = ("P5 " + ROWS + " " + ROWS + " 255\n").getBytes(StandardCharsets.US_ASCII);
            byte[] image = Arrays.copyOf(header, header.length + pixels.length);
            System.arraycopy(pixels, 0, image, header.length, pixels.length);
            write(version, ".pgm", image);
        }
        for (Call call : List.of(Call.MODIFY, Call.MODIFY_WITH_BACKUP)) {
            Files.copy(folder.resolve("in0.dcm"), call.target(folder));
        }
    }

    private void write(int version, String suffix, byte[] bytes) throws IOException {
        Files.write(folder.resolve("in" + version + suffix), bytes);
    }

    /** Both versions of each file, and the old ones in place. */
    private byte[][][] versions() throws IOException {
        byte[][][] versions = new byte[Call.values().length][2][];
        for (Call call : Call.values()) {
            for (int version = 1; version >= 0; version--) {
                assertEquals(0, call.run(folder, version), call.name());
                versions[call.ordinal()][version] = Files.readAllBytes(call.target(folder));
            }
            assertTrue(!Arrays.equals(versions[call.ordinal()][0], versions[call.ordinal()][1]), call.name());
        }
        return versions;
    }

    @Test
    void theOldFileIsThereOrTheNewOne() throws IOException, InterruptedException {
        writeInputs();
        byte[][][] versions = versions();
        Random random = new Random(5);
        for (int kill = 0; kill < KILLS; kill++) {
            killInTheMiddle(1 + random.nextInt(2 * Call.values().length), random.nextInt(30));
            for (Call call : Call.values()) {
                assertWhole(call.target(folder), versions[call.ordinal()]);
            }
            assertWhole(folder.resolve("out/MODIFY_WITH_BACKUP.bak"), versions[Call.MODIFY_WITH_BACKUP.ordinal()]);
        }
        try (Stream<Path> left = Files.list(folder.resolve("out"))) {
            // What was being written when the process ended has a hidden name.
            assertEquals(Call.values().length + 1, left.filter(path -> !path.getFileName().toString().startsWith("."))
                    .count());
        }
    }

    private void killInTheMiddle(int files, int milliseconds) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("surefire.test.class.path",
                System.getProperty("java.class.path")), Endless.class.getName(), folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try (InputStream output = child.getInputStream()) {
            for (int left = files; left > 0; left--) {
                assertEquals('.', output.read(), "a command failed, or the child did not start");
            }
            child.waitFor(milliseconds, TimeUnit.MILLISECONDS);
        } finally {
            child.destroyForcibly().waitFor();
        }
    }

    private static void assertWhole(Path file, byte[][] versions) throws IOException {
        byte[] found = Files.readAllBytes(file);
        assertTrue(Arrays.equals(versions[0], found) || Arrays.equals(versions[1], found),
                file.getFileName() + " of " + found.length + " bytes is neither the old file nor the new one");
    }
}
