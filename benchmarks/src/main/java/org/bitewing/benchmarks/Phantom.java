package org.bitewing.benchmarks;

import java.util.Random;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;

/** Pictures that compress about as real ones do: bodies with soft edges on a dark ground, texture, and noise. */
enum Phantom {
    /** A slice of tomography. */
    SLICE(512, 512, 1, 12),
    /** One channel of a photograph. */
    GRAY(768, 1024, 1, 8),
    /** A photograph. */
    COLOUR(768, 1024, 3, 8);

    private final ImageLayout layout;

    Phantom(int rows, int columns, int samples, int bits) {
        layout = new ImageLayout(rows, columns, samples,
                samples == 1 ? PhotometricInterpretation.MONOCHROME2 : PhotometricInterpretation.RGB,
                bits == 8 ? 8 : 16, bits, bits - 1, false, false, 1);
    }

    ImageLayout layout() {
        return layout;
    }

    byte[] pixels() {
        Random random = new Random(7);
        int bytes = layout.bytesPerSample();
        int samples = layout.samplesPerPixel();
        int most = (1 << layout.bitsStored()) - 1;
        byte[] pixels = new byte[layout.frameLength()];
        for (int i = 0; i < layout.pixels() * samples; i++) {
            int pixel = i / samples;
            double x = 2.0 * (pixel % layout.columns()) / layout.columns() - 1;
            double y = 2.0 * (pixel / layout.columns()) / layout.rows() - 1;
            double noise = random.nextGaussian() * (samples == 1 && bytes == 2 ? 0.004 : 0.006);
            double light = light(x, y, i % samples) + noise;
            int sample = (int) Math.max(0, Math.min(most, light * most));
            pixels[i * bytes] = (byte) sample;
            if (bytes == 2) {
                pixels[i * 2 + 1] = (byte) (sample >> 8);
            }
        }
        return pixels;
    }

    /** From 0 to 1, each channel somewhat different. */
    private static double light(double x, double y, int channel) {
        double radius = Math.hypot(x / 0.85, y / 0.7);
        if (radius > 1) {
            return 0;
        }
        double edge = Math.min(1, (1 - radius) * 30);
        double organ = Math.hypot(x - 0.3, y + 0.1 * channel) < 0.25 ? 0.2 : 0;
        double texture = 0.08 * Math.sin(40 * x + 9 * Math.sin(7 * y)) * Math.cos(31 * y + 3 * channel);
        return edge * (0.35 + 0.1 * channel + organ + texture + 0.15 * x);
    }
}
