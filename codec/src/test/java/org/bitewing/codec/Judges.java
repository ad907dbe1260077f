package org.bitewing.codec;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Other programs and shared files that tests compare with; a test is skipped where they are missing. */
public final class Judges {
    private Judges() {
    }

    /** Runs a program that must succeed; skips the test where it is not installed. */
    public static void run(String program, Object... arguments) throws IOException, InterruptedException {
        boolean installed = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
        assumeTrue(installed, program + " is not installed");
        List<String> command = Stream.concat(Stream.of(program), Stream.of(arguments).map(Object::toString)).toList();
        Path log = Files.createTempFile(program, ".log");
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile())
                    .start();
            assertTrue(process.waitFor(60, TimeUnit.SECONDS), () -> command + " does not end");
            assertEquals(0, process.exitValue(), () -> command + ": " + text(log));
        } finally {
            Files.delete(log);
        }
    }

    private static String text(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /**
     * A file or folder of the corpus that is shared beside the repository, or where {@code BITEWING_SHARED} points.
     */
    public static Path shared(String path) {
        String named = System.getProperty("BITEWING_SHARED", System.getenv("BITEWING_SHARED"));
        Path root = named == null ? besideRepository() : Path.of(named);
        Path file = root.resolve(path);
        assumeTrue(Files.exists(file), () -> path + " is not in the shared folder");
        return file;
    }

    private static Path besideRepository() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.isDirectory(folder.resolve(".ci"))
                && !(Files.exists(folder.resolve("pom.xml")) && Files.isDirectory(folder.resolve("codec")))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared");
    }
}
