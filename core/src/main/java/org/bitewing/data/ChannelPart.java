package org.bitewing.data;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;

/** A part of a file as a stream. Of a {@link FileChannel}, whose position stays what it is, there may be several at once. */
final class ChannelPart extends InputStream {
    private final SeekableByteChannel channel;
    private final boolean closes;
    private final long end;
    private long position;

    /**
     * A part.
     *
     * @param closes whether the channel is closed with the stream
     */
    ChannelPart(SeekableByteChannel channel, boolean closes, long offset, long length) {
        this.channel = channel;
        this.closes = closes;
        this.position = offset;
        this.end = offset + length;
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
        ByteBuffer buffer = ByteBuffer.wrap(target, offset, (int) Math.min(count, end - position));
        int read = channel instanceof FileChannel file ? file.read(buffer, position)
                : channel.position(position).read(buffer);
        position += Math.max(0, read);
        return read;
    }

    @Override
    public long skip(long count) {
        long skipped = Math.max(0, Math.min(count, end - position));
        position += skipped;
        return skipped;
    }

    @Override
    public void close() throws IOException {
        if (closes) {
            channel.close();
        }
    }
}
