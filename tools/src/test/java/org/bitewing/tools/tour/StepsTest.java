package org.bitewing.tools.tour;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.tools.cli.Console;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of step is broken once: the tour must then not end with 0. */
class StepsTest {
    @TempDir
    Path folder;
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private Steps steps;

    @BeforeEach
    void start() throws IOException {
        steps = new Steps(new Place(folder.toRealPath()), new Console(InputStream.nullInputStream(), shown,
                new PrintStream(OutputStream.nullOutputStream()), false, false));
        Files.writeString(folder.resolve("one.dump"), "(0010,0020) LO [0815]\n");
        steps.run("dump2dcm one.dump one.dcm", "");
    }

    private void ends(int code, String because) throws IOException {
        assertEquals(code, steps.end(false));
        String text = shown.toString(StandardCharsets.UTF_8);
        assertTrue(text.contains(because), text);
    }

    @Test
    void whatSucceedsAndSaysItEndsWith0() throws IOException {
        steps.run("dcmdump one.dcm", "LO [0815]");

        ends(0, "All 2 steps did what they say.");
    }

    @Test
    void aCommandThatFails() throws IOException {
        steps.run("dcmdump missing.dcm", "");

        ends(1, "(this went wrong: it ended with 1)");
    }

    @Test
    void aCommandThatSaysSomethingElse() throws IOException {
        steps.run("dcmdump one.dcm", "LO [4711]");

        ends(1, "(this went wrong: this is missing: LO [4711])");
    }

    @Test
    void aCommandThatDoesNotStart() throws IOException {
        steps.start("storescp --output-directory missing/ 0", "listening on port ");

        ends(1, "(this went wrong: it does not say: listening on port )");
    }

    @Test
    void aCommandThatIsStoppedAndHasNotSaidWhatItDid() throws IOException {
        steps.folder("received");
        Running receiver = steps.start("storescp -v --output-directory received/ 0", "listening on port ");
        steps.stop(receiver, "1 objects");

        ends(1, "(this went wrong: this is missing: 1 objects)");
    }

    @Test
    void filesThatAreNotThere() throws IOException {
        steps.list(".", 2, ".dcm");

        ends(1, "(this went wrong: 1 files instead of 2)");
    }

    @Test
    void anAddressWhereNobodyIs() throws IOException {
        steps.folder("empty");
        Running viewer = steps.start("bitewing view --no-browser empty/", "http://");
        String address = "http://" + viewer.await("http://");
        steps.fetch(address + "api/catalog", "\"complete\":true", "\"images\":1");
        steps.stop(viewer, "");

        ends(1, "(this went wrong: this is missing: \"images\":1)");
    }

    @Test
    void hooksAreFoundWithoutAPath() throws IOException {
        Place place = new Place(Path.of("/a place's"));
        String hook = place.words("storescp -xcr 'dcm2pnm +on #p/#f pictures/#f.png'").get(2);

        assertTrue(hook.endsWith(" 'dcm2pnm' '+on' '#p/#f' '/a place'\\''s/pictures/#f.png'"), hook);
    }
}
