package org.bitewing.tools.station;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.tools.RawZip;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code station --scan} of zip files that no honest program writes. */
class ScanZipTest {
    private static final int UTF_8 = 0x800;

    @TempDir
    Path folder;

    private static byte[] object(int number) throws IOException {
        return Dicom.toBytes(Samples.object(number).build());
    }

    private ToolRun scan(Path zip) {
        return ToolRun.of("station", "--scan", "--root", folder.resolve("root"), zip);
    }

    private List<String> raw() throws IOException {
        try (Stream<Path> names = Files.list(folder.resolve("root/raw/1.2.3/1.2.3.4"))) {
            return List.copyOf(new TreeSet<>(names.map(path -> path.getFileName().toString()).toList()));
        }
    }

    @Test
    void whatCannotBeReadOfAnArchiveIsSaidAndTheRestIsSorted() throws IOException {
        Path zip = folder.resolve("mixed.zip");
        try (RawZip raw = new RawZip(zip)) {
            raw.entry("encrypted", UTF_8 | 1, 8, object(1), 100, false);
            raw.entry("aes", UTF_8 | 1, 99, object(1), 100, false);
            raw.entry("lzma", UTF_8, 14, object(1), 100, false);
            raw.entry("bomb", UTF_8, 8, new byte[100], 1L << 36, true);
            raw.entry("inner.zip", UTF_8, 0, object(1), object(1).length, false);
            raw.entry("good", UTF_8, 0, object(2), object(2).length, false);
            raw.entry("good64", UTF_8, 0, object(3), object(3).length, true);
        }
        ToolRun run = scan(zip);
        assertEquals(1, run.code());
        assertTrue(run.text().contains("\"new\": 2") && run.text().contains("\"unreadable\": 5"), run.text());
        for (String name : List.of("encrypted", "aes", "lzma", "bomb", "inner.zip")) {
            assertTrue(run.errors().contains("reading file: " + zip.toRealPath() + "!/" + name + "\n"), name);
        }
        assertEquals(List.of("1.2.3.4.2", "1.2.3.4.3"), raw());
    }

    @Test
    void namesAreNeverPathsAndTwoOfOneNameAreTwo() throws IOException {
        List<String> names = List.of("../../up", "/absolute", "..\\..\\up", "C:\\up", "a\0b", "line\r\nfeed",
                "\u001b[2Jclear", "\u202ecilam.exe", "<script>alert(1)</script>", "same", "same");
        Path zip = folder.resolve("names.zip");
        try (RawZip raw = new RawZip(zip)) {
            for (int i = 0; i < names.size(); i++) {
                raw.entry(names.get(i), UTF_8, 0, object(i + 1), object(i + 1).length, false);
            }
            raw.link("link", "/etc/passwd");
            raw.link("link.dcm", "../../up");
            raw.entry("\u001b[2Jencrypted\nE: a line", UTF_8 | 1, 0, object(1), 100, false);
        }
        ToolRun run = ToolRun.of("station", "--scan", "-v", "--root", folder.resolve("root"), zip);
        assertTrue(run.text().contains("\"new\": " + names.size()), run.text() + run.errors());
        assertTrue(run.text().contains("\"refused\": 2"), "links are no objects, and lead nowhere: " + run.text());
        assertEquals(names.size(), raw().size());
        assertFalse(run.errors().contains("\u001b"), "no name commands the terminal");
        assertFalse(run.errors().contains("\nE: a line"), "no name makes a line of its own");
        try (Stream<Path> all = Files.list(folder)) {
            assertEquals(List.of("names.zip", "root"), all.map(path -> path.getFileName().toString()).sorted().toList());
        }
        try (Stream<Path> all = Files.walk(folder.resolve("root/archive"))) {
            assertTrue(all.filter(Files::isRegularFile).allMatch(path -> path.getFileName().toString()
                    .matches("MR\\.1\\.2\\.3\\.4\\.\\d+")), "named after what is in them");
        }
    }
}
