package org.bitewing.tools.modify;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DcmodifyTest {
    @TempDir
    Path folder;
    private Path file;
    private Path backup;

    @BeforeEach
    void aFileToChange() throws IOException {
        file = sample("one.dcm", "1.2.3.1");
        backup = folder.resolve("one.dcm.bak");
    }

    private Path sample(String name, String instance) throws IOException {
        Path path = folder.resolve(name);
        Dicom.write(DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, instance)
                .set(Tag.ReferencedSeriesSequence, DataSet.builder().set(Tag.PatientName, "a"),
                        DataSet.builder().set(Tag.PatientName, "b"))
                .set(0x00090010, VR.LO, "ACME").set(0x00091001, VR.LO, "private")
                .set(Tag.PatientName, "Old").set(Tag.StudyInstanceUID, "1.2.3").set(Tag.Rows, 3)
                .build(), path);
        return path;
    }

    private ToolRun run(Object... options) {
        List<Object> words = new ArrayList<>(List.of(options));
        words.add(file);
        return ToolRun.of("dcmodify", words.toArray());
    }

    private DataSet changed(Object... options) throws IOException {
        ToolRun run = run(options);
        assertEquals(0, run.code(), run.errors());
        assertEquals("", run.errors());
        return Dicom.read(file);
    }

    private void assertRefused(String error, Object... options) throws IOException {
        byte[] before = Files.readAllBytes(file);
        ToolRun run = run(options);
        assertEquals("E: modifying tag in file " + file + ": " + error + "\nE: There was 1 error\n", run.errors());
        assertEquals(1, run.code());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertFalse(Files.exists(backup));
    }

    @Test
    void allChangesApplyInTheirOrderAndTheOldFileIsKept() throws IOException {
        byte[] before = Files.readAllBytes(file);

        DataSet set = changed("-i", "PatientID=1", "-m", "(0010,0020)=2=3", "-m", "0010,0010=New");

        assertEquals("2=3", set.text(Tag.PatientID).orElseThrow());
        assertEquals("New", set.text(Tag.PatientName).orElseThrow());
        assertArrayEquals(before, Files.readAllBytes(backup));
    }

    @Test
    void anOlderBackupIsOverwrittenAndNoneIsMadeOnRequest() throws IOException {
        Files.writeString(backup, "older");

        changed("-nb", "-m", "PatientName=1");
        assertEquals("older", Files.readString(backup));

        changed("-m", "PatientName=2");
        assertEquals("1", Dicom.read(backup).text(Tag.PatientName).orElseThrow());
    }

    @Test
    void missingSequencesAndItemsAreMade() throws IOException {
        DataSet set = changed("-i", "(0008,1115)[3].(0008,1199)[0].ReferencedSOPClassUID==CTImageStorage",
                "-i", "RequestAttributesSequence[0]");

        assertEquals(4, set.items(Tag.ReferencedSeriesSequence).size());
        assertEquals(UID.CTImageStorage, set.text(TagPath.parse("(0008,1115)[3].(0008,1199)[0].(0008,1150)"))
                .orElseThrow());
        assertEquals(1, set.items(Tag.RequestAttributesSequence).size());
    }

    @Test
    void aStarIsEveryItem() throws IOException {
        DataSet set = changed("-i", "(0008,1115)[*].PatientID=7", "-e", "(0008,1115)[*].PatientName");

        for (var item : set.items(Tag.ReferencedSeriesSequence)) {
            assertEquals("7", item.text(Tag.PatientID).orElseThrow());
            assertFalse(item.contains(Tag.PatientName));
        }
    }

    @Test
    void allOccurrencesAreChangedOrErased() throws IOException {
        DataSet set = changed("-ma", "PatientName=X");
        assertEquals("X", set.text(TagPath.parse("(0008,1115)[1].PatientName")).orElseThrow());

        set = changed("-ea", "(0010,0010)", "-ep");
        assertFalse(set.contains(Tag.PatientName));
        assertFalse(set.items(Tag.ReferencedSeriesSequence).get(0).contains(Tag.PatientName));
        assertFalse(set.contains(0x00090010));
        assertFalse(set.contains(0x00091001));
    }

    @Test
    void numbersBytesAndEmptyValuesAreWrittenAsTheirVrWantsThem() throws IOException {
        DataSet set = changed("-i", "(0042,0011)=61\\62", "-m", "Rows=4\\5", "-i", "(0028,0106)=-1", "-m",
                "PatientName=", "-i", "PatientID");

        assertArrayEquals(new byte[] {'a', 'b'}, set.bytes(Tag.EncapsulatedDocument));
        assertArrayEquals(new int[] {4, 5}, set.ints(Tag.Rows));
        assertArrayEquals(new int[] {-1}, set.ints(Tag.SmallestImagePixelValue));
        assertEquals(0, set.element(Tag.PatientName).orElseThrow().length());
        assertEquals(0, set.element(Tag.PatientID).orElseThrow().length());
    }

    @Test
    void filesGiveValues() throws IOException {
        Path value = Files.writeString(folder.resolve("value"), "four");
        Path odd = Files.writeString(folder.resolve("odd"), "odd");

        assertEquals("four", changed("-nb", "-if", "PatientID=" + value).text(Tag.PatientID).orElseThrow());
        assertRefused("Cannot insert/modify value with odd length from file!", "-mf", "PatientID=" + odd);
        assertRefused("File to read value from does not exist!", "-mf", "PatientID=" + folder.resolve("none"));
    }

    @Test
    void whatCannotBeDoneIsSaidAndLeavesTheFile() throws IOException {
        assertRefused("Tag not found", "-m", "PatientID=1");
        assertRefused("Tag not found", "-e", "PatientID");
        assertRefused("Tag not found", "-ea", "PatientID");
        assertRefused("Tag not found", "-ma", "PatientID=1");
        assertRefused("Tag not found", "-e", "(0008,1115)[7]");
        assertRefused("Tag not found", "-m", "(0008,1115)[7].PatientName=x");
        assertRefused("Cannot insert/modify tags with group 0000 or 0002!", "-i", "(0002,0003)=1.2");
        assertRefused("Unable to parse tag/dictionary name at beginning of path: Bogus", "-i", "Bogus=1");
        assertRefused("Bogus not found in dictionary!", "-ea", "Bogus");
        assertRefused("Invalid or empty private creator tag: (0011,0010)", "-i", "(0011,1002)=x");
        assertRefused("Cannot put value into non-leaf elements!", "-i", "(0008,1115)=a");
        assertRefused("Cannot modify non-leaf elements!", "-m", "(0008,1115)[1]");
        assertRefused("Invalid Path: Non-sequence tag found with rest path following", "-i", "PatientName[0].PatientID=a");
        assertRefused("Unknown UID name: No mapping to UID value defined", "-i", "(0008,1150)==Foo");
        assertRefused("Corrupted data: the number is out of range, which is 0 to 65535 (value, character 1)",
                "-m", "Rows=70000");
        assertRefused("Groups 0001,0003,0005,0007,FFFF are illegal!", "-i", "(0003,0001)=x");
        assertRefused("Groups 0001,0003,0005,0007,FFFF are illegal!", "-i", "(ffff,0001)=x");
        assertRefused("Group FFFE is for items and delimiters", "-i", "(fffe,e000)=x");
        assertRefused("Group FFFE is for items and delimiters", "-i", "(0008,1115)[0].(fffe,e00d)");
        assertRefused("Unable to parse item number at beginning of path: [x].PatientID", "-i", "(8,1115)[x].PatientID=1");
    }

    @Test
    void everyChangeThatCannotBeMadeIsCounted() throws IOException {
        byte[] before = Files.readAllBytes(file);

        ToolRun run = run("-m", "PatientID=1", "-m", "PatientName=New", "-e", "PatientSex", "-i", "Bogus=1");

        assertEquals(3, run.code());
        assertTrue(run.errors().endsWith("E: There were 3 errors\n"), run.errors());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertEquals("3", lastLine(Judge.run("dcmodify", "-m", "PatientID=1", "-m", "PatientName=New", "-e",
                "PatientSex", "-i", "Bogus=1", file)));
    }

    private static String lastLine(String text) {
        return text.substring(text.lastIndexOf('\n') + 1);
    }

    @Test
    void pathsMayLeaveOutZerosAndTheDotBehindAnItem() throws IOException {
        Path theirs = sample("theirs.dcm", "1.2.3.1");
        String[] options = {"-nb", "-m", "(10,10)=1", "-i", "8,1115[0](8,1155)=1.2", "-m", "8,1115[1]0010,10=3"};

        changed((Object[]) options);

        List<Object> words = new ArrayList<>(List.of(options));
        words.add(theirs);
        assertEquals("0", lastLine(Judge.run("dcmodify", words.toArray())));
        assertEquals(ToolRun.dump(theirs), ToolRun.dump(file));
        assertEquals("3", Dicom.read(file).text(TagPath.parse("(0008,1115)[1].PatientName")).orElseThrow());
    }

    @Test
    void errorsAndMissingTagsCanBeIgnored() throws IOException {
        ToolRun run = run("-ie", "-m", "PatientID=3", "-m", "PatientName=New");
        assertEquals(1, run.code());
        assertEquals("New", Dicom.read(file).text(Tag.PatientName).orElseThrow());

        changed("-imt", "-m", "PatientID=3", "-e", "PatientID", "-ea", "PatientID", "-ma", "PatientID=1");
    }

    @Test
    void elementsOfVrUnAreLeftAloneOnRequest() throws IOException {
        Dicom.write(Dicom.read(file).toBuilder().set(org.bitewing.data.Value.of(Tag.PatientID, VR.UN,
                new byte[] {'1', ' '})).build(), file);

        ToolRun run = run("-iun", "-m", "PatientID=2");

        assertEquals("W: will not write value to attribute having VR=UN: (0010,0020)\n", run.errors());
        assertEquals(VR.UN, Dicom.read(file).element(Tag.PatientID).orElseThrow().vr());
    }

    @Test
    void newUidsKeepTheFilesOfAStudyTogetherAndReachTheHeader() throws IOException {
        Path other = sample("two.dcm", "1.2.3.2");

        ToolRun run = ToolRun.of("dcmodify", "-gst", "-gse", "-gin", file, other);

        assertEquals(0, run.code(), run.errors());
        DataSet first = Dicom.read(file);
        DataSet second = Dicom.read(other);
        assertNotEquals("1.2.3", first.uid(Tag.StudyInstanceUID).orElseThrow());
        assertEquals(first.uid(Tag.StudyInstanceUID), second.uid(Tag.StudyInstanceUID));
        assertNotEquals(first.uid(Tag.SOPInstanceUID), second.uid(Tag.SOPInstanceUID));
        assertEquals(first.uid(Tag.SOPInstanceUID), first.uid(Tag.MediaStorageSOPInstanceUID));
    }

    @Test
    void theHeaderIsLeftAloneOnRequest() throws IOException {
        run("-nmu", "-gin");

        DataSet set = Dicom.read(file);
        assertEquals("1.2.3.1", set.uid(Tag.MediaStorageSOPInstanceUID).orElseThrow());
        assertNotEquals("1.2.3.1", set.uid(Tag.SOPInstanceUID).orElseThrow());
    }

    @Test
    void oneBadFileOfTenDoesNotKeepTheNineFromBeingChanged() throws IOException {
        List<Object> words = new ArrayList<>(List.of("-m", "PatientName=New"));
        List<Path> files = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            Path path = i == 3 ? Files.writeString(folder.resolve("bad"), "this is not DICOM at all")
                    : sample(i + ".dcm", "1.2.3." + i);
            files.add(path);
            words.add(path);
        }

        ToolRun run = ToolRun.of("dcmodify", words.toArray());

        assertEquals(1, run.code());
        assertTrue(run.errors().startsWith("E: unable to load file " + files.get(3) + ": "), run.errors());
        assertTrue(run.errors().endsWith("E: There was 1 error\n"), run.errors());
        for (int i = 0; i < 10; i++) {
            if (i != 3) {
                assertEquals("New", Dicom.read(files.get(i)).text(Tag.PatientName).orElseThrow());
            }
        }
        assertEquals("this is not DICOM at all", Files.readString(files.get(3)));
    }

    @Test
    void withoutAChangeTheFileIsNotTouched() throws IOException {
        byte[] before = Files.readAllBytes(file);

        ToolRun run = run();

        assertEquals(0, run.code());
        assertEquals("W: no change is asked for, so there is nothing to do\n", run.errors());
        assertArrayEquals(before, Files.readAllBytes(file));
        assertFalse(Files.exists(backup));
    }

    @Test
    void anotherEncodingAloneIsAChange() throws IOException {
        changed("+ti");

        assertEquals(UID.ImplicitVRLittleEndian, Dicom.read(file).uid(Tag.TransferSyntaxUID).orElseThrow());
    }

    @Test
    void aFileIsMadeOnRequest() throws IOException {
        Path made = folder.resolve("made.dcm");

        assertEquals(1, ToolRun.of("dcmodify", "-i", "PatientID=7", made).code());
        assertFalse(Files.exists(made));

        assertEquals(0, ToolRun.of("dcmodify", "+fc", "-i", "PatientID=7", made).code());
        assertEquals("7", Dicom.read(made).text(Tag.PatientID).orElseThrow());
    }

    @Test
    void textThatTheCharacterSetDoesNotHaveIsAnError() throws IOException {
        ToolRun run = run("-m", "PatientName=\u5c71");

        assertEquals(1, run.code());
        assertTrue(run.errors().contains("characters that character set"), run.errors());
        assertEquals("\u5c71", changed("-i", "SpecificCharacterSet=ISO_IR 192", "-m", "PatientName=\u5c71")
                .text(Tag.PatientName).orElseThrow());
    }
}
