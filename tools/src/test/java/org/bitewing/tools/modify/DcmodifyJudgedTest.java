package org.bitewing.tools.modify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bitewing.tools.Called;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.JudgedDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Changes to real files by DCMTK's {@code dcmodify} and by ours: equal exit codes, and files of equal content. Left out
 * are files of type DICOMDIR, whose offsets follow their records in ours alone.
 */
class DcmodifyJudgedTest {
    private static final long LARGEST = 150_000;
    /** Their private sequences of undefined length become bytes when DCMTK writes implicit VR. */
    private static final Set<String> NOT_KEPT = Set.of("nested_priv_SQ.dcm", "meta_missing_tsyntax.dcm");
    private static final List<String> CHANGES = List.of(
            "-i (0010,0010)=New^Name -m PatientName=Newer",
            "-m (0008,0060)=OT -e (0008,0060)",
            "-m PatientID=7 -e AccessionNumber",
            "-i (0008,1140)[2].(0008,1155)=1.2.3 -i ReferencedImageSequence[0].ReferencedSOPClassUID==CTImageStorage",
            "-i (0008,1140)[1].(0008,1155)=1.2.3 -m (0008,1140)[*].(0008,1155)=1.2.4 -e (0008,1140)[0]",
            "-i (0040,0275)[0].(0040,0007)=a\\b -ma (0040,0007)=c",
            "-i (0009,0010)=ACME -i (0009,1001)=01 -e (0009,1001)",
            "-i (0011,1099)=01",
            "-nrc -i (0011,1099)=01",
            "-ep",
            "-gst -gse -gin",
            "-ea (0010,0010) -imt -e (0010,4000) -m (0010,4000)=x",
            "-i (0018,9074)=20200101120000 -i (0018,0050)=1.5 -i (0028,0106)=7 -i (0020,9165)=(0010,0010)",
            "-i (0028,0010)=70 -i (0018,602c)=0.25 -i (0018,602e)=1\\2.5 -i (0042,0011)=01\\02",
            "-ie -m (0010,4000)=x -i (0010,4000)=y -m Bogus=1",
            "-m (0010,4000)=x -m Bogus=1 -i (0002,0010)=1.2",
            "-i (0010,0010)= -i PatientSex",
            "-i (0010,0010)[0].(0010,0020)=x");

    @TempDir
    Path folder;

    private List<Object> words(String change, Path file) {
        List<Object> words = new ArrayList<>(List.of("dcmodify", "-nb"));
        words.addAll(List.of(change.split(" ")));
        words.add(file);
        return words;
    }

    @Test
    void everyChangeIsThatOfDcmtk() throws IOException {
        List<String> wrong = new ArrayList<>();
        int compared = 0;
        int next = 0;
        for (Path file : Corpus.files()) {
            String name = file.getFileName().toString();
            if (file.toFile().length() > LARGEST || NOT_KEPT.contains(name) || name.startsWith("DICOMDIR")
                    || JudgedDump.of(file).isEmpty()) {
                continue;
            }
            String change = CHANGES.get(next++ % CHANGES.size());
            Path ours = folder.resolve("ours");
            Path theirs = folder.resolve("theirs");
            for (Path copy : List.of(ours, theirs)) {
                Files.deleteIfExists(copy);
                Files.write(copy, Files.readAllBytes(file));
            }
            Called called = Called.with(words(change, ours).stream().map(Object::toString).toArray(String[]::new));
            List<Object> words = words(change, theirs);
            String said = Judge.run("dcmodify", words.subList(1, words.size()).toArray());
            compared++;
            boolean sameCode = said.substring(said.lastIndexOf('\n') + 1).equals("" + called.code());
            if (!sameCode || !JudgedDump.areEqual(JudgedDump.of(theirs), JudgedDump.of(ours))) {
                wrong.add(name + " " + change + ": " + called + " / " + said);
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(compared > 100, compared + " changes");
    }
}
