package org.bitewing.codec.jpeg;

/** Takes noise out of samples before they are compressed: a part of each comes from its eight neighbours. */
final class Smoothing {
    private static final int HALF = 1 << 15;

    private short[] above = new short[0];
    private short[] current = new short[0];

    /** Smooths the padded plane of a component; outside of it, the samples of its edges are repeated. */
    void apply(EncodedComponent component, int percent) {
        int width = component.stride;
        if (above.length < width) {
            above = new short[width];
            current = new short[width];
        }
        // Of 2^16 parts, a neighbour gives as many as libjpeg takes from it.
        int neighbour = percent * 64;
        int own = (1 << 16) - 8 * neighbour;
        short[] samples = component.samples;
        int lines = component.blocksDown * 8;
        System.arraycopy(samples, 0, above, 0, width);
        for (int line = 0; line < lines; line++) {
            int at = line * width;
            int below = line + 1 < lines ? at + width : at;
            System.arraycopy(samples, at, current, 0, width);
            int left = above[0] + current[0] + samples[below];
            int middle = left;
            for (int x = 0; x < width; x++) {
                int next = x + 1 < width ? above[x + 1] + current[x + 1] + samples[below + x + 1] : middle;
                // The line below is still what it was; where there is none, this line stands for it.
                int around = left + middle - current[x] + next;
                samples[at + x] = (short) (current[x] * own + around * neighbour + HALF >> 16);
                left = middle;
                middle = next;
            }
            short[] free = above;
            above = current;
            current = free;
        }
    }
}
