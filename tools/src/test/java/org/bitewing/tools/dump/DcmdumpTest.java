package org.bitewing.tools.dump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bitewing.tools.Called;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the options of {@code dcmdump} do, and how it ends; the lines are those that DCMTK 3.6.7 prints. */
class DcmdumpTest {
    private static final String NAME = "(0010,0010) PN [Doe^J\u00f6rgen]" + " ".repeat(28) + " #  10, 1 PatientName\n";

    @TempDir
    private Path folder;
    private Path file;

    @BeforeEach
    void writeFile() throws IOException {
        file = folder.resolve("file.dcm");
        Files.write(file, data());
    }

    /** Explicit VR little endian without meta information: two elements, a sequence of one item, a name, words. */
    private static byte[] data() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        element(out, 0x0008, 0x0005, "CS", "ISO_IR 100");
        element(out, 0x0008, 0x0016, "UI", "1.2.840.10008.5.1.4.1.1.2\0");
        out.writeBytes(bytes("\10\0\100\21SQ\0\0\377\377\377\377\376\377\0\340\377\377\377\377"));
        element(out, 0x0008, 0x1155, "UI", "1.2.3\0");
        out.writeBytes(bytes("\376\377\15\340\0\0\0\0\376\377\335\340\0\0\0\0"));
        element(out, 0x0010, 0x0010, "PN", "Doe^J\u00f6rgen");
        element(out, 0x0010, 0x4000, "LT", "a<b".concat("x".repeat(71)));
        out.writeBytes(bytes("\340\177\20\0OW\0\0\0\30\0\0"));
        out.writeBytes(new byte[0x1800]);
        return out.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }

    private static void element(ByteArrayOutputStream out, int group, int number, String vr, String value) {
        out.writeBytes(new byte[] {(byte) group, (byte) (group >> 8), (byte) number, (byte) (number >> 8)});
        out.writeBytes(bytes(vr));
        out.write(value.length());
        out.write(value.length() >> 8);
        out.writeBytes(bytes(value));
    }

    private Called dump(String... arguments) {
        String[] all = new String[arguments.length + 1];
        all[0] = "dcmdump";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        return Called.with(all);
    }

    @Test
    void aDumpHasHeadersAndOneLineForEachElement() {
        Called called = dump(file.toString());
        assertEquals(0, called.code());
        assertEquals("", called.error());
        assertEquals("""

                # Dicom-File-Format

                # Dicom-Meta-Information-Header
                # Used TransferSyntax: Unknown Transfer Syntax

                # Dicom-Data-Set
                # Used TransferSyntax: Little Endian Explicit
                (0008,0005) CS [ISO_IR 100]                             #  10, 1 SpecificCharacterSet
                (0008,0016) UI =CTImageStorage                          #  26, 1 SOPClassUID
                (0008,1140) SQ (Sequence with undefined length #=1)     # u/l, 1 ReferencedImageSequence
                  (fffe,e000) na (Item with undefined length #=1)         # u/l, 1 Item
                    (0008,1155) UI [1.2.3]                                  #   6, 1 ReferencedSOPInstanceUID
                  (fffe,e00d) na (ItemDelimitationItem)                   #   0, 0 ItemDelimitationItem
                (fffe,e0dd) na (SequenceDelimitationItem)               #   0, 0 SequenceDelimitationItem
                """ + NAME
                + "(0010,4000) LT [a<b" + "x".repeat(63) + "... #  74, 1 PatientComments\n"
                + "(7fe0,0010) OW 0000\\0000\\0000\\0000\\0000\\0000\\0000\\0000\\0000\\0000\\0000\\0000\\0000... #"
                + " 6144, 1 PixelData\n", called.text());
    }

    @Test
    void aBareDataSetHasOneHeader() {
        assertTrue(dump("-f", file.toString()).text().startsWith(
                "\n# Dicom-Data-Set\n# Used TransferSyntax: Little Endian Explicit\n(0008,0005)"));
    }

    @Test
    void searchesPrintWhatTheyFindInTheOrderOfTheOptions() {
        String uid = "(0008,1155) UI [1.2.3]                                  #   6, 1 ReferencedSOPInstanceUID\n";
        assertEquals(NAME + uid, dump("+P", "PatientName", "+P", "8,1155", file.toString()).text());
        assertEquals("(0008,1140)." + uid, dump("+P", "0008,1155", "+p", file.toString()).text());
        assertEquals("", dump("+P", "0010,0020", file.toString()).text());
        assertEquals(NAME + "\n" + NAME, dump("+P", "PatientName", file.toString(), file.toString()).text());
        assertEquals("# dcmdump (1): " + file + "\n" + NAME, dump("+Fs", "+P", "PatientName", file.toString()).text());
        Called unknown = dump("+P", "bogus", "+P", "PatientName", file.toString());
        assertEquals("W: unrecognized tag name: 'bogus'\n", unknown.error());
        assertEquals(1, unknown.code());
    }

    @Test
    void longValuesAreShownWholeOrNotLoadedWhenAskedFor() {
        assertTrue(dump("+L", file.toString()).text().contains("x".repeat(71) + "] #  74, 1"));
        assertEquals(0x0c00, dump("+L", "+P", "7fe0,0010", file.toString()).text().split("0000").length - 1);
        assertEquals("(7fe0,0010) OW (not loaded)                             # 6144, 1 PixelData\n",
                dump("-M", "+P", "7fe0,0010", file.toString()).text());
        assertTrue(dump("-M", "+R", "8", "+P", "7fe0,0010", file.toString()).text().contains("OW 0000\\"));
    }

    @Test
    void textIsQuotedOrConvertedWhenAskedFor() {
        assertTrue(dump("+Qn", file.toString()).text().contains("[Doe^J&#246;rgen]"));
        assertTrue(dump("+Qn", file.toString()).text().contains("[a&lt;bxxx"));
        assertTrue(dump("+Qo", file.toString()).text().contains("[Doe^J\\366rgen]"));
        Called utf8 = dump("+U8", file.toString());
        assertTrue(new String(utf8.bytes(), StandardCharsets.UTF_8).contains("[Doe^J\u00f6rgen]"));
        assertTrue(utf8.text().contains("(0008,0005) CS [ISO_IR 192]"));
    }

    @Test
    void aQuotedValueIsCutByWhatTheQuotingMakesOfIt() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        element(out, 0x0010, 0x4000, "LT", "\u00e9".repeat(20));
        Files.write(file, out.toByteArray());
        assertTrue(dump("+Qn", file.toString()).text().contains("[" + "&#233;".repeat(11) + "... #  20"));
        assertTrue(dump(file.toString()).text().contains("[" + "\u00e9".repeat(20) + "]"));
    }

    @Test
    void namesOfIdentifiersAndColorsAndTrees() {
        assertTrue(dump("-Un", file.toString()).text().contains("UI [1.2.840.10008.5.1.4.1.1.2]"));
        assertTrue(dump("+C", file.toString()).text().contains(
                "\33[22m\33[32m(0008,0005) \33[22m\33[31mCS \33[1m\33[37m[ISO_IR 100]"));
        String tree = dump("+T", file.toString()).text();
        assertTrue(tree.contains("| | ReferencedSOPInstanceUID      [1.2.3]\n"), tree);
        assertFalse(tree.contains("Delimitation"));
    }

    @Test
    void readingStopsWhereItIsTold() {
        assertTrue(dump("+st", "PatientName", file.toString()).text().endsWith(NAME));
        assertTrue(dump("+sb", "PatientName", file.toString()).text().endsWith("0, 0 SequenceDelimitationItem\n"));
    }

    @Test
    void oddLengthsAreMadeEvenUnlessCorrectionIsOff() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        element(out, 0x0010, 0x0020, "LO", "123");
        element(out, 0x0010, 0x0021, "LO", "4 ");
        Files.write(file, out.toByteArray());
        Called corrected = dump(file.toString());
        assertTrue(corrected.text().contains("LO [123\0]                                   #   4, 1"));
        assertEquals("W: DcmItem: Length of element (0010,0020) is odd\n", corrected.error());
        Called stored = dump("-dc", file.toString());
        assertTrue(stored.text().contains("LO [123]                                    #   3, 1"));
        assertTrue(stored.text().contains("LO [4 ]"));
    }

    @Test
    void whiteSpaceInIdentifiersIsTakenOut() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        element(out, 0x0008, 0x0018, "UI", "1.2\r.\t3\0");
        Files.write(file, out.toByteArray());
        Called called = dump(file.toString());
        assertTrue(called.text().contains("UI [1.2.3]"), called.text());
        assertTrue(called.error().contains("contains one or more space characters, which were removed"));
    }

    // ---- what cannot be read ----------------------------------------------------------------------------------------

    @Test
    void theExitCodeCountsTheFilesThatFailed() throws IOException {
        String missing = folder.resolve("missing").toString();
        Called called = dump("+P", "PatientName", missing, file.toString(), missing, missing);
        assertEquals(3, called.code());
        assertEquals(NAME, called.text());
        assertEquals("E: dcmdump: No such file or directory: reading file: " + missing + "\n",
                called.error().substring(0, called.error().length() / 3));
        Called quiet = dump("-q", missing);
        assertEquals("", quiet.error());
        assertEquals(1, quiet.code());
        Path empty = Files.createFile(folder.resolve("empty"));
        assertEquals("E: dcmdump: End of stream: reading file: " + empty + "\n", dump(empty.toString()).error());
    }

    @Test
    void aTruncatedFilePrintsOnlyWhenAskedFor() throws IOException {
        byte[] whole = data();
        for (int missing : new int[] {1, 0x1800, whole.length - 90}) {
            Files.write(file, Arrays.copyOf(whole, whole.length - missing));
            Called called = dump(file.toString());
            assertEquals(1, called.code());
            assertEquals("", called.text());
            assertTrue(called.error().endsWith("reading file: " + file + "\n"), called.error());
            Called anyway = dump("+E", file.toString());
            assertEquals(1, anyway.code());
            assertTrue(anyway.text().contains("SOPClassUID"), anyway.text());
        }
    }

    @Test
    void nativePixelDataInACompressedSyntaxIsRefusedUnlessAllowed() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(new byte[128]);
        out.writeBytes(bytes("DICM"));
        element(out, 0x0002, 0x0010, "UI", "1.2.840.10008.1.2.4.50");
        out.writeBytes(bytes("\340\177\20\0OB\0\0\2\0\0\0\1\2"));
        Files.write(file, out.toByteArray());
        assertEquals(1, dump(file.toString()).code());
        Called allowed = dump("+pe", file.toString());
        assertEquals(0, allowed.code());
        assertTrue(allowed.text().contains("(7fe0,0010) OB 01\\02 "));
    }

    @Test
    void elementsWithTheLowestAndTheHighestTagPrint() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        element(out, 0, 0, "zz", "ab");
        element(out, 0xffff, 0xffff, "LO", "cd");
        Files.write(file, out.toByteArray());
        Called called = dump("-f", "-te", file.toString());
        assertEquals(0, called.code(), called.error());
        assertTrue(called.text().contains("(0000,0000) ?? 61\\62"), called.text());
        assertTrue(called.text().contains("(????,????) LO [cd]"), called.text());
    }

    @Test
    void wrongUsageIsFourLinesAndExitCodeOne() {
        for (List<String> wrong : List.of(List.of("--bogus", "x", "Unknown option --bogus"),
                List.of("+P", "", "Missing value for option --search"),
                List.of("+L", "", "Missing parameter dcmfile-in"),
                List.of("+R", "3 x", "Invalid value for option --max-read-length (underflow: 3)"),
                List.of("+p", "x", "--prepend only allowed with --search"),
                List.of("-ti", "x", "--read-xfer-implicit only allowed with --read-dataset"),
                List.of("+st", "bogus x", "no valid key given for option --stop-after-elem"),
                List.of("+sd", "+sp [ x", "Invalid value for option --scan-pattern ([)"))) {
            String line = (wrong.get(0) + " " + wrong.get(1)).strip();
            Called called = dump(line.split(" "));
            assertEquals(1, called.code(), line);
            String[] lines = called.error().split("\n");
            assertEquals(4, lines.length, called.error());
            assertEquals("error: " + wrong.get(2), lines[3]);
            assertEquals("", called.text());
        }
    }

    // ---- inputs ----------------------------------------------------------------------------------------------------

    @Test
    void standardInputIsRead() {
        Called called = Called.with(data(), "dcmdump", "+P", "PatientName", "-");
        assertEquals(NAME, called.text());
        assertEquals(0, called.code());
    }

    @Test
    void foldersAreRead() throws IOException {
        Path sub = Files.createDirectory(folder.resolve("sub"));
        Files.write(sub.resolve("b.img"), data());
        assertEquals(NAME + "\n" + NAME, dump("+P", "PatientName", folder.toString()).text(), "without flags, all of it");
        assertEquals(NAME, dump("+sd", "+P", "PatientName", folder.toString()).text());
        assertEquals(NAME + "\n" + NAME, dump("+sd", "+r", "+P", "PatientName", folder.toString()).text());
        assertEquals(NAME, dump("+sd", "+r", "+sp", "*.img", "+P", "PatientName", folder.toString()).text());
    }

    @Test
    void zipFilesAreReadAndTheirNamesNeverLeaveThem() throws IOException {
        Path zip = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            for (String name : List.of("a.dcm", "../../escape.dcm")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(data());
            }
        }
        assertEquals(NAME + "\n" + NAME, dump("+P", "PatientName", zip.toString()).text());
        assertEquals(NAME, dump("+P", "PatientName", zip + "!/a.dcm").text());
        Called missing = dump(zip + "!/../file.dcm");
        assertEquals(1, missing.code());
        assertTrue(missing.error().contains("no such entry"), missing.error());
        Path raw = Files.createDirectory(folder.resolve("raw"));
        dump("+W", raw.toString(), zip.toString());
        try (var written = Files.list(raw)) {
            assertEquals(List.of("a.dcm.0.raw", "escape.dcm.0.raw"),
                    written.map(path -> path.getFileName().toString()).sorted().toList());
        }
        assertArrayEquals(new byte[0x1800], Files.readAllBytes(raw.resolve("a.dcm.0.raw")));
        Files.write(zip, Arrays.copyOf(Files.readAllBytes(zip), 100));
        assertEquals(1, dump(zip.toString()).code());
    }

    @Test
    void namesThatNoFileCanHaveAreMissingFiles() {
        Called called = dump("nul\0name", "line\nbreak", "nul\0name.zip!/a");
        assertEquals(3, called.code());
        assertTrue(called.error().lines().allMatch(line -> line.contains("E: dcmdump:") || line.startsWith("E: ")),
                called.error());
    }
}
