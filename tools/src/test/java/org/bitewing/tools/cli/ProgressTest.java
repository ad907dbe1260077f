package org.bitewing.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.Judge;
import org.bitewing.tools.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ProgressTest {
    private static final String CLEAR = "\r\u001b[K";
    private static final OptionTable TABLE = OptionTable.of("test", "Test", "[options]", 0, "\n");

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    private long milliseconds;

    private Console console(boolean isTerminal, String... options) {
        Console console = new Console(InputStream.nullInputStream(), new ByteArrayOutputStream(),
                new PrintStream(terminal, true, StandardCharsets.UTF_8), false, isTerminal);
        console.configure(CommandLine.parse(TABLE, List.of(options)));
        return console;
    }

    private Progress of(Console console, long total) {
        return new Progress(console, "files", total, () -> 5 + milliseconds * 1_000_000);
    }

    /** What was written since it was asked last. */
    private String said() {
        String said = terminal.toString(StandardCharsets.UTF_8);
        terminal.reset();
        return said;
    }

    @Test
    void countRateAndTheTimeThatIsLeft() {
        Progress progress = of(console(true), 1000);
        assertEquals(CLEAR + "0 of 1000 files", said());
        milliseconds = 500;
        progress.step();
        assertEquals(CLEAR + "1 of 1000 files", said());
        milliseconds = 2000;
        progress.step();
        assertEquals(CLEAR + "2 of 1000 files, 1.0/s, 16 min 38 s left", said());
        milliseconds = 2099;
        for (int i = 0; i < 98; i++) {
            progress.step();
        }
        assertEquals("", said(), "not more than ten times a second");
        milliseconds = 4000;
        for (int i = 0; i < 100; i++) {
            progress.step();
        }
        assertEquals(CLEAR + "101 of 1000 files, 25/s, 36 s left", said());
        progress.close();
        assertEquals(CLEAR + "200 of 1000 files in 4 s, 50/s\n", said());
    }

    @Test
    void hoursAndTheEnd() {
        Progress progress = of(console(true), 3);
        milliseconds = 2 * 3600 * 1000 + 90_000;
        progress.step();
        assertTrue(said().endsWith("1 of 3 files, 0.0/s, 4 h 3 min left"));
        progress.step();
        assertEquals("", said());
        progress.step();
        assertEquals(CLEAR + "3 of 3 files, 0.0/s", said());
        progress.close();
        assertEquals(CLEAR + "3 files in 2 h 1 min, 0.0/s\n", said());
    }

    @Test
    void withoutATotalThereIsNoEndToSpeakOf() {
        Progress progress = of(console(true), 0);
        assertEquals(CLEAR + "0 files", said());
        milliseconds = 1000;
        progress.step();
        assertEquals(CLEAR + "1 files, 1.0/s", said());
    }

    @Test
    void whatWasShortLeavesNothing() {
        Progress progress = of(console(true), 2);
        milliseconds = 999;
        progress.step();
        progress.step();
        said();
        progress.close();
        assertEquals(CLEAR, said());
    }

    @Test
    void messagesTakeThePlaceOfTheLine() {
        Console console = console(true);
        Progress progress = of(console, 2);
        said();
        console.log(Level.WARN, "one");
        console.log(Level.WARN, "two");
        assertEquals(CLEAR + "W: one\nW: two\n", said());
        milliseconds = 100;
        progress.step();
        assertEquals(CLEAR + "1 of 2 files", said());
    }

    @Test
    void nothingIsSaidWhereNobodyWatchesOrWantsIt() {
        for (Console console : List.of(console(false), console(true, "--no-progress"), console(true, "-q"),
                console(true, "-v"), console(true, "-ll", "fatal"))) {
            try (Progress progress = of(console, 2)) {
                milliseconds += 5000;
                progress.step();
            }
            assertEquals("", said());
        }
        try (Progress progress = of(console(true), 1)) {
            progress.step();
        }
        assertEquals("", said(), "of one there is no part");
    }

    /** A real terminal, as {@code script} makes one; the launcher asks the system what it is. */
    @ParameterizedTest
    @ValueSource(strings = {"", "--no-progress", "2>/dev/null"})
    void aTerminalShowsItAndNothingElseDoes(String option, @TempDir Path folder) throws IOException {
        for (int i = 0; i < 3; i++) {
            Files.write(folder.resolve(i + ".dcm"), DicomWriter.toBytes(DataSet.builder()
                    .set(Tag.SOPClassUID, UID.RawDataStorage).set(Tag.SOPInstanceUID, "2.25." + i)
                    .set(Tag.PatientName, "Nobody").build(), WriteOptions.defaults()));
        }
        String launcher = "terminal=; [ -t 2 ] && terminal=err; exec '" + Path.of(System.getProperty("java.home"),
                "bin", "java") + "' -Dbitewing.terminal=$terminal -cp '" + System.getProperty("java.class.path") + "' "
                + Main.class.getName() + " dcmodify -nb -m PatientName=Other " + folder + "/*.dcm " + option;
        Path command = Files.writeString(folder.resolve("command"), launcher);
        String said = Judge.run("script", "-qec", "sh " + command, "/dev/null");
        assertTrue(said.endsWith("0"), said);
        assertEquals(option.isEmpty(), said.contains("0 of 3 files"), said);
        assertEquals(option.isEmpty(), said.contains("3 of 3 files"), said);
    }
}
