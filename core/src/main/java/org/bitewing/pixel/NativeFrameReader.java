package org.bitewing.pixel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.BulkData;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;

/** Frames that lie one after the other in native pixel data (PS3.5 8.1.1). */
final class NativeFrameReader implements FrameReader {
    /** A multiple of every size of number, so that parts of data in big endian can begin there. */
    private static final int ALIGNMENT = 8;

    private final BulkData data;
    private final ImageLayout layout;
    private byte[] workspace = new byte[0];

    NativeFrameReader(BulkData data, ImageLayout layout) {
        this.data = data;
        this.layout = layout;
    }

    @Override
    public ImageLayout layout() {
        return layout;
    }

    @Override
    public byte[] read(int index) throws IOException {
        Objects.checkIndex(index, layout.frames());
        // Before memory is taken for what a small file only claims to have.
        checkEnd((Math.multiplyExact(layout.frameBits(), index + 1L) + 7) / 8);
        return FrameReader.super.read(index);
    }

    @Override
    public void read(int index, byte[] target, int offset) throws IOException {
        Objects.checkIndex(index, layout.frames());
        Objects.checkFromIndexSize(offset, layout.frameLength(), target.length);
        long firstBit = Math.multiplyExact(layout.frameBits(), (long) index);
        int shift = (int) (firstBit & 7);
        if (shift == 0) {
            readBytes(firstBit / 8, target, offset, layout.frameLength());
        } else {
            int bytes = (int) ((shift + layout.frameBits() + 7) / 8);
            workspace = workspace.length < bytes ? new byte[bytes] : workspace;
            readBytes(firstBit / 8, workspace, 0, bytes);
            shift(bytes, shift, target, offset);
        }
        int spare = (int) (layout.frameBits() & 7);
        if (spare != 0) {
            target[offset + layout.frameLength() - 1] &= (byte) ((1 << spare) - 1);
        }
    }

    private void shift(int bytes, int shift, byte[] target, int offset) {
        for (int i = 0; i < layout.frameLength(); i++) {
            int next = i + 1 < bytes ? workspace[i + 1] & 0xff : 0;
            target[offset + i] = (byte) ((workspace[i] & 0xff | next << 8) >> shift);
        }
    }

    private void readBytes(long from, byte[] target, int offset, int count) throws IOException {
        checkEnd(from + count);
        long start = from - from % ALIGNMENT;
        try (InputStream stream = data.part(start, data.length() - start).open()) {
            stream.skipNBytes(from - start);
            if (stream.readNBytes(target, offset, count) < count) {
                throw new EOFException(data.source().name() + " ends within the pixel data");
            }
        }
    }

    private void checkEnd(long end) {
        if (end > data.length()) {
            throw new DicomException(DicomException.Kind.END, "the pixel data ends within a frame: it has "
                    + data.length() + " bytes, the frame ends at " + end,
                    new Location("data set", -1, TagPath.of(Tag.PixelData)), end, data.length());
        }
    }

    @Override
    public void read(int index, short[] target, int offset) throws IOException {
        if (layout.bitsAllocated() != 16) {
            throw new IllegalArgumentException("short[] takes 16 bits allocated, not " + layout.bitsAllocated());
        }
        int samples = (int) layout.samples();
        Objects.checkFromIndexSize(offset, samples, target.length);
        workspace = workspace.length < 2 * samples ? new byte[2 * samples] : workspace;
        read(index, workspace, 0);
        for (int i = 0; i < samples; i++) {
            target[offset + i] = (short) (workspace[2 * i] & 0xff | workspace[2 * i + 1] << 8);
        }
    }
}
