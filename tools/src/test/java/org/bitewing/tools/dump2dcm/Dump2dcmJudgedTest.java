package org.bitewing.tools.dump2dcm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.tools.Called;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.JudgedDump;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The files that DCMTK's {@code dump2dcm} and ours make of the dumps of real files. They are equal, or ours is the file
 * that was dumped, where DCMTK's is not or does not come into being: a backslash before an n stays one instead of a
 * line break, line breaks in values come back, and so does an AT without a value.
 */
class Dump2dcmJudgedTest {
    private static final long LARGEST = 300_000;

    @TempDir
    Path folder;

    @Test
    void theFileIsThatOfDcmtkOrTheOneThatWasDumped() throws IOException {
        List<String> wrong = new ArrayList<>();
        int equal = 0;
        int restored = 0;
        for (Path file : Corpus.files()) {
            String dump = file.toFile().length() > LARGEST ? "1" : Judge.run("dcmdump", "-q", "+L", file);
            if (!dump.endsWith("\n0")) {
                continue;
            }
            Path text = Files.writeString(folder.resolve("dump"), dump.substring(0, dump.length() - 1),
                    StandardCharsets.ISO_8859_1);
            Path ours = folder.resolve("ours");
            Path theirs = folder.resolve("theirs");
            Files.deleteIfExists(ours);
            Files.deleteIfExists(theirs);
            Called called = Called.with("dump2dcm", text.toString(), ours.toString());
            Judge.run("dump2dcm", "-q", "+l", "100000000", text, theirs);

            List<String> made = called.code() == 0 ? JudgedDump.of(ours) : List.of();
            if (Files.exists(theirs) && JudgedDump.areEqual(JudgedDump.of(theirs), made)) {
                equal++;
            } else if (JudgedDump.areEqual(JudgedDump.of(file), made)) {
                restored++;
            } else {
                wrong.add(file.getFileName() + " " + called.code() + " " + called.error());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(equal > 100, equal + " files are equal");
        assertTrue(restored > 3 && restored < equal / 2, restored + " files are as they were");
    }
}
