package org.bitewing.tools;

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
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.tools.cli.Console;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {
    @TempDir
    Path folder;

    @Test
    void everyStepSucceedsAndLeavesItsFilesWhereAsked() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        int code = Main.run(List.of("tour", "--keep", folder.resolve("kept").toString()), new Console(
                InputStream.nullInputStream(), out, new PrintStream(OutputStream.nullOutputStream()), false, false));

        String text = out.toString(StandardCharsets.UTF_8);
        assertEquals(0, code, text);
        assertTrue(text.contains("$ dcmdump sample.dcm\n"), text);
        assertTrue(text.contains("(0010,0010) PN [Nobody^Ann=山田^太郎]"), text);
        assertTrue(Files.exists(folder.resolve("kept").resolve("sample.dcm")));
        try (Stream<Path> received = Files.walk(folder.resolve("kept").resolve("received"))) {
            assertEquals(2, received.filter(Files::isRegularFile).count());
        }
    }
}
