package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command line. */
class ViewCommandTest {
    @TempDir
    private Path folder;

    @Test
    void addressIsPrintedAndIdlenessEndsTheCommand() {
        ToolRun run = ToolRun.of("view", "--no-browser", "--idle", 1, folder);
        assertEquals(0, run.code());
        assertTrue(run.text().matches("http://127\\.0\\.0\\.1:\\d+/[A-Za-z0-9_-]{24}/\n"), run.text());
    }

    @Test
    void wrongWordsAreErrors() {
        assertEquals(1, ToolRun.of("view", "--no-browser", folder.resolve("none")).code());
        for (String[] options : new String[][] {{"--port", "65536"}, {"--port", "x"}, {"--idle", "0"},
            {"--max-images", "1"}, {"--no-thumbnails"}}) {
            Object[] words = new Object[options.length + 2];
            System.arraycopy(options, 0, words, 0, options.length);
            words[options.length] = "--no-browser";
            words[options.length + 1] = folder;
            ToolRun run = ToolRun.of("view", words);
            assertEquals(1, run.code(), options[0]);
            assertTrue(run.errors().contains(options[0]), run.errors());
        }
    }

    @Test
    void portThatIsTakenIsAnError() throws Exception {
        try (Asked asked = Asked.of(folder)) {
            ToolRun run = ToolRun.of("view", "--no-browser", "--port", asked.address().getPort(), folder);
            assertEquals(1, run.code());
            assertTrue(run.errors().startsWith("F: cannot listen at port"), run.errors());
        }
    }

    @Test
    void browserIsOpenedWithoutAShell() {
        URI address = URI.create("http://127.0.0.1:1/x/");
        assertEquals(List.of("xdg-open", "http://127.0.0.1:1/x/"), Browser.command("Linux", address));
        assertEquals(List.of("open", "http://127.0.0.1:1/x/"), Browser.command("Mac OS X", address));
        assertEquals(List.of("rundll32", "url.dll,FileProtocolHandler", "http://127.0.0.1:1/x/"),
                Browser.command("Windows 11", address));
    }
}
