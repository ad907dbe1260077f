package org.bitewing.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Another program that reads what we write. */
public final class Judge {
    private Judge() {
    }

    /**
     * Runs a program, all of its output in one text with the exit code as its last line; skips the test where it is not
     * installed.
     */
    public static String run(String program, Object... words) throws IOException {
        assumeTrue(isInstalled(program), program + " is not installed");
        List<String> command = new ArrayList<>(List.of(program));
        for (Object word : words) {
            command.add(word.toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        try {
            return text + process.waitFor();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    static boolean isInstalled(String program) {
        if (program.startsWith("/")) {
            return Files.isExecutable(Path.of(program));
        }
        for (String folder : System.getenv("PATH").split(File.pathSeparator)) {
            if (Files.isExecutable(Path.of(folder, program))) {
                return true;
            }
        }
        return false;
    }
}
