package org.bitewing.codec.transcode;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.bitewing.data.BulkSource;
import org.bitewing.pixel.FrameReader;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;

/**
 * The decoded frames of a data set as one value that is decoded while it is read, so that memory is bounded by a
 * frame. Damage shows when reading gets there, as the exception of the codec.
 */
record DecodedPixels(Frames frames, ImageLayout target) implements BulkSource {
    long length() {
        return target.length();
    }

    @Override
    public String name() {
        return "decoded pixel data";
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
        InputStream stream = new Stream(frames.reader(), target, length + offset);
        stream.skipNBytes(offset);
        return stream;
    }

    /** One frame after the other, in one array. */
    private static final class Stream extends InputStream {
        private final FrameReader reader;
        private final ImageLayout target;
        private final int frameLength;
        private final byte[] frame;
        private byte[] ordered;
        private int loaded = -1;
        private long position;
        private final long end;

        Stream(FrameReader reader, ImageLayout target, long length) {
            this.reader = reader;
            this.target = target;
            this.frameLength = target.frameLength();
            this.frame = new byte[frameLength];
            this.ordered = frame;
            this.end = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            Objects.checkFromIndexSize(offset, count, bytes.length);
            if (count == 0) {
                return 0;
            }
            if (position == end) {
                return -1;
            }
            int index = (int) (position / frameLength);
            int at = (int) (position % frameLength);
            if (index < target.frames() && index != loaded) {
                reader.read(index, frame, 0);
                ordered = PlaneOrder.of(frame, reader.layout(), target, ordered);
                loaded = index;
            }
            int given = (int) Math.min(Math.min(count, frameLength - at), end - position);
            System.arraycopy(ordered, at, bytes, offset, given);
            position += given;
            return given;
        }

        @Override
        public long skip(long count) {
            long skipped = Math.max(0, Math.min(count, end - position));
            position += skipped;
            return skipped;
        }
    }
}
