package org.bitewing.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Path;

/** Where a value that was not loaded can be read again, at any time and by any thread. */
public interface BulkSource {

    /**
     * What the bytes come from, for messages.
     *
     * @return a name such as a file name
     */
    String name();

    /**
     * Opens a part.
     *
     * @param offset of its first byte
     * @param length in bytes
     * @return a stream of at most that many bytes; to be closed
     * @throws IOException where the source is not there any more or has changed
     */
    InputStream open(long offset, long length) throws IOException;

    /**
     * Copies a part to a channel, by the system alone where that is possible.
     *
     * @param offset of its first byte
     * @param length in bytes
     * @param target a channel in blocking mode
     * @throws IOException where the source is gone, changed, or ends early, or the target cannot be written
     */
    default void transferTo(long offset, long length, WritableByteChannel target) throws IOException {
        try (InputStream stream = open(offset, length)) {
            if (stream.transferTo(Channels.newOutputStream(target)) < length) {
                throw new EOFException(name() + " ends within a value");
            }
        }
    }

    /**
     * The bytes of an array, which is not copied.
     *
     * @param bytes the whole source; must not change
     * @param name  for messages
     * @return the source
     */
    static BulkSource of(byte[] bytes, String name) {
        return new BulkArray(bytes, name);
    }

    /**
     * A file as it is now: once its length or its time of modification changes, opening a part is an error.
     *
     * @param path   the file
     * @param length its length in bytes when it was read
     * @return the source
     * @throws IOException where the file's state cannot be told
     */
    static BulkSource of(Path path, long length) throws IOException {
        return BulkFile.of(path, length);
    }

    /**
     * A file that is open, and stays so for as long as anything refers to the source: it is never closed here, but by
     * the channel itself once that is not in use any more.
     *
     * @param channel open for reading
     * @param name    for messages
     * @return the source
     */
    static BulkSource of(FileChannel channel, String name) {
        return new BulkChannel(channel, name);
    }

    /**
     * What is left of a value that nobody kept: its first bytes.
     *
     * @param head the first bytes
     * @param name for messages
     * @return a source whose stream fails behind the head
     */
    static BulkSource headOf(byte[] head, String name) {
        return new BulkHead(head, name);
    }
}
