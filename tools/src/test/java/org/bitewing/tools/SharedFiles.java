package org.bitewing.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Files beside the project that the tests may look at; whoever asks for what is not there is skipped. */
public final class SharedFiles {
    private SharedFiles() {
    }

    /** A file or folder of {@code ../shared}, or of where {@code BITEWING_SHARED} says. */
    public static Path shared(String name) {
        String given = System.getProperty("BITEWING_SHARED", System.getenv("BITEWING_SHARED"));
        Path path = (given != null ? Path.of(given) : projectRoot().resolveSibling("shared")).resolve(name);
        assumeTrue(Files.exists(path), "there is no " + name + " in ../shared");
        return path;
    }

    /** The root of the project. */
    public static Path projectRoot() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("tools/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** All files below a folder, sorted. */
    public static List<Path> below(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
