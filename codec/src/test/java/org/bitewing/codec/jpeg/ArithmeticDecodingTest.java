package org.bitewing.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Arithmetic coding where no other program writes streams: lossless, and 12 bits. */
class ArithmeticDecodingTest {
    @ParameterizedTest
    @CsvSource({"8,1", "8,4", "12,7", "16,1", "16,4", "16,7", "2,1"})
    void losslessFramesAreExact(int precision, int predictor) {
        short[] samples = Fixtures.picture(57, 43, 1, precision);

        byte[] stream = ArithmeticStreams.lossless(samples, 57, 43, precision, predictor);

        assertArrayEquals(samples, Fixtures.decodeShorts(stream, DecodeOptions.defaults()));
    }

    @Test
    void losslessNoiseOf16BitsIsExact() {
        short[] samples = new short[64 * 64];
        java.util.Random random = new java.util.Random(9);
        for (int i = 0; i < samples.length; i++) {
            samples[i] = (short) random.nextInt();
        }

        byte[] stream = ArithmeticStreams.lossless(samples, 64, 64, 16, 1);

        assertArrayEquals(samples, Fixtures.decodeShorts(stream, DecodeOptions.defaults()));
    }

    @ParameterizedTest
    @CsvSource({"8", "12"})
    void sequentialFramesHaveTheSamplesOfTheirCoefficients(int precision) {
        short[] samples = Fixtures.picture(57, 43, 1, precision);
        EncodedComponent component = ArithmeticStreams.coefficients(samples, 57, 43, precision);
        InverseDct inverse = new InverseDct();
        inverse.begin(precision);
        short[] expected = new short[57 * 43];
        Component plane = new Component();
        plane.stride = 8;
        plane.bytes = new byte[64];
        plane.samples = new short[64];
        for (int block = 0; block < component.blocksAcross * component.blocksDown; block++) {
            for (int k = 0; k < 64; k++) {
                inverse.set(k, 3 * component.coefficients[block * 64 + k]);
            }
            inverse.transform(63, plane, 0);
            inverse.flush();
            for (int i = 0; i < 64; i++) {
                int x = block % component.blocksAcross * 8 + i % 8;
                int y = block / component.blocksAcross * 8 + i / 8;
                if (x < 57 && y < 43) {
                    expected[y * 57 + x] = precision == 8 ? (short) (plane.bytes[i] & 0xFF) : plane.samples[i];
                }
            }
        }

        byte[] stream = ArithmeticStreams.sequential(samples, 57, 43, precision);

        assertArrayEquals(expected, Fixtures.decodeShorts(stream, DecodeOptions.defaults()));
    }
}
