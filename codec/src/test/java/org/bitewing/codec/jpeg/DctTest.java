package org.bitewing.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The transforms against the formulas of 10918-1 A.3.3 in floating point. */
class DctTest {
    private static final double[][] COSINE = new double[8][8];

    static {
        for (int x = 0; x < 8; x++) {
            for (int u = 0; u < 8; u++) {
                COSINE[x][u] = (u == 0 ? Math.sqrt(0.125) : 0.5) * Math.cos((2 * x + 1) * u * Math.PI / 16);
            }
        }
    }

    private static double[] forward(int[] samples) {
        double[] result = new double[64];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                result[i] += samples[j] * COSINE[j / 8][i / 8] * COSINE[j % 8][i % 8];
            }
        }
        return result;
    }

    private static double[] inverse(int[] coefficients) {
        double[] result = new double[64];
        for (int i = 0; i < 64; i++) {
            for (int j = 0; j < 64; j++) {
                result[i] += coefficients[j] * COSINE[i / 8][j / 8] * COSINE[i % 8][j % 8];
            }
        }
        return result;
    }

    /**
     * The procedure of IEEE 1180-1990: random blocks, forward, rounded, inverse; statistics of the error. Its ranges
     * are those of 9-bit differences; samples of 8 bits have no more than these.
     */
    @ParameterizedTest
    @CsvSource({"-128,127", "-5,5", "-100,100"})
    void inverseMeetsTheBoundsOfIeee1180(int low, int high) {
        Random random = new Random(1);
        InverseDct dct = new InverseDct();
        dct.begin(8);
        double[] sum = new double[64];
        double[] squares = new double[64];
        int blocks = 10_000;
        for (int n = 0; n < blocks; n++) {
            int[] coefficients = new int[64];
            int[] samples = random.ints(64, low, high + 1).toArray();
            double[] transformed = forward(samples);
            for (int i = 0; i < 64; i++) {
                coefficients[i] = (int) Math.max(-2048, Math.min(2047, Math.rint(transformed[i])));
            }
            double[] exact = inverse(coefficients);
            int[] plane = transform(dct, coefficients, 63, 8);
            for (int i = 0; i < 64; i++) {
                double error = plane[i] - 128 - Math.max(-128, Math.min(127, Math.rint(exact[i])));
                assertTrue(Math.abs(error) <= 1, "peak error");
                sum[i] += error;
                squares[i] += error * error;
            }
        }
        double allSquares = 0;
        double all = 0;
        for (int i = 0; i < 64; i++) {
            assertTrue(squares[i] / blocks <= 0.06, "mean square error of a sample: " + squares[i] / blocks);
            assertTrue(Math.abs(sum[i]) / blocks <= 0.015, "mean error of a sample: " + sum[i] / blocks);
            allSquares += squares[i];
            all += sum[i];
        }
        assertTrue(allSquares / blocks / 64 <= 0.02, "mean square error: " + allSquares / blocks / 64);
        assertTrue(Math.abs(all) / blocks / 64 <= 0.0015, "mean error: " + all / blocks / 64);
    }

    private static int[] transform(InverseDct dct, int[] block, int last, int precision) {
        Component component = new Component();
        component.stride = 8;
        component.bytes = new byte[64];
        component.samples = new short[64];
        for (int k = 0; k <= last; k++) {
            dct.set(k, block[DecodingTables.NATURAL[k]]);
        }
        dct.transform(last, component, 0);
        dct.flush();
        int[] samples = new int[64];
        for (int i = 0; i < 64; i++) {
            samples[i] = precision == 8 ? component.bytes[i] & 0xFF : component.samples[i];
        }
        return samples;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 5, 40})
    void shortCutsForFewCoefficientsGiveTheSameSamples(int last) {
        Random random = new Random(last);
        InverseDct dct = new InverseDct();
        for (int precision = 8; precision <= 12; precision += 4) {
            dct.begin(precision);
            for (int n = 0; n < 500; n++) {
                int[] block = new int[64];
                for (int k = 0; k <= last; k++) {
                    block[DecodingTables.NATURAL[k]] = random.nextInt(-900, 900);
                }

                int[] quick = transform(dct, block, last, precision);
                int[] full = transform(dct, block, 63, precision);

                assertArrayEquals(full, quick);
            }
        }
    }

    @Test
    void forwardIsWithinOneStepOfTheFormula() {
        Random random = new Random(3);
        int[] quantisation = new int[64];
        java.util.Arrays.fill(quantisation, 1);
        ForwardDct dct = new ForwardDct();
        for (int n = 0; n < 1000; n++) {
            int[] samples = random.ints(64, 0, 256).toArray();
            short[] plane = new short[64];
            for (int i = 0; i < 64; i++) {
                plane[i] = (short) samples[i];
                samples[i] -= 128;
            }
            short[] coefficients = new short[64];

            dct.transform(plane, 0, 8, 8, quantisation, coefficients, 0);

            double[] exact = forward(samples);
            for (int k = 0; k < 64; k++) {
                assertEquals(exact[DecodingTables.NATURAL[k]], coefficients[k], 0.75);
            }
        }
    }

    @Test
    void optimisedCodesAreNeverLongerThan16Bits() {
        HuffmanCode code = new HuffmanCode();
        int older = 1;
        int old = 1;
        for (int symbol = 0; symbol < 40; symbol++) {
            code.frequency[symbol] = old;
            int next = older + old;
            older = old;
            old = next;
        }

        code.optimise();

        double space = 0;
        for (int symbol = 0; symbol < 40; symbol++) {
            assertTrue(code.length[symbol] >= 1 && code.length[symbol] <= 16, "length " + code.length[symbol]);
            space += Math.pow(2, -code.length[symbol]);
        }
        assertTrue(space < 1, "one code, all ones, stays free");
    }
}
