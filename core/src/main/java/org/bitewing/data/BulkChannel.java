package org.bitewing.data;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.WritableByteChannel;

/** Bulk data in a file that is open and read by position; any number of streams share the channel. */
record BulkChannel(FileChannel channel, String name) implements BulkSource {
    @Override
    public InputStream open(long offset, long length) {
        return new Part(channel, offset, offset + length);
    }

    @Override
    public void transferTo(long offset, long length, WritableByteChannel target) throws IOException {
        long done = 0;
        while (done < length) {
            long count = channel.transferTo(offset + done, length - done, target);
            if (count <= 0) {
                throw new EOFException(name + " ends within a value");
            }
            done += count;
        }
    }

    /** A part of the file as a stream. */
    private static final class Part extends InputStream {
        private final FileChannel channel;
        private final long end;
        private long position;

        Part(FileChannel channel, long position, long end) {
            this.channel = channel;
            this.position = position;
            this.end = end;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            if (position == end) {
                return -1;
            }
            int read = channel.read(ByteBuffer.wrap(target, offset, (int) Math.min(count, end - position)), position);
            position += Math.max(0, read);
            return read;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.max(0, Math.min(count, end - position));
            position += skipped;
            return skipped;
        }
    }
}
