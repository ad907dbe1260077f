package org.bitewing.codec.jpeg;

import java.util.Arrays;

/**
 * One component of the frame that is being decoded, with its plane of samples. Its arrays live as long as the
 * decoder.
 */
final class Component {
    int identifier;
    /** H and V (10918-1 A.1.1). */
    int horizontal;
    int vertical;
    int quantisationTable;

    /** Samples across and down without any padding: x<sub>i</sub> and y<sub>i</sub> of A.1.1. */
    int width;
    int height;
    /** Data units across and down, enough for whole MCUs of interleaved scans (A.2.4). */
    int unitsAcross;
    int unitsDown;
    /** Samples from a line of the plane to the next. */
    int stride;
    /** Decoded samples of DCT frames of 8 bits, lines of {@link #stride}. */
    byte[] bytes = new byte[0];
    /** Decoded samples of all other frames, as they come: 16 bits without sign. */
    short[] samples = new short[0];
    /** Quantised coefficients of progressive frames, 64 a data unit in natural order. */
    short[] coefficients = new short[0];
    /**
     * The quantisation table as it was at the component's first scan (B.2.4.1), in zig-zag order, with slack for bad
     * runs.
     */
    final int[] quantisation = new int[64 + 16];

    /** Whether a scan of this component has begun. */
    boolean scanned;
    /** Lines of this component that are decoded from the top. */
    int linesDone;
    /** For each coefficient of a progressive frame the Al of its last scan, -1 before its first. */
    final int[] lastBit = new int[64];

    /** Of the current scan. */
    int directCurrentTable;
    int alternatingCurrentTable;
    int prediction;
    /** Arithmetic conditioning state of the current scan (F.1.4.4.1.2). */
    int context;

    void begin(int newIdentifier, int newHorizontal, int newVertical, int newQuantisationTable) {
        identifier = newIdentifier;
        horizontal = newHorizontal;
        vertical = newVertical;
        quantisationTable = newQuantisationTable;
        scanned = false;
        linesDone = 0;
        Arrays.fill(lastBit, -1);
    }

    /** Places a plane; the caller has checked that the sizes are within bounds. */
    void layOut(Frame frame) {
        int unit = frame.unit();
        width = ceiling(frame.width * horizontal, frame.horizontalMost);
        height = ceiling(frame.height * vertical, frame.verticalMost);
        unitsAcross = frame.mcusAcross * horizontal;
        unitsDown = frame.mcusDown * vertical;
        stride = unitsAcross * unit;
    }

    long planeLength(int unit) {
        return (long) stride * unitsDown * unit;
    }

    void allocate(Frame frame) {
        int length = (int) planeLength(frame.unit());
        if (frame.isOfBytes()) {
            bytes = bytes.length < length ? new byte[length] : bytes;
        } else {
            samples = samples.length < length ? new short[length] : samples;
        }
        if (frame.process.isProgressive()) {
            if (coefficients.length < length) {
                coefficients = new short[length];
            } else {
                Arrays.fill(coefficients, 0, length, (short) 0);
            }
        }
    }

    static int ceiling(int dividend, int divisor) {
        return (dividend + divisor - 1) / divisor;
    }
}
