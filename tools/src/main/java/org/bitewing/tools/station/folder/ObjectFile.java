package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bitewing.io.ByteSource;
import org.bitewing.tools.files.SourceStream;

/** The file of an object that is to be added, wherever it is. */
sealed interface ObjectFile {
    /** Not that of files which are received. */
    String START = ".bitewing-unnamed-";

    /** It lies in the archive already. */
    record InArchive(Path path) implements ObjectFile {
    }

    /** It lies elsewhere, and gets another name in the archive. */
    record Elsewhere(Path path) implements ObjectFile {
    }

    /** It is not a file of its own; a copy of its bytes was written into the archive under a name that is not its own. */
    record Unnamed(Path path) implements ObjectFile {
    }

    /** The file that holds the bytes now. */
    Path path();

    /** Writes the bytes of a source into a folder, to be named later. */
    static Unnamed copy(ByteSource source, Path folder, boolean sync) throws IOException {
        Path path = Files.createTempFile(Files.createDirectories(folder), START, LeftOvers.END);
        try (SourceStream in = new SourceStream(source);
                FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            in.transferTo(Channels.newOutputStream(file));
            if (sync) {
                file.force(true);
            }
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
        return new Unnamed(path);
    }
}
