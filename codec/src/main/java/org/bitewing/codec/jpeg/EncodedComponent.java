package org.bitewing.codec.jpeg;

/**
 * One component of the frame that is being encoded by DCT: its samples at its own size, then its coefficients.
 * Reused.
 */
final class EncodedComponent {
    final int index;
    int horizontal;
    int vertical;
    /** Samples that come from the frame. */
    int width;
    int height;
    /** Blocks that hold any of these samples: the scans of this component alone have no others (10918-1 A.2.2). */
    int blocksAcross;
    int blocksDown;
    /** Blocks of whole MCUs. */
    int paddedAcross;
    int paddedDown;
    /** Samples, padded to whole blocks, lines of {@link #stride}. */
    short[] samples = new short[0];
    int stride;
    /** Quantised coefficients, 64 a block in zig-zag order, of the padded blocks. */
    short[] coefficients = new short[0];
    int prediction;

    EncodedComponent(int index) {
        this.index = index;
    }

    void layOut(EncodeParameters parameters) {
        boolean first = index == 0;
        int horizontalMost = parameters.subsampling().horizontal();
        int verticalMost = parameters.subsampling().vertical();
        horizontal = first ? horizontalMost : 1;
        vertical = first ? verticalMost : 1;
        width = Component.ceiling(parameters.width() * horizontal, horizontalMost);
        height = Component.ceiling(parameters.height() * vertical, verticalMost);
        blocksAcross = Component.ceiling(width, 8);
        blocksDown = Component.ceiling(height, 8);
        paddedAcross = Component.ceiling(parameters.width(), 8 * horizontalMost) * horizontal;
        paddedDown = Component.ceiling(parameters.height(), 8 * verticalMost) * vertical;
        stride = blocksAcross * 8;
        if (samples.length < stride * blocksDown * 8) {
            samples = new short[stride * blocksDown * 8];
        }
        if (coefficients.length < paddedAcross * paddedDown * 64) {
            coefficients = new short[paddedAcross * paddedDown * 64];
        }
    }

    /** Repeats the last line, up to whole blocks (A.2.4). */
    void pad() {
        int last = (height - 1) * stride;
        for (int line = height; line < blocksDown * 8; line++) {
            System.arraycopy(samples, last, samples, line * stride, stride);
        }
    }

    void transform(ForwardDct dct, int precision, int[] quantisation) {
        for (int row = 0; row < blocksDown; row++) {
            int at = row * paddedAcross * 64;
            for (int column = 0; column < blocksAcross; column++, at += 64) {
                int from = row * 8 * stride + column * 8;
                dct.transform(samples, from, stride, precision, quantisation, coefficients, at);
            }
        }
        fillOut();
    }

    /**
     * Blocks that only fill out an MCU cost least as the DC coefficient of the block coded before them, and no AC
     * coefficient.
     */
    private void fillOut() {
        for (int row = 0; row < paddedDown; row++) {
            for (int column = row < blocksDown ? blocksAcross : 0; column < paddedAcross; column++) {
                int at = (row * paddedAcross + column) * 64;
                boolean firstOfMcu = column % horizontal == 0;
                int before = firstOfMcu && row >= blocksDown
                        ? ((row - 1) * paddedAcross + column + horizontal - 1) * 64 : at - 64;
                java.util.Arrays.fill(coefficients, at, at + 64, (short) 0);
                coefficients[at] = coefficients[before];
            }
        }
    }
}
