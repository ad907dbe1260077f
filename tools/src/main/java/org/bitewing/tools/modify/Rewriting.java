package org.bitewing.tools.modify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;
import org.bitewing.data.DataSet;
import org.bitewing.io.AtomicFile;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.WriteOptions;

/**
 * Replaces a file by its changed content. The backup is made when the new content is complete, just before it takes the
 * place of the old, so that trouble leaves the file and an older backup as they are.
 */
final class Rewriting {
    static final String BACKUP = ".bak";

    private Rewriting() {
    }

    static void write(DataSet set, WriteOptions options, Path path, boolean backup) throws IOException {
        try (AtomicFile file = AtomicFile.create(path);
             DicomWriter writer = DicomWriter.to(file.channel(), options)) {
            writer.write(set);
            if (backup && Files.exists(path)) {
                backUp(path);
            }
            file.commit();
        }
    }

    /** A second name for the old content, which costs nothing, or a copy where the file system has no such thing. */
    private static void backUp(Path path) throws IOException {
        Path backup = path.resolveSibling(path.getFileName() + BACKUP);
        Path temporary = path.resolveSibling(".bitewing-" + UUID.randomUUID() + BACKUP);
        Path original = path.toRealPath();
        try {
            try {
                Files.createLink(temporary, original);
            } catch (UnsupportedOperationException | IOException e) {
                Files.copy(original, temporary, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.move(temporary, backup, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }
}
