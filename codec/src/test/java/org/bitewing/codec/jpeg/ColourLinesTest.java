package org.bitewing.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two samples to an {@code int} come out as they do one at a time. */
class ColourLinesTest {
    @Test
    void pairsAreConvertedAsSingleSamplesAreWhateverTheChrominances() {
        int[] y = new int[256];
        int[] cb = new int[256];
        int[] cr = new int[256];
        int[][] made = new int[3][256];
        for (int luminance : new int[] {0, 1, 76, 128, 200, 254, 255}) {
            for (int redness = 0; redness < 256; redness++) {
                for (int x = 0; x < 256; x++) {
                    // The other half of each pair is something else.
                    y[x] = luminance | (255 - luminance) << 16;
                    cb[x] = x | (x * 37 & 255) << 16;
                    cr[x] = redness | (255 - redness) << 16;
                }

                PairConversion.red(y, cr, 256, made[0]);
                PairConversion.green(y, cb, cr, 256, made[1]);
                PairConversion.blue(y, cb, 256, made[2]);

                for (int x = 0; x < 256; x++) {
                    int[] left = rgb(luminance, x, redness);
                    int[] right = rgb(255 - luminance, x * 37 & 255, 255 - redness);
                    for (int i = 0; i < 3; i++) {
                        assertEquals(left[i] | right[i] << 16, made[i][x]);
                    }
                }
            }
        }
    }

    private static int[] rgb(int y, int cb, int cr) {
        int[] first = {y};
        int[] second = {cb};
        int[] third = {cr};
        YcbcrConversion.convert(first, second, third, 1, 8);
        return new int[] {first[0], second[0], third[0]};
    }

    @ParameterizedTest
    @CsvSource({"8,1,3", "8,1,4", "8,1,37", "8,2,40", "8,2,21", "12,1,37", "12,2,40", "12,2,6", "12,2,129"})
    void chrominancesAreTheTriangleOfTheirNeighbours(int precision, int vertical, int width) {
        Frame frame = new Frame();
        frame.process = JpegProcess.EXTENDED_SEQUENTIAL;
        frame.precision = precision;
        frame.horizontalMost = 2;
        frame.verticalMost = vertical;
        frame.width = 2 * width;
        Component component = new Component();
        component.begin(1, 1, 1, 0);
        component.width = width;
        component.height = 5;
        component.stride = (width + 7) / 8 * 8;
        component.bytes = new byte[component.stride * 8];
        component.samples = new short[component.stride * 8];
        Random random = new Random(width);
        int[][] samples = new int[5][width];
        for (int line = 0; line < 8; line++) {
            for (int x = 0; x < component.stride; x++) {
                // The greatest value often: then the sums are what 16 bits have to hold.
                int sample = random.nextBoolean() ? (1 << precision) - 1 : random.nextInt(1 << precision);
                component.bytes[line * component.stride + x] = (byte) sample;
                component.samples[line * component.stride + x] = (short) sample;
                if (line < 5 && x < width) {
                    samples[line][x] = sample;
                }
            }
        }
        Upsampler upsampler = new Upsampler();
        upsampler.begin();
        for (int line = 0; line < 5 * vertical; line++) {
            int[] made = new int[2 * width];

            upsampler.line(frame, component, line, made);

            assertArrayEquals(triangle(samples, line, vertical), made, "line " + line);
        }
    }

    /** Three parts of the nearer and one of the farther, rounded as libjpeg does: its jdsample.c says where. */
    private static int[] triangle(int[][] samples, int line, int vertical) {
        int near = line / vertical;
        int far = vertical == 1 ? near : Math.max(0, Math.min(4, (line & 1) == 0 ? near - 1 : near + 1));
        int width = samples[0].length;
        int[] made = new int[2 * width];
        for (int x = 0; x < made.length; x++) {
            int beside = Math.max(0, Math.min(width - 1, (x & 1) == 0 ? x / 2 - 1 : x / 2 + 1));
            int nearer = 3 * samples[near][x / 2] + samples[near][beside];
            int farther = 3 * samples[far][x / 2] + samples[far][beside];
            made[x] = vertical == 1 ? (nearer + 1 + (x & 1)) / 4 : (3 * nearer + farther + 8 - (x & 1)) / 16;
        }
        return made;
    }
}
