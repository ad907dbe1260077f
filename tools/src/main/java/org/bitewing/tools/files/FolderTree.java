package org.bitewing.tools.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder with all that is in it. Links in it are seen as such, and never followed. */
public final class FolderTree {
    private FolderTree() {
    }

    /**
     * The files in a folder and in the folders below it, links among them.
     *
     * @param folder a folder
     * @return paths that begin with it, in order
     * @throws IOException where a folder cannot be read
     */
    public static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS)).sorted()
                    .toList();
        }
    }

    /**
     * Removes a folder with all that is in it.
     *
     * @param folder a folder; it may be gone already
     * @throws IOException where something cannot be removed
     */
    public static void remove(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> all;
        try (Stream<Path> found = Files.walk(folder)) {
            all = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : all) {
            Files.delete(file);
        }
    }
}
