package org.bitewing.pixel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import org.bitewing.data.BulkData;

/** Frames of encapsulated pixel data, decoded. */
final class CompressedFrameReader implements FrameReader {
    private final PixelFragments fragments;
    private final FrameDecoder decoder;
    private final ImageLayout encoded;
    private final ImageLayout decoded;
    private byte[] compressed = new byte[0];

    CompressedFrameReader(PixelFragments fragments, FrameDecoder decoder, ImageLayout encoded, ImageLayout decoded) {
        this.fragments = fragments;
        this.decoder = decoder;
        this.encoded = encoded;
        this.decoded = decoded;
    }

    @Override
    public ImageLayout layout() {
        return decoded;
    }

    @Override
    public void read(int index, byte[] target, int offset) throws IOException {
        int length = load(index);
        decoder.decode(compressed, 0, length, encoded, target, offset);
    }

    @Override
    public void read(int index, short[] target, int offset) throws IOException {
        int length = load(index);
        decoder.decode(compressed, 0, length, encoded, target, offset);
    }

    private int load(int index) throws IOException {
        BulkData frame = fragments.frame(index);
        if (frame.length() > Integer.MAX_VALUE - 8) {
            throw Frames.wrong("a compressed frame of " + frame.length() + " bytes does not fit an array");
        }
        int length = (int) frame.length();
        try (InputStream stream = frame.open()) {
            if (compressed.length < length) {
                compressed = new byte[length];
            }
            if (stream.readNBytes(compressed, 0, length) < length) {
                throw new EOFException(frame.source().name() + " ends within a fragment");
            }
        }
        return length;
    }
}
