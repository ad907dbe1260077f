package org.bitewing.codec.jpegls;

import java.util.Arrays;
import java.util.Random;

/** Samples for tests: smooth, flat, sharp and noisy parts, so that all modes of the coding are in use. */
final class Pictures {
    private Pictures() {
    }

    /** The samples of a frame, those of a pixel side by side, each 0 to MAXVAL. */
    static short[] of(JpegLsHeader header, long seed) {
        Random random = new Random(seed);
        int most = header.preset().maximumSample();
        int width = header.width();
        short[] samples = new short[width * header.height() * header.components()];
        for (int i = 0; i < samples.length; i++) {
            int x = i / header.components() % width;
            int y = i / header.components() / width;
            double smooth = 0.5 + 0.3 * Math.sin(x * 0.11 + i % header.components()) * Math.cos(y * 0.07);
            int value = switch ((x / 16 + y / 12) % 5) {
                case 0 -> (int) (most * smooth);
                case 1 -> most / 3;
                case 2 -> (x + y) / 5 % 2 * most;
                case 3 -> (int) (most * (smooth + random.nextGaussian() * 0.02));
                default -> random.nextInt(7) == 0 ? random.nextInt(most + 1) : most;
            };
            samples[i] = (short) Math.max(0, Math.min(value, most));
        }
        return samples;
    }

    static byte[] encode(JpegLsHeader header, short[] samples) {
        byte[] target = new byte[samples.length * 9 + 1000];
        int length = JpegLsEncoder.create().encode(header, samples, 0, target, 0);
        return Arrays.copyOf(target, length);
    }
}
