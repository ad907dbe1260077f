package org.bitewing.pixel;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkSource;

/** The fragments of one frame, as if they were one piece. */
record JoinedFragments(List<BulkData> fragments) implements BulkSource {
    JoinedFragments {
        fragments = List.copyOf(fragments);
    }

    @Override
    public String name() {
        return fragments.get(0).source().name();
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
        InputStream stream = new Stream(fragments, length + offset);
        try {
            stream.skipNBytes(offset);
        } catch (IOException e) {
            stream.close();
            throw e;
        }
        return stream;
    }

    /** One fragment after the other, each opened when it is its turn. */
    private static final class Stream extends InputStream {
        private final List<BulkData> fragments;
        private int next;
        private InputStream open = InputStream.nullInputStream();
        private long left;

        Stream(List<BulkData> fragments, long length) {
            this.fragments = fragments;
            this.left = length;
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
            int wanted = (int) Math.min(count, left);
            while (wanted > 0) {
                int read = open.read(target, offset, wanted);
                if (read > 0) {
                    left -= read;
                    return read;
                }
                if (next == fragments.size()) {
                    return -1;
                }
                open.close();
                open = fragments.get(next++).open();
            }
            return -1;
        }

        @Override
        public void close() throws IOException {
            open.close();
        }
    }
}
