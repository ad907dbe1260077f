package org.bitewing.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.bitewing.data.BulkData;

/**
 * A channel, to which the system may copy large values from file to file. What comes again and again in the same array
 * costs no object each time, however long it goes on.
 */
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

    @Override
    public void transfer(BulkData data) throws IOException {
        data.transferTo(channel);
    }
}
