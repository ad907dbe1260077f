package org.bitewing.tools;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the commands that write files do on a disk without room: the old file stays, and nothing else. */
@Timeout(60)
class FullDiskTest {
    private static final int KIBIBYTES = 256;

    @TempDir
    Path folder;

    private static byte[] object(int pixelBytes) throws IOException {
        return Dicom.toBytes(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage)
                .set(Tag.SOPInstanceUID, "1.2.3").set(Tag.PatientName, "Test^Person")
                .set(Value.of(Tag.PixelData, VR.OW, new byte[pixelBytes])).build());
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    /** Calls a command that has to write a file where there is another one already. */
    private static void assertRefused(SmallDisk disk, Path file, String... words) throws IOException {
        byte[] before = Files.readAllBytes(file);
        List<String> names = names(disk.folder());

        Called called = Called.with(words);

        assertNotEquals(0, called.code(), words[0]);
        assertTrue(called.error().contains("No space left on device"), called.error());
        assertEquals(1, called.error().lines().filter(line -> line.contains("No space")).count(), called.error());
        assertTrue(called.error().lines().count() <= 2, called.error());
        assertArrayEquals(before, Files.readAllBytes(file), words[0]);
        assertEquals(names, names(disk.folder()), words[0]);
    }

    @Test
    void theOldFileStaysAndNothingIsLeft() throws IOException {
        Path source = Files.write(folder.resolve("source.dcm"), object(50_000));
        Path dump = Files.writeString(folder.resolve("text.dump"), Called.with("dcmdump", "+L", source.toString())
                .text());
        Path json = Files.write(folder.resolve("text.json"), Called.with("dcm2json", source.toString()).bytes());
        Path xml = Files.write(folder.resolve("text.xml"), Called.with("dcm2xml", "-nat", "+Eb", source.toString())
                .bytes());
        Path image = Files.writeString(folder.resolve("image.pgm"), "P5 200 200 255\n" + "x".repeat(40_000));
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), KIBIBYTES)) {
            Path file = Files.write(disk.folder().resolve("file.dcm"), object(100_000));
            disk.fill();
            String name = file.toString();
            assertRefused(disk, file, "dcmodify", "-nb", "-m", "PatientName=Other", name);
            assertRefused(disk, file, "dcmodify", "-m", "PatientName=Other", name);
            assertRefused(disk, file, "dcmconv", "+ti", source.toString(), name);
            assertRefused(disk, file, "dump2dcm", dump.toString(), name);
            assertRefused(disk, file, "json2dcm", json.toString(), name);
            assertRefused(disk, file, "xml2dcm", xml.toString(), name);
            assertRefused(disk, file, "img2dcm", image.toString(), name);
            assertRefused(disk, file, "dcm2xml", source.toString(), name);
            assertRefused(disk, file, "dcm2json", source.toString(), name);
        }
    }

    @Test
    void theFileIsWrittenOnceThereIsRoom() throws IOException {
        try (SmallDisk disk = SmallDisk.mount(Files.createDirectory(folder.resolve("disk")), KIBIBYTES)) {
            Path file = Files.write(disk.folder().resolve("file.dcm"), object(50_000));
            disk.fill();
            assertNotEquals(0, Called.with("dcmodify", "-nb", "-m", "PatientName=Other", file.toString()).code());
            disk.free();
            assertEquals(0, Called.with("dcmodify", "-nb", "-m", "PatientName=Other", file.toString()).code());
            assertEquals("Other", Dicom.read(file).text(Tag.PatientName).orElseThrow());
            assertEquals(List.of("file.dcm"), names(disk.folder()));
        }
    }
}
