package org.bitewing.codec.image;

import org.bitewing.pixel.ImageLayout;

/** The numbers in a native frame (PS3.5 8.1.1). */
final class StoredPixels {
    private final ImageLayout layout;
    private final byte[] frame;
    private final int above;
    private final int unused;

    StoredPixels(ImageLayout layout, byte[] frame) {
        this.layout = layout;
        this.frame = frame;
        this.above = 63 - layout.highBit();
        this.unused = 64 - layout.bitsStored();
    }

    /** All bits allocated of a sample, as they lie in memory. */
    long word(int index) {
        return switch (layout.bitsAllocated()) {
            case 1 -> frame[index >> 3] >> (index & 7) & 1;
            case 8 -> frame[index] & 0xff;
            case 16 -> frame[2 * index] & 0xff | (frame[2 * index + 1] & 0xff) << 8;
            default -> longWord(index);
        };
    }

    private long longWord(int index) {
        int bytes = layout.bytesPerSample();
        long word = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            word = word << 8 | frame[index * bytes + i] & 0xff;
        }
        return word;
    }

    /** The number that is stored. */
    long stored(int index) {
        return stored(word(index));
    }

    long stored(long word) {
        return layout.signed() ? word << above >> unused : word << above >>> unused;
    }

    /** The least number that the stored bits can have. */
    static long least(ImageLayout layout) {
        return layout.signed() ? -1L << layout.bitsStored() - 1 : 0;
    }

    /** The largest number that the stored bits can have; of 64 unsigned ones the largest with sign. */
    static long most(ImageLayout layout) {
        if (layout.signed()) {
            return ~least(layout);
        }
        return layout.bitsStored() == 64 ? Long.MAX_VALUE : (1L << layout.bitsStored()) - 1;
    }
}
