package org.bitewing.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import org.bitewing.data.BulkData;

/** A channel, to which the system may copy large values from file to file. */
record ChannelSink(WritableByteChannel channel) implements Output.Sink {
    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes, offset, length);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    @Override
    public void transfer(BulkData data) throws IOException {
        data.transferTo(channel);
    }
}
