package org.bitewing.tools.dump2dcm;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Dump2dcmTest {
    @TempDir
    Path folder;

    private ToolRun run(String dump, Object... options) throws IOException {
        List<Object> words = new ArrayList<>(List.of(options));
        words.add(Files.writeString(folder.resolve("in.dump"), dump, StandardCharsets.UTF_8));
        words.add(made());
        return ToolRun.of("dump2dcm", words.toArray());
    }

    private Path made() {
        return folder.resolve("made.dcm");
    }

    private DataSet read(String dump, Object... options) throws IOException {
        ToolRun run = run(dump, options);
        assertEquals(0, run.code(), run.errors());
        return Dicom.read(made());
    }

    private void assertRefused(String dump, String error) throws IOException {
        ToolRun run = run(dump);
        assertEquals(1, run.code(), run.errors());
        assertTrue(run.errors().contains(error), run.errors());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(List.of(folder.resolve("in.dump")), files.toList());
        }
    }

    // ---- the workshop's chain --------------------------------------------------------------------------------------

    @Test
    void anEmptyDumpMakesAValidFile() throws IOException {
        ToolRun run = run("");

        assertEquals(0, run.code());
        assertEquals("W: output transfer syntax unknown, assuming --write-xfer-little\n", run.errors());
        assertEquals(List.of(), Dicom.read(made()).elements().stream().filter(e -> e.tag() >>> 16 != 2).toList());
        assertTrue(Judge.run("dcmdump", made()).endsWith("0"));
        assertTrue(Judge.run("dcmftest", made()).startsWith("yes"));
    }

    @Test
    void linesAppendedToADumpBecomeElementsWhateverTheirVr() throws IOException {
        assertEquals(0, run("").code());
        Path dump = Files.write(folder.resolve("step2.dump"), ToolRun.of("dcmdump", made()).out());
        Files.writeString(dump, "(0010,0010) LN [Doe^Jane]\n(0008,0060) CS [OT]\n(0028,0010) XX 512\n",
                StandardOpenOption.APPEND);

        ToolRun run = ToolRun.of("dump2dcm", dump, made());

        assertEquals(0, run.code(), run.errors());
        assertEquals("(0008,0060) CS [OT]                                     #   2, 1 Modality\n"
                + "(0010,0010) PN [Doe^Jane]                               #   8, 1 PatientName\n"
                + "(0028,0010) US 512                                      #   2, 1 Rows\n", ToolRun.dump(made()));
    }

    // ---- grammar ---------------------------------------------------------------------------------------------------

    @Test
    void blanksCommentsAndTheFormOfTheTagDoNotMatter() throws IOException {
        DataSet set = read("""
                # a comment

                  ( 10 , 0010 )PN[A^B]
                (0010,0020) [42]  # 99, 7 whatever
                (0008,0060) CS MR # bare
                (0008,1030) LO [a # b ] c]
                """.replace("\n", "\r\n"));

        assertEquals("A^B", set.text(Tag.PatientName).orElseThrow());
        assertEquals("42", set.text(Tag.PatientID).orElseThrow());
        assertEquals("MR", set.text(Tag.Modality).orElseThrow());
        assertEquals("a # b ] c", set.text(Tag.StudyDescription).orElseThrow());
    }

    @Test
    void numbersTagsAndBytesAreRead() throws IOException {
        DataSet set = read("""
                (0028,0010) US 65535
                (0028,0106) SS -32768\\32767
                (0020,9057) UL [1\\4294967295]
                (0018,6028) FD 0.1\\-inf\\nan
                (0020,9165) AT (0010,0010)\\(fffe,e00d)
                (0072,0083) UV 18446744073709551615
                (0042,0011) OB 00\\01\\ff
                (0028,1201) OW 0102\\ffff
                (0009,1001) UN 616263
                """);

        assertEquals(65535, set.integer(Tag.Rows).orElseThrow());
        assertArrayEquals(new int[] {-32768, 32767}, set.ints(Tag.SmallestImagePixelValue));
        assertArrayEquals(new long[] {1, 4294967295L}, set.longs(Tag.InStackPositionNumber));
        assertArrayEquals(new double[] {0.1, Double.NEGATIVE_INFINITY, Double.NaN}, set.doubles(0x00186028));
        assertArrayEquals(new int[] {0x00100010, 0xfffee00d}, set.tags(Tag.DimensionIndexPointer));
        assertEquals("18446744073709551615", set.decimals(0x00720083).get(0).toString());
        assertArrayEquals(new byte[] {0, 1, (byte) 0xff, 0}, set.bytes(Tag.EncapsulatedDocument));
        assertArrayEquals(new byte[] {2, 1, -1, -1}, set.bytes(0x00281201));
        assertArrayEquals(new byte[] {'a', 'b', 'c', 0}, set.bytes(0x00091001));
    }

    @Test
    void remarksInParenthesesAreEmptyValues() throws IOException {
        DataSet set = read("(0010,0010) PN (no value available)\n(0028,0009) AT (no value available)\n"
                + "(0010,0020) LO\n");

        assertEquals(0, set.element(Tag.PatientName).orElseThrow().length());
        assertEquals(0, set.element(Tag.FrameIncrementPointer).orElseThrow().length());
        assertEquals(0, set.element(Tag.PatientID).orElseThrow().length());
    }

    @Test
    void backslashAndNIsALineBreakUnlessTheLengthSaysThatItIsText() throws IOException {
        DataSet set = read("(0008,4000) LT [a\\nb]\n(0010,1001) PN [A\\nB]    #   4, 2 OtherPatientNames\n");

        assertEquals("a\r\nb", set.text(0x00084000).orElseThrow());
        assertEquals(List.of("A", "nB"), set.texts(Tag.OtherPatientNames));
    }

    @Test
    void textWithLineBreaksComesBackAsDcmdumpPrintsIt() throws IOException {
        DataSet set = read("(0008,4000) LT [one\r\n two] #  10, 1 X\n(0010,0020) LO [1]\n");

        assertEquals("one\r\n two", set.text(0x00084000).orElseThrow());
        assertEquals("1", set.text(Tag.PatientID).orElseThrow());
    }

    @Test
    void sequencesNestAndBareNamesOfUidsAreKnown() throws IOException {
        DataSet set = read("""
                (0008,1115) SQ
                  (fffe,e000) na
                    (0020,000e) UI [1.2.3]
                    (0008,1199) SQ (Sequence with undefined length #=1)     # u/l, 1 X
                      (fffe,e000) na (Item with explicit length #=1)
                        (0008,1150) UI =CTImageStorage
                      (fffe,e00d) na
                    (fffe,e0dd) na
                  (fffe,e00d) na (ItemDelimitationItem)
                (fffe,e0dd) na
                """);

        assertEquals("1.2.840.10008.5.1.4.1.1.2",
                set.text(TagPath.parse("(0008,1115)[0].(0008,1199)[0].(0008,1150)")).orElseThrow());
    }

    @Test
    void filesGiveBytesAndFragments() throws IOException {
        Path bytes = Files.write(folder.resolve("bytes.raw"), new byte[] {1, 2, 3, 4});

        DataSet plain = read("(7fe0,0010) OW =" + bytes + "\n", "+rb");
        assertArrayEquals(new byte[] {2, 1, 4, 3}, plain.bytes(Tag.PixelData));

        DataSet encapsulated = read("(0002,0010) UI =JPEGBaseline\n(7fe0,0010) OB (PixelSequence #=2)\n"
                + "(fffe,e000) pi (no value available)\n(fffe,e000) pi =" + bytes + "\n(fffe,e0dd) na\n");
        assertEquals("JPEGBaseline8Bit", org.bitewing.dict.Dictionary.uid(
                encapsulated.uid(Tag.TransferSyntaxUID).orElseThrow()).orElseThrow().keyword());
        assertTrue(ToolRun.dump(made()).contains("(fffe,e000) pi 01\\02\\03\\04"), ToolRun.dump(made()));
    }

    // ---- warnings --------------------------------------------------------------------------------------------------

    @Test
    void theFirstOfRepeatedTagsStaysWithAWarningAndTheLastOnRequest() throws IOException {
        String dump = "(0010,0020) LO [1]\n(0010,0020) LO [2]\n";

        ToolRun run = run(dump);

        assertTrue(run.errors().contains("W: Tag (0010,0020) is repeated"), run.errors());
        assertEquals("1", Dicom.read(made()).text(Tag.PatientID).orElseThrow());
        assertEquals("2", read(dump, "--last-wins").text(Tag.PatientID).orElseThrow());
    }

    @Test
    void aValidVrThatIsWrongStaysWithAWarning() throws IOException {
        ToolRun run = run("(0010,0010) LO [x]\n(0009,1001) ?? 01\n");

        assertTrue(run.errors().contains("W: Tag (0010,0010) with wrong VR 'LO' found, correct is 'PN'\n"));
        assertTrue(run.errors().contains("W: VR of Tag (0009,1001) is unknown, using 'UN' for this data element\n"));
        assertEquals(VR.LO, Dicom.read(made()).element(Tag.PatientName).orElseThrow().vr());
    }

    @Test
    void aHeaderThatIsNotThatOfTheDataSetStaysUnlessUpdated() throws IOException {
        String dump = "(0002,0003) UI [1.2.3]\n(0008,0016) UI =CTImageStorage\n(0008,0018) UI [1.2.4]\n";

        ToolRun run = run(dump);

        assertTrue(run.errors().contains(
                "W: DcmFileFormat: Value of SOPInstanceUID in MetaHeader and Dataset is different\n"), run.errors());
        assertEquals("1.2.3", Dicom.read(made()).uid(Tag.MediaStorageSOPInstanceUID).orElseThrow());
        assertEquals("1.2.4", read(dump, "+Fu").uid(Tag.MediaStorageSOPInstanceUID).orElseThrow());
    }

    @Test
    void newUidsAreMadeWhereTheyAreMissing() throws IOException {
        DataSet set = read("(0020,000d) UI [1.2.3]\n", "+Ug");

        assertEquals("1.2.3", set.uid(Tag.StudyInstanceUID).orElseThrow());
        assertTrue(set.uid(Tag.SeriesInstanceUID).orElseThrow().startsWith("2.25."));
        assertEquals(set.uid(Tag.SOPInstanceUID), set.uid(Tag.MediaStorageSOPInstanceUID));
    }

    // ---- errors ----------------------------------------------------------------------------------------------------

    @Test
    void everyErrorNamesLineAndColumnAndLeavesNoFile() throws IOException {
        assertRefused("\n  nonsense\n", "E: dump2dcm: " + folder.resolve("in.dump") + ": no Tag found (line 2, column 3)");
        assertRefused("(0010,0010) PN [x\n", "incorrect value specification: no closing bracket (line 1, column 16)");
        assertRefused("(0028,0010) US 70000\n", "Corrupted data: the number is out of range, which is 0 to 65535 (line 1, column 16)");
        assertRefused("(0028,0010) US 1\\0x10\n", "Corrupted data: an integer is expected (line 1, column 18)");
        assertRefused("(0018,6028) FD 1.5f\n", "Corrupted data: a number is expected (line 1, column 19)");
        assertRefused("(0020,9165) AT 00100010\n", "Corrupted data: a tag is (gggg,eeee) (line 1, column 16)");
        assertRefused("(0042,0011) OB 00\\xx\n", "Corrupted data: a hexadecimal digit is expected (line 1, column 19)");
        assertRefused("(0008,0016) UI =Nothing\n", "Unknown UID name: No mapping to UID value defined (line 1, column 16)");
        assertRefused("(7fe0,0010) OW =/no/such/file\n", "cannot open binary data file: /no/such/file (line 1, column 16)");
        assertRefused("(0008,1115) SQ\n(0010,0010) PN [x]\n", "Invalid tag");
        assertRefused("(0008,1115) SQ\n(fffe,e000) na\n", "Block Error in dataset: (0008,1115) has no end (line 1, column 1)");
        assertRefused("(fffe,e0dd) na\n", "Invalid tag");
    }

    @Test
    void errorsAreCountedAndWhatIsGoodIsWrittenOnRequest() throws IOException {
        String dump = "(0010,0010) PN [x]\nbad\nworse\n";

        assertRefused(dump, "E: 2 Errors found in ");
        assertEquals("x", read(dump, "+E").text(Tag.PatientName).orElseThrow());
    }

    @Test
    void aValueThatIsCutIsAnErrorUnlessAllowed() throws IOException {
        String text = "(0010,0010) PN [abc...   #  100, 1 PatientName\n";
        String numbers = "(0028,3006) US 60000\\60001\\...   # 40,20 LUTData\n";

        assertRefused(text, "the value is cut short");
        assertRefused(numbers, "(line 1, column 28)");
        assertEquals("abc", read(text, "--allow-truncated").text(Tag.PatientName).orElseThrow());
        assertArrayEquals(new int[] {60000, 60001}, read(numbers, "--allow-truncated").ints(Tag.LUTData));
    }

    @Test
    void aFileThatIsThereStaysWhenTheDumpIsWrong() throws IOException {
        Files.writeString(made(), "old");

        assertEquals(1, run("bad\n").code());

        assertEquals("old", Files.readString(made()));
    }

    @Test
    void pixelsThatDoNotSuitTheTransferSyntaxEndWithTwo() throws IOException {
        for (String dump : List.of("(7fe0,0010) OB (PixelSequence\n(fffe,e000) pi\n(fffe,e0dd) na\n",
                "(7fe0,0010) OW (not loaded)\n", "(0002,0010) UI =JPEGBaseline\n(7fe0,0010) OW 0001\n")) {
            ToolRun run = run(dump);

            assertEquals(2, run.code(), run.errors());
            assertTrue(run.errors().contains("E: no conversion to transfer syntax "), run.errors());
            assertFalse(Files.exists(made()));
        }
    }

    @Test
    void filesThatCannotBeReadOrWrittenAreNamed() throws IOException {
        ToolRun missing = ToolRun.of("dump2dcm", folder.resolve("none"), made());
        assertEquals("F: input file does not exist: " + folder.resolve("none") + "\n", missing.errors());
        assertEquals(1, missing.code());

        Path dump = Files.writeString(folder.resolve("in.dump"), "");
        ToolRun unwritable = ToolRun.of("dump2dcm", "+te", dump, folder.resolve("no/such.dcm"));
        assertEquals("E: No such file or directory: writing file: " + folder.resolve("no/such.dcm") + "\n",
                unwritable.errors());
        assertEquals(1, unwritable.code());
    }

    @Test
    void aLineOverTheLimitIsAnError() throws IOException {
        ToolRun run = run("(0010,0010) PN [" + "x".repeat(100) + "]\n", "+l", "80");

        assertEquals(1, run.code());
        assertTrue(run.errors().startsWith("E: line 1 too long\n"), run.errors());
    }

    @Test
    void standardOutputTakesTheFile() throws IOException {
        Path dump = Files.writeString(folder.resolve("in.dump"), "(0010,0020) LO [7]\n");

        ToolRun run = ToolRun.of("dump2dcm", dump, "-");

        assertEquals("7", Dicom.read(run.out()).text(Tag.PatientID).orElseThrow());
    }

    @Test
    void lengthsAndGroupLengthsAreAsAsked() throws IOException {
        String dump = "(0008,1115) SQ\n(fffe,e000) na\n(fffe,e00d) na\n(fffe,e0dd) na\n(0010,0020) LO [1]\n";

        read(dump);
        assertTrue(ToolRun.dump(made()).contains("SQ (Sequence with explicit length #=1)"));
        read(dump, "-e", "+g", "+ti");
        assertTrue(ToolRun.dump(made()).contains("SQ (Sequence with undefined length #=1)"));
        assertTrue(ToolRun.dump(made()).contains("(0010,0000) UL"));
        read(dump, "+p", "512", "0");
        assertEquals(0, Files.size(made()) % 512);
    }
}
