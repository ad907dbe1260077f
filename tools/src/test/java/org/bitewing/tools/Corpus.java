package org.bitewing.tools;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Real files beside the repository, or where {@code BITEWING_SHARED} says; tests without them are skipped. */
public final class Corpus {
    private Corpus() {
    }

    /** All files, DICOM or not, sorted. */
    public static List<Path> files() throws IOException {
        Path folder = shared().resolve("corpus/files");
        assumeTrue(Files.isDirectory(folder), "no corpus at " + folder);
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).sorted().toList();
        }
    }

    /** One file by its name. */
    public static Path file(String name) throws IOException {
        return files().stream().filter(path -> path.getFileName().toString().equals(name)).findFirst().orElseThrow();
    }

    private static Path shared() {
        String given = System.getProperty("BITEWING_SHARED", System.getenv("BITEWING_SHARED"));
        if (given != null) {
            return Path.of(given);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder.getParent() != null && !Files.exists(folder.resolve("tools/pom.xml"))) {
            folder = folder.getParent();
        }
        return folder.resolveSibling("shared");
    }
}
