package org.bitewing.codec.jpeg;

import java.util.Arrays;

/** Takes the caller's samples apart: planar or not, bytes or shorts, converted to Y'CbCr and subsampled as asked. */
final class EncoderInput {
    // Conversion of JFIF (ITU-T T.871 7), coefficients times 2^16.
    private static final int Y_RED = 19595;
    private static final int Y_GREEN = 38470;
    private static final int Y_BLUE = 7471;
    private static final int CB_RED = 11059;
    private static final int CB_GREEN = 21709;
    private static final int CR_GREEN = 27439;
    private static final int CR_BLUE = 5329;
    private static final int ONE_HALF = 1 << 15;

    private byte[] bytes;
    private short[] shorts;
    private int offset;
    /** Index of a component's next sample, and of its next line and of the next component's first sample. */
    private int sampleStep;
    private int lineStep;
    private int componentStep;
    private int mask;
    /** One group of lines of each component at full size, as many as are averaged. */
    private final short[][] lines = new short[3][0];
    private final Smoothing smoothing = new Smoothing();

    void open(EncodeParameters parameters, byte[] newBytes, short[] newShorts, int newOffset) {
        bytes = newBytes;
        shorts = newShorts;
        offset = newOffset;
        int components = parameters.planar() ? 1 : parameters.components();
        sampleStep = components;
        lineStep = components * parameters.width();
        componentStep = parameters.planar() ? parameters.width() * parameters.height() : 1;
        mask = (1 << parameters.precision()) - 1;
    }

    void close() {
        bytes = null;
        shorts = null;
    }

    /** Reads a line of one component; bits beyond the precision are dropped. */
    void readLine(int component, int line, int width, short[] to, int at) {
        int from = offset + component * componentStep + line * lineStep;
        if (bytes != null) {
            for (int x = 0; x < width; x++, from += sampleStep) {
                to[at + x] = (short) (bytes[from] & mask);
            }
        } else {
            for (int x = 0; x < width; x++, from += sampleStep) {
                to[at + x] = (short) (shorts[from] & mask);
            }
        }
    }

    /** Fills the planes of all components. */
    void read(EncodeParameters parameters, EncodedComponent[] components) {
        int width = parameters.width();
        int group = parameters.subsampling().vertical();
        for (int i = 0; i < parameters.components(); i++) {
            if (lines[i].length < width * group) {
                lines[i] = new short[width * group];
            }
        }
        for (int line = 0; line < parameters.height(); line += group) {
            for (int i = 0; i < parameters.components(); i++) {
                for (int j = 0; j < group; j++) {
                    int inside = Math.min(line + j, parameters.height() - 1);
                    readLine(i, inside, width, lines[i], j * width);
                }
            }
            if (parameters.colour() == ComponentColour.RGB_TO_YCBCR) {
                convert(width * group, parameters.precision());
            }
            store(parameters, components, line, group);
        }
        for (int i = 0; i < parameters.components(); i++) {
            components[i].pad();
            boolean full = components[i].horizontal == parameters.subsampling().horizontal()
                    && components[i].vertical == group;
            if (parameters.smoothing() > 0 && full) {
                smoothing.apply(components[i], parameters.smoothing());
            }
        }
    }

    private void convert(int samples, int precision) {
        int chrominance = (1 << precision - 1 << 16) + ONE_HALF - 1;
        for (int x = 0; x < samples; x++) {
            int red = lines[0][x];
            int green = lines[1][x];
            int blue = lines[2][x];
            lines[0][x] = (short) (Y_RED * red + Y_GREEN * green + Y_BLUE * blue + ONE_HALF >> 16);
            lines[1][x] = (short) (ONE_HALF * blue - CB_RED * red - CB_GREEN * green + chrominance >> 16);
            lines[2][x] = (short) (ONE_HALF * red - CR_GREEN * green - CR_BLUE * blue + chrominance >> 16);
        }
    }

    private void store(EncodeParameters parameters, EncodedComponent[] components, int line, int group) {
        int width = parameters.width();
        for (int i = 0; i < parameters.components(); i++) {
            EncodedComponent component = components[i];
            int across = parameters.subsampling().horizontal() / component.horizontal;
            int down = group / component.vertical;
            if (across * down == 1) {
                for (int j = 0; j < group && line + j < component.height; j++) {
                    int to = (line + j) * component.stride;
                    System.arraycopy(lines[i], j * width, component.samples, to, width);
                    int end = to + component.stride;
                    Arrays.fill(component.samples, to + width, end, component.samples[to + width - 1]);
                }
            } else {
                average(component, lines[i], width, line / group * component.stride, across, down);
            }
        }
    }

    /**
     * The mean of each group of samples, those beyond the frame's edge repeated from it up to whole blocks. Two and
     * four samples are rounded up and down in turn, as libjpeg does, lest the picture get brighter.
     */
    private static void average(EncodedComponent component, short[] from, int width, int to, int across, int down) {
        int samples = across * down;
        for (int x = 0; x < component.stride; x++) {
            int sum = 0;
            for (int j = 0; j < down; j++) {
                for (int k = 0; k < across; k++) {
                    sum += from[j * width + Math.min(x * across + k, width - 1)];
                }
            }
            int rounding = across == 2 ? down - 1 + (x & 1) : samples / 2;
            component.samples[to + x] = (short) ((sum + rounding) / samples);
        }
    }
}
