package org.bitewing.tools.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.tools.Called;
import org.bitewing.tools.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
    @TempDir
    Path folder;

    @Test
    void everyStepSucceedsAndLeavesItsFilesWhereAsked() throws IOException {
        Path kept = folder.resolve("kept");

        Called tour = Called.with("tour", "--no-browser", "--keep", kept.toString());

        String text = new String(tour.bytes(), StandardCharsets.UTF_8);
        assertEquals(0, tour.code(), text + tour.error());
        assertTrue(text.contains("$ dcmdump sample.dcm\n"), text);
        assertTrue(text.contains("(0010,0010) PN [Nobody^Ann=山田^太郎]"), text);
        assertTrue(text.contains("\n\nAll "), text);
        // Nothing that is printed depends on where the folder is, its last line aside.
        assertEquals(text.indexOf(folder.toString()), text.lastIndexOf(" " + kept.toRealPath() + ".") + 1, text);
        assertTrue(Files.exists(kept.resolve("sample.dcm")));
        try (Stream<Path> received = Files.walk(kept.resolve("received"))) {
            assertEquals(MakingFiles.PICTURES, received.filter(Files::isRegularFile).count());
        }
    }

    @Test
    void whatIsThereIsNotTouched() throws IOException {
        Files.writeString(folder.resolve("mine"), "");

        Called tour = Called.with("tour", "--no-browser", "--keep", folder.toString());

        assertEquals(1, tour.code());
        assertTrue(tour.error().contains("is not empty"), tour.error());
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    /** In a process whose path is empty, so that there is no browser and nothing that hooks could need. */
    private Process tour() throws IOException {
        Files.createDirectories(folder.resolve("empty"));
        ProcessBuilder builder = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder, "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Main.class.getName(), "tour").redirectErrorStream(true);
        builder.environment().put("PATH", folder.resolve("empty").toString());
        return builder.start();
    }

    private static String until(String expected, BufferedReader lines) throws IOException {
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            if (line.contains(expected)) {
                return said.toString();
            }
        }
        return said.toString();
    }

    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.getFileName().toString().startsWith("bitewing-tour")).toList();
        }
    }

    @Test
    void thePageIsServedUntilEnter() throws IOException, InterruptedException {
        Process tour = tour();
        try (BufferedReader said = tour.inputReader()) {
            String before = until("Press Enter", said);
            assertTrue(before.contains("\nhttp://127.0.0.1:"), before);
            assertTrue(tour.isAlive());
            assertEquals(1, left().size());
            tour.getOutputStream().write('\n');
            tour.getOutputStream().flush();
            String rest = until("never said", said);
            assertEquals(0, tour.waitFor(), before + rest);
        }
        assertEquals(List.of(), left());
    }

    @Test
    void itsFolderIsRemovedWhenItIsInterrupted() throws IOException, InterruptedException {
        Process tour = tour();
        try (BufferedReader said = tour.inputReader()) {
            String before = until("Press Enter", said);
            // Unlike that of the process, this leaves its streams open.
            tour.toHandle().destroy();
            String rest = until("never said", said);
            int code = tour.waitFor();
            assertEquals(List.of(), left(), code + before + rest);
        }
    }
}
