package org.bitewing.tools.dump;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.bitewing.data.BulkData;
import org.bitewing.dict.Tag;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/** Pixel data as files in a folder, {@code NAME.N.raw}; a file that is there is left alone. */
final class PixelFiles {
    private final Optional<Path> folder;
    private final String fileName;
    private final Console console;
    private int count;

    PixelFiles(Optional<Path> folder, String fileName, Console console) {
        this.folder = folder;
        this.fileName = fileName;
        this.console = console;
    }

    boolean isWanted(int tag) {
        return folder.isPresent() && tag == Tag.PixelData;
    }

    /** Writes the next one; its name as it is printed. */
    String write(BulkData data) throws IOException {
        Path file = folder.orElseThrow().resolve(fileName + "." + count++ + ".raw");
        if (Files.exists(file)) {
            console.log(Level.WARN, "DcmOtherByteOtherWord: Output file for pixel data already exists, skipping: " + file);
            return file.toString();
        }
        Path partial = Files.createTempFile(folder.orElseThrow(), ".bitewing", ".part");
        try {
            try (OutputStream out = Files.newOutputStream(partial, StandardOpenOption.WRITE)) {
                data.transferTo(out);
            }
            Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            console.log(Level.WARN, "DcmOtherByteOtherWord: Output file for pixel data already exists, skipping: " + file);
        } finally {
            Files.deleteIfExists(partial);
        }
        return file.toString();
    }
}
