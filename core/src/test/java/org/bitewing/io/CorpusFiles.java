package org.bitewing.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The real files beside the repository, where they are there. */
final class CorpusFiles {
    private CorpusFiles() {
    }

    /** All of them, or the test is skipped. */
    static List<Path> all() throws IOException {
        Optional<Path> folder = folder();
        Assumptions.assumeTrue(folder.isPresent(), "skipped: no ../shared/corpus/files, and BITEWING_SHARED does not name it");
        try (Stream<Path> files = Files.walk(folder.get())) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private static Optional<Path> folder() {
        String named = System.getProperty("BITEWING_SHARED", System.getenv().getOrDefault("BITEWING_SHARED", ""));
        Path shared = named.isEmpty() ? root().resolveSibling("shared") : Path.of(named);
        return Optional.of(shared.resolve("corpus").resolve("files")).filter(Files::isDirectory);
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve(".ci")) && !Files.isDirectory(folder.resolve("tools")) && folder.getParent() != null) {
            folder = folder.getParent();
        }
        return folder;
    }
}
