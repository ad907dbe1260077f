package org.bitewing.tools.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bitewing.tools.Called;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code dcm2json} of real files means what that of DCMTK means, and what pydicom makes of them. */
class JsonCorpusTest {
    /** The one of the system, which has Debian's packages. */
    private static final String PYTHON = "/usr/bin/python3";

    @TempDir
    Path folder;

    /** Of the files that can be JSON: not those with compressed pixels. */
    private List<Path> writeOurs() throws IOException {
        List<Path> files = new ArrayList<>();
        StringBuilder list = new StringBuilder();
        for (Path file : Corpus.files()) {
            Called called = Called.with("dcm2json", "-q", file.toString());
            if (called.code() == 0) {
                Files.write(folder.resolve(files.size() + ".json"), called.bytes());
                list.append(files.size() + "\t" + file + "\n");
                files.add(file);
            }
        }
        Files.writeString(folder.resolve("list"), list);
        return files;
    }

    /** The last line is the number of files that were compared. */
    private List<String> differences(String judge) throws IOException {
        Path script = folder.resolve("json_judges.py");
        try (InputStream resource = JsonCorpusTest.class.getResourceAsStream("json_judges.py")) {
            Files.write(script, resource.readAllBytes());
        }
        String said = Judge.run(PYTHON, script, judge, folder);
        assumeFalse(said.endsWith("127"), judge + " is not installed");
        assertTrue(said.endsWith("\n0"), said);
        return List.of(said.substring(0, said.length() - 2).replace('\t', ' ').split("\n"));
    }

    @Test
    void meansWhatThatOfDcmtkMeans() throws IOException {
        List<Path> files = writeOurs();
        IntStream.range(0, files.size()).parallel().forEach(i -> {
            try {
                String said = Judge.run("dcm2json", "-q", files.get(i), folder.resolve(i + ".dcmtk"));
                if (!said.endsWith("0")) {
                    Files.deleteIfExists(folder.resolve(i + ".dcmtk"));
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertEquals(List.of(
                // Its items have a character set of their own, and DCMTK leaves the text as it is.
                "chrSQEncoding.dcm not read",
                // DCMTK's digits of FD do not read back.
                "examples_palette.dcm 00186011",
                "136"), differences("dcmtk"));
    }

    @Test
    void meansWhatPydicomReads() throws IOException {
        writeOurs();

        assertEquals(List.of("badVR.dcm not read", "141"), differences("pydicom"));
    }
}
