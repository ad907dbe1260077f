package org.bitewing.tools.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.tools.Commands;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launchers for shells are run with a Java that prints what it is called with; those for Windows are read. */
@DisabledOnOs(OS.WINDOWS)
class LaunchersTest {
    private static final String FIRST_COMPILER = "-XX:TieredStopAtLevel=1";

    @TempDir
    Path folder;
    private Path bin;

    @BeforeEach
    void makeLaunchersAndAJavaThatTellsItsArguments() throws IOException {
        bin = Files.createDirectories(folder.resolve("a place/bin"));
        Path java = Files.writeString(bin.resolve("java"), "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertTrue(java.toFile().setExecutable(true));
    }

    private List<String> run(Path launcher, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        // The launchers of the jar look there, those of an image beside themselves.
        builder.environment().put("JAVA_HOME", bin.getParent().toString());
        builder.environment().put("JAVA_OPTS", "-Xmx1g -Da=b");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, process.waitFor(), text);
        return List.of(text.split("\n"));
    }

    @Test
    void everyCommandIsRunByItsNameOrByBitewing() throws IOException, InterruptedException {
        for (Launchers launchers : Launchers.values()) {
            launchers.write(bin);
            for (String command : Commands.NAMES) {
                Path own = bin.resolve(command);
                assertEquals(Commands.isPartOfBitewing(command), !Files.exists(own), command);
                List<String> called = run(bin.resolve("bitewing"), command, "a b", "*");
                int main = called.size() - 4;
                assertTrue(called.get(main).endsWith("org.bitewing.tools.Main"), called.toString());
                assertEquals(List.of(command, "a b", "*"), called.subList(main + 1, called.size()));
                assertEquals(Launchers.LONG_RUNS.contains(command), !called.contains(FIRST_COMPILER), command);
                assertTrue(called.containsAll(List.of("-Xmx1g", "-Da=b")), called.toString());
                if (Files.exists(own)) {
                    assertEquals(called, run(own, "a b", "*"));
                }
            }
        }
    }

    @Test
    void aLinkRunsTheCommandThatItLeadsTo() throws IOException, InterruptedException {
        Launchers.OF_IMAGE.write(bin);
        Files.createSymbolicLink(folder.resolve("first"), Path.of("a place/bin/dcmdump"));
        Path second = Files.createSymbolicLink(folder.resolve("second"), Path.of("first"));

        assertEquals(run(bin.resolve("dcmdump"), "x"), run(second, "x"));
    }

    @Test
    void longRunsAreCommands() {
        assertTrue(Commands.NAMES.containsAll(Launchers.LONG_RUNS));
    }

    /** There is no Windows here: what decides is compared with the launcher for shells, word for word. */
    @Test
    void windowsDecidesAsShellsDo() {
        for (Launchers launchers : Launchers.values()) {
            String batch = launchers.batch();
            String shell = launchers.shell();
            assertEquals(options(shell.substring(shell.indexOf("exec "))), options(batch.substring(
                    batch.indexOf("set \"tuning=\""))));
            String longRuns = between(batch, "for %%c in (", ")");
            assertEquals(List.of(between(shell, "case $1 in\n", ")").strip().split(" \\| ")),
                    List.of(longRuns.split(" ")));
            // The name is that of the file, or for bitewing the first word.
            assertTrue(batch.contains("set \"name=%~n0\"\r\nset \"command=%name%\"\r\n"
                    + "if /i \"%name%\"==\"bitewing\" set \"command=\"\r\n"
                    + "if not defined command set \"name=%~1\"\r\n"), batch);
            assertTrue(batch.contains("do if /i \"%name%\"==\"%%c\" set \"tuning=\"\r\n"), batch);
            assertFalse(batch.replace("\r\n", "").contains("\n"), batch);
            assertTrue(batch.endsWith("exit /b %ERRORLEVEL%\r\n"), batch);
        }
    }

    /** The options of Java, in which the two differ only by how variables are written, and who knows of terminals. */
    private static List<String> options(String text) {
        List<String> options = new ArrayList<>();
        for (String word : text.replace("\"", "").split("\\s+")) {
            String same = word.replace("%lib%\\", "$bin/../lib/").replace("%tuning%", "$tuning");
            if (same.startsWith("-X") || same.startsWith("org.bitewing") || same.equals("$tuning")) {
                options.add(same);
            }
        }
        return options;
    }

    private static String between(String text, String before, String after) {
        int start = text.indexOf(before) + before.length();
        return text.substring(start, text.indexOf(after, start));
    }
}
