package org.bitewing.io;

import java.io.IOException;
import org.bitewing.data.BulkData;

/**
 * A file: its start is asked for and written when the first bytes of the data set come, so that a writer that meets
 * the data set event by event has seen the first 64 KiB of it by then.
 */
final class FileSink implements Output.Sink {
    private final Output.Sink target;
    private final Start start;
    private boolean started;
    private long dataSetStart;

    /** Makes preamble and meta information. */
    interface Start {
        byte[] bytes() throws IOException;
    }

    FileSink(Output.Sink target, Start start) {
        this.target = target;
        this.start = start;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        start();
        target.write(bytes, offset, length);
    }

    @Override
    public void transfer(BulkData data) throws IOException {
        start();
        target.transfer(data);
    }

    /** Writes the start, if that has not happened. */
    void start() throws IOException {
        if (!started) {
            started = true;
            byte[] bytes = start.bytes();
            target.write(bytes, 0, bytes.length);
            dataSetStart = bytes.length;
        }
    }

    /** How many bytes stand before the data set, once they are written. */
    long dataSetStart() {
        return dataSetStart;
    }
}
