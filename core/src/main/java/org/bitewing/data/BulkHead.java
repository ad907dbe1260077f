package org.bitewing.data;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;

/** Bulk data of a source that could be read only once, and of which only the head was kept. */
record BulkHead(byte[] head, String name) implements BulkSource {
    @Override
    public InputStream open(long offset, long length) {
        InputStream kept = new ByteArrayInputStream(head, 0, (int) Math.min(head.length, length));
        return length <= head.length ? kept : new SequenceInputStream(kept, new Gone());
    }

    /** The rest. */
    private final class Gone extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("the value was not kept while " + name + " was read");
        }
    }
}
