package org.bitewing.codec.jpeg;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is encoded, the decoder and other programs decode: exact where lossless, equal to each other where lossy. */
class JpegEncoderTest {
    private static final DecodeOptions AS_CODED = DecodeOptions.defaults();
    private static final DecodeOptions TO_RGB = AS_CODED.withColour(ColourConversion.AUTO,
            ColourConversion.Photometric.UNKNOWN);

    private final JpegEncoder encoder = new JpegEncoder();

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7})
    void losslessRoundTripIsExactForEveryPredictorAndPrecision(int predictor) {
        for (int precision = 2; precision <= 16; precision++) {
            short[] samples = Fixtures.picture(61, 47, 1, precision);
            EncodeParameters parameters = EncodeParameters.lossless(precision, 61, 47, 1, predictor);

            byte[] stream = encoder.encode(parameters, samples, 0);

            assertArrayEquals(samples, Fixtures.decodeShorts(stream, AS_CODED), "precision " + precision);
        }
    }

    @ParameterizedTest
    @CsvSource({"1,0,0", "4,3,0", "7,0,5", "6,2,1"})
    void losslessColourWithPointTransformAndRestartsKeepsTheUpperBits(int predictor, int transform, int restart) {
        short[] samples = Fixtures.picture(40, 33, 3, 12);
        EncodeParameters parameters = EncodeParameters.lossless(12, 40, 33, 3, predictor)
                .withPointTransform(transform).withRestartInterval(restart);

        byte[] stream = encoder.encode(parameters, samples, 0);

        short[] expected = samples.clone();
        for (int i = 0; i < expected.length; i++) {
            expected[i] = (short) (expected[i] >> transform << transform);
        }
        assertArrayEquals(expected, Fixtures.decodeShorts(stream, AS_CODED));
        assertEquals(restart * 40, JpegDecoder.readHeader(stream, 0, stream.length).restartInterval());
    }

    @Test
    void differenceOf32768IsCodedWithoutAdditionalBits() {
        short[] samples = {(short) 32768, 0, (short) 32768, (short) 65535, 32767, (short) 65535, 0, 1};

        byte[] stream = encoder.encode(EncodeParameters.lossless(16, 8, 1, 1, 1), samples, 0);

        assertArrayEquals(samples, Fixtures.decodeShorts(stream, AS_CODED));
    }

    @ParameterizedTest
    @CsvSource({"8,1,1", "8,3,1", "8,1,6", "12,1,4", "16,1,1", "16,1,5", "16,1,6", "16,1,7", "10,1,2", "16,1,3"})
    void dcmtkAndGdcmDecodeLosslessFramesExactly(int precision, int components, int predictor) {
        short[] samples = Fixtures.picture(64, 50, components, precision);
        EncodeParameters parameters = EncodeParameters.lossless(precision, 64, 50, components, predictor)
                .withColour(components == 3 ? ComponentColour.RGB : ComponentColour.UNSPECIFIED, Subsampling.NONE);
        byte[] expected = precision > 8 ? Fixtures.bytes(samples) : Fixtures.narrow(samples);

        byte[] file = Fixtures.dicom(encoder.encode(parameters, samples, 0), Fixtures.LOSSLESS, parameters,
                components == 1 ? "MONOCHROME2" : "RGB");

        assertArrayEquals(expected, Fixtures.dcmdjpeg(file));
        assertArrayEquals(expected, Fixtures.gdcmconv(file));
    }

    @ParameterizedTest
    @CsvSource({"EXTENDED_SEQUENTIAL,0", "PROGRESSIVE,0", "EXTENDED_SEQUENTIAL,2", "PROGRESSIVE,1"})
    void dcmtkDecodes12BitFramesToTheSameSamples(JpegProcess process, int restart) {
        short[] samples = Fixtures.picture(90, 70, 1, 12);
        EncodeParameters parameters = EncodeParameters.lossy(process, 12, 90, 70, 1).withRestartInterval(restart);
        byte[] stream = encoder.encode(parameters, samples, 0);
        String syntax = process == JpegProcess.PROGRESSIVE ? Fixtures.PROGRESSIVE : Fixtures.EXTENDED;

        byte[] judged = Fixtures.dcmdjpeg(Fixtures.dicom(stream, syntax, parameters, "MONOCHROME2"));

        short[] decoded = Fixtures.decodeShorts(stream, AS_CODED);
        assertArrayEquals(judged, Fixtures.bytes(decoded));
        assertTrue(signalToNoise(samples, decoded, 4095) > 45, "dB " + signalToNoise(samples, decoded, 4095));
    }

    @ParameterizedTest
    @CsvSource({"BASELINE,NONE,90,0,true", "BASELINE,HALF_WIDTH,75,1,false", "BASELINE,HALF_BOTH,50,0,false",
        "BASELINE,QUARTER_WIDTH,30,2,true", "EXTENDED_SEQUENTIAL,HALF_BOTH,95,0,true", "PROGRESSIVE,NONE,90,0,true",
        "PROGRESSIVE,HALF_WIDTH,80,1,true", "PROGRESSIVE,HALF_BOTH,60,0,true"})
    void djpegDecodesColourFramesToTheSameSamples(JpegProcess process, Subsampling subsampling, int quality,
            int restart, boolean optimised) {
        byte[] samples = Fixtures.narrow(Fixtures.picture(83, 59, 3, 8));
        EncodeParameters parameters = EncodeParameters.lossy(process, 8, 83, 59, 3).withQuality(quality)
                .withColour(ComponentColour.RGB_TO_YCBCR, subsampling).withRestartInterval(restart)
                .withOptimised(optimised);

        byte[] stream = encoder.encode(parameters, samples, 0);

        assertArrayEquals(Fixtures.djpeg(stream), Fixtures.decodeBytes(stream, TO_RGB));
    }

    @ParameterizedTest
    @CsvSource({"NONE,1x1,80,true", "HALF_WIDTH,2x1,90,false", "HALF_BOTH,2x2,50,true", "QUARTER_WIDTH,4x1,20,false"})
    void baselineStreamsHaveTheSizeOfThoseOfCjpeg(Subsampling subsampling, String sample, int quality,
            boolean optimised) {
        byte[] samples = Fixtures.narrow(Fixtures.picture(131, 77, 3, 8));
        EncodeParameters parameters = EncodeParameters.lossy(JpegProcess.BASELINE, 8, 131, 77, 3).withQuality(quality)
                .withColour(ComponentColour.RGB_TO_YCBCR, subsampling).withOptimised(optimised);

        byte[] theirs = Fixtures.cjpeg(samples, 131, 77, "-quality", "" + quality, "-sample", sample, "-baseline",
                optimised ? "-optimize" : "-verbose");

        byte[] ours = encoder.encode(parameters, samples, 0);
        assertEquals(theirs.length, ours.length);
        assertArrayEquals(Fixtures.decodeBytes(theirs, TO_RGB), Fixtures.decodeBytes(ours, TO_RGB));
    }

    @Test
    void planarSamplesGiveTheSameStreamAsInterleavedOnes() {
        short[] byPixel = Fixtures.picture(30, 20, 3, 8);
        short[] byPlane = new short[byPixel.length];
        for (int i = 0; i < byPixel.length; i++) {
            byPlane[i % 3 * 600 + i / 3] = byPixel[i];
        }
        EncodeParameters lossy = EncodeParameters.lossy(JpegProcess.BASELINE, 8, 30, 20, 3)
                .withColour(ComponentColour.RGB_TO_YCBCR, Subsampling.HALF_BOTH);
        EncodeParameters lossless = EncodeParameters.lossless(8, 30, 20, 3, 4);

        assertArrayEquals(encoder.encode(lossy, byPixel, 0), encoder.encode(lossy.withPlanar(true), byPlane, 0));
        assertArrayEquals(encoder.encode(lossless, byPixel, 0), encoder.encode(lossless.withPlanar(true), byPlane, 0));
    }

    @Test
    void decodedPlanesAreTheComponentsOfDecodedPixels() {
        byte[] samples = Fixtures.narrow(Fixtures.picture(37, 21, 3, 8));
        byte[] stream = encoder.encode(EncodeParameters.lossy(JpegProcess.BASELINE, 8, 37, 21, 3)
                .withColour(ComponentColour.RGB_TO_YCBCR, Subsampling.HALF_WIDTH), samples, 0);

        byte[] byPixel = Fixtures.decodeBytes(stream, TO_RGB);
        byte[] byPlane = Fixtures.decodeBytes(stream, TO_RGB.withPlanar(true));
        short[] shorts = Fixtures.decodeShorts(stream, TO_RGB);

        for (int i = 0; i < byPixel.length; i++) {
            assertEquals(byPixel[i], byPlane[i % 3 * 37 * 21 + i / 3]);
            assertEquals(byPixel[i] & 0xFF, shorts[i]);
        }
    }

    @Test
    void colourOfRgbFramesSurvivesWithoutConversion() {
        byte[] samples = Fixtures.narrow(Fixtures.picture(32, 32, 3, 8));
        byte[] stream = encoder.encode(EncodeParameters.lossy(JpegProcess.BASELINE, 8, 32, 32, 3).withQuality(100)
                .withColour(ComponentColour.RGB, Subsampling.NONE), samples, 0);

        byte[] decoded = Fixtures.decodeBytes(stream, TO_RGB);

        for (int i = 0; i < samples.length; i++) {
            assertEquals(samples[i] & 0xFF, decoded[i] & 0xFF, 3);
        }
    }

    @Test
    void flatFramesOfOneSymbolStillHaveATable() {
        byte[] flat = new byte[64 * 64];
        Arrays.fill(flat, (byte) 128);
        EncodeParameters lossless = EncodeParameters.lossless(8, 64, 64, 1, 1);
        EncodeParameters progressive = EncodeParameters.lossy(JpegProcess.PROGRESSIVE, 8, 64, 64, 1);

        assertArrayEquals(flat, Fixtures.decodeBytes(encoder.encode(lossless, flat, 0), AS_CODED));
        assertArrayEquals(flat, Fixtures.decodeBytes(encoder.encode(progressive, flat, 0), AS_CODED));
    }

    @Test
    void whatCannotBeEncodedIsRefused() {
        EncodeParameters twelve = EncodeParameters.lossless(12, 8, 8, 1, 1);
        EncodeParameters eight = EncodeParameters.lossless(8, 8, 8, 1, 1);

        assertThrows(IllegalArgumentException.class, () -> EncodeParameters.lossless(17, 8, 8, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> EncodeParameters.lossless(8, 8, 8, 1, 8));
        assertThrows(IllegalArgumentException.class, () -> EncodeParameters.lossy(JpegProcess.BASELINE, 12, 8, 8, 1));
        assertThrows(IllegalArgumentException.class,
                () -> EncodeParameters.lossy(JpegProcess.EXTENDED_SEQUENTIAL_ARITHMETIC, 8, 8, 8, 1));
        assertThrows(IllegalArgumentException.class, () -> EncodeParameters.lossless(8, 65536, 8, 1, 1));
        assertThrows(IllegalArgumentException.class, () -> eight.withColour(ComponentColour.RGB, Subsampling.NONE));
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(eight, new byte[63], 0));
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(eight, new byte[64], 1));
        assertThrows(IllegalArgumentException.class, () -> encoder.encode(twelve, new byte[64], 0));
    }

    private static double signalToNoise(short[] expected, short[] actual, int most) {
        double sum = 0;
        for (int i = 0; i < expected.length; i++) {
            sum += Math.pow(expected[i] - actual[i], 2);
        }
        return 10 * Math.log10(most * (double) most * expected.length / sum);
    }
}
