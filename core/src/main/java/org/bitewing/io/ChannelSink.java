package org.bitewing.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;

/** A channel. What comes again and again in the same array costs no object each time, however long it goes on. */
final class ChannelSink implements Output.Sink {
    private final WritableByteChannel channel;
    private ByteBuffer buffer = ByteBuffer.allocate(0);

    ChannelSink(WritableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (buffer.array() != bytes) {
            buffer = ByteBuffer.wrap(bytes);
        }
        buffer.limit(offset + length).position(offset);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }
}
