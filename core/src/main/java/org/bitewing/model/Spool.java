package org.bitewing.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkSource;

/**
 * Values that are too large for memory, one behind the other in a temporary file. Only its owner may read the file, it
 * is without a name as soon as it is open where the system has such a thing, and it is gone once nothing in memory
 * speaks of it any more. For one thread while it is written.
 */
final class Spool {
    private static final String NAME = "a temporary file";

    private final Path folder;
    private FileChannel channel;
    private long size;

    Spool(Path folder) {
        this.folder = folder;
    }

    /** Adds the first bytes of an array. */
    void write(byte[] bytes, int count) throws IOException {
        if (channel == null) {
            Path path = Files.createTempFile(folder, ".bitewing-", ".tmp");
            channel = FileChannel.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE,
                    StandardOpenOption.DELETE_ON_CLOSE);
        }
        ByteBuffer buffer = ByteBuffer.wrap(bytes, 0, count);
        while (buffer.hasRemaining()) {
            size += channel.write(buffer);
        }
    }

    long size() {
        return size;
    }

    /** Whether a value lies in the file. */
    boolean has(BulkData data) {
        return channel != null && data.source().equals(BulkSource.of(channel, NAME));
    }

    /** What was written from a place on. */
    BulkData from(long start) {
        return BulkData.of(BulkSource.of(channel, NAME), start, size - start);
    }
}
