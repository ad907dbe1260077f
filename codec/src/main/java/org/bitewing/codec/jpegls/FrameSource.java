package org.bitewing.codec.jpegls;

/**
 * Where the lines to encode come from: an array of the caller, in one of the orders that {@link FrameTarget} writes.
 * Bits above those of a sample are passed over, as the sign bits of a signed sample are.
 */
final class FrameSource {
    boolean byPlane;
    private byte[] bytes;
    private short[] shorts;
    private int offset;
    private JpegLsHeader header;
    /** Lines of the components of a colour transform. */
    private final int[][] colors = new int[3][0];

    /** Takes an array, exactly one of the two; it has been found large enough. */
    void open(JpegLsHeader newHeader, byte[] newBytes, short[] newShorts, int newOffset) {
        header = newHeader;
        bytes = newBytes;
        shorts = newShorts;
        offset = newOffset;
    }

    /** Lets go of the array. */
    void close() {
        bytes = null;
        shorts = null;
    }

    /** Reads a line of a component to index 1 and the following. */
    void read(int component, int row, int[] line) {
        if (header.transform() == ColorTransform.NONE) {
            readPlain(component, row, line);
            return;
        }
        int width = header.width();
        for (int c = 0; c < 3; c++) {
            if (colors[c].length <= width) {
                colors[c] = new int[width + 1];
            }
            readPlain(c, row, colors[c]);
        }
        for (int x = 1; x <= width; x++) {
            header.transform().forward(colors[0], colors[1], colors[2], x, header.bitsPerSample());
        }
        System.arraycopy(colors[component], 1, line, 1, width);
    }

    private void readPlain(int component, int row, int[] line) {
        int width = header.width();
        int stride = byPlane ? 1 : header.components();
        int first = byPlane ? (component * header.height() + row) * width
                : row * width * header.components() + component;
        int mask = (1 << header.bitsPerSample()) - 1;
        if (shorts != null) {
            for (int x = 1, at = offset + first; x <= width; x++, at += stride) {
                line[x] = shorts[at] & mask;
            }
        } else if (header.bitsPerSample() > 8) {
            for (int x = 1, at = offset + 2 * first; x <= width; x++, at += 2 * stride) {
                line[x] = (bytes[at] & 0xFF | bytes[at + 1] << 8) & mask;
            }
        } else {
            for (int x = 1, at = offset + first; x <= width; x++, at += stride) {
                line[x] = bytes[at] & mask;
            }
        }
        if (header.preset().maximumSample() < mask) {
            checkMaximum(line, row);
        }
    }

    private void checkMaximum(int[] line, int row) {
        for (int x = 1; x <= header.width(); x++) {
            if (line[x] > header.preset().maximumSample()) {
                throw new IllegalArgumentException("Sample " + line[x] + " in line " + row + ", column " + (x - 1)
                        + " exceeds MAXVAL " + header.preset().maximumSample());
            }
        }
    }
}
