package org.bitewing.tools.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Zip files from strangers, sent by {@code storescu}: each entry is sent or skipped with a reason, and none is a path. */
@Timeout(300)
class HostileZipTest {
    private static final int MANY = 100_000;

    @TempDir
    Path folder;

    private static byte[] object(String instance) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, instance)
                .set(Tag.StudyInstanceUID, "1.2.3").build(), bytes);
        return bytes.toByteArray();
    }

    private Path zip() {
        return folder.resolve("in.zip");
    }

    private Receiver receiver() throws IOException {
        return NetworkCommandsTest.receiver(Files.createDirectories(folder.resolve("out")), List.of("--no-sync"));
    }

    private Called send(Receiver receiver, String... options) {
        List<String> words = new ArrayList<>(List.of("storescu"));
        words.addAll(List.of(options));
        words.addAll(List.of("localhost", Integer.toString(receiver.address().getPort()), zip().toString()));
        return Called.with(words.toArray(String[]::new));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).map(file -> folder.relativize(file).toString())
                    .filter(name -> !name.equals("in.zip")).sorted().toList();
        }
    }

    @Test
    void namesOfEntriesAreOnlyText() throws IOException {
        List<String> names = List.of("../../../x.dcm", "/etc/x.dcm", "..", "C:\\x.dcm", "a\nE: forged", "a\u001b[31m",
                "$(touch x)", "-od", "@x", "a\0b", "x".repeat(65_000), "../in.zip!/..", " ");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip()))) {
            for (int i = 0; i < names.size(); i++) {
                out.putNextEntry(new ZipEntry(names.get(i)));
                out.write(object("1.2.3." + i));
                out.putNextEntry(new ZipEntry(names.get(i) + ".txt"));
                out.write("no object".getBytes(StandardCharsets.US_ASCII));
            }
        }
        List<String> expected = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            expected.add("out/CT.1.2.3." + i);
        }
        try (Receiver receiver = receiver()) {
            Called sent = send(receiver, "-d", "+rn");
            assertEquals(0, sent.code(), sent.error());
            assertTrue(sent.error().lines().noneMatch(line -> line.startsWith("E: forged")), sent.error());
            assertTrue(sent.error().indexOf('\u001b') < 0, sent.error());
        }
        assertEquals(expected.stream().sorted().toList(), files());
    }

    @Test
    void aBombIsSkippedAndTheRestIsSent() throws IOException {
        byte[] start = object("1.2.3.1");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip()))) {
            out.putNextEntry(new ZipEntry("bomb.dcm"));
            out.write(start);
            // Pixel data of 2 GiB that are not there to their end.
            out.write(new byte[] {(byte) 0xe0, 0x7f, 0x10, 0, 'O', 'W', 0, 0, 0, 0, 0, (byte) 0x80});
            byte[] zeros = new byte[1 << 20];
            for (int i = 0; i < 512; i++) {
                out.write(zeros);
            }
            out.putNextEntry(new ZipEntry("small.dcm"));
            out.write(object("1.2.3.2"));
        }
        try (Receiver receiver = receiver()) {
            Called sent = send(receiver);
            assertEquals(0, sent.code(), sent.error());
            assertTrue(sent.error().startsWith("W: skipping file that cannot be sent: "), sent.error());
            assertTrue(sent.error().contains("Limits.inflateRatio"), sent.error());
        }
        assertEquals(List.of("out/CT.1.2.3.2"), files());
    }

    @Test
    void encryptedEntriesAreSkippedAndTheRestIsSent() throws IOException {
        Files.write(folder.resolve("a"), object("1.2.3.1"));
        Files.write(folder.resolve("b"), object("1.2.3.2"));
        assertEquals("0", Judge.run("zip", "-q", "-j", "-P", "secret", zip(), folder.resolve("a")));
        assertEquals("0", Judge.run("zip", "-q", "-j", zip(), folder.resolve("b")));
        Files.delete(folder.resolve("a"));
        Files.delete(folder.resolve("b"));
        try (Receiver receiver = receiver()) {
            Called sent = send(receiver);
            assertEquals(0, sent.code(), sent.error());
            assertTrue(sent.error().contains("in.zip!/a: encrypted entry"), sent.error());
        }
        assertEquals(List.of("out/CT.1.2.3.2"), files());
    }

    @Test
    void archivesThatEndTooEarlyAreRefusedWithTheirReason() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip()))) {
            out.putNextEntry(new ZipEntry("a"));
            out.write(object("1.2.3.1"));
        }
        byte[] bytes = Files.readAllBytes(zip());
        try (Receiver receiver = receiver()) {
            for (int length = bytes.length - 1; length >= 0; length -= 7) {
                Files.write(zip(), Arrays.copyOf(bytes, length));
                Called sent = send(receiver);
                assertEquals(1, sent.code(), sent.error());
                assertTrue(sent.error().startsWith("E: Bad DICOM file: " + zip() + ": "), sent.error());
            }
        }
        assertEquals(List.of(), files());
    }

    @Test
    void aHundredThousandEntriesAreOneTableToRead() throws IOException {
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip()))) {
            out.setLevel(1);
            for (int i = 0; i < MANY; i++) {
                out.putNextEntry(new ZipEntry("folder/" + i + (i % 500 == 0 ? ".dcm" : ".txt")));
                if (i % 500 == 0) {
                    out.write(object("1.2.3." + i));
                }
            }
        }
        try (Receiver receiver = receiver()) {
            Called sent = send(receiver, "--parallel", "4", "-q");
            assertEquals(0, sent.code(), sent.error());
        }
        assertEquals(MANY / 500, files().size());
    }
}
