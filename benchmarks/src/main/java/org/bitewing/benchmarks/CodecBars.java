package org.bitewing.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.ImageLayout;

/**
 * Decoding a frame, against zlib inflating the same pixels: a walk through Huffman codes in native code that every JDK
 * brings along. And what a decoder allocates for a frame after its first: nothing.
 */
final class CodecBars {
    private static final long NANOS = 300_000_000;
    private static final int FRAMES = 20;

    void run(Report report) throws IOException {
        for (Compression compression : Compression.values()) {
            run(compression, report);
        }
    }

    private static void run(Compression compression, Report report) throws IOException {
        byte[] pixels = compression.phantom().pixels();
        byte[] deflated = deflated(pixels);
        byte[] target = new byte[pixels.length];
        byte[] stream = compression.stream();
        ImageLayout layout = compression.encodedLayout();
        FrameDecoder decoder = compression.decoder();
        Work ours = () -> {
            decoder.decode(stream, 0, stream.length, layout, target, 0);
            return target[target.length / 2];
        };
        Inflater inflater = new Inflater();
        Work floor = () -> inflated(inflater, deflated, target);
        Comparison.measure(floor, ours, 3 * NANOS);
        Comparison decoding = Comparison.measure(floor, ours, NANOS, compression.mostOfInflating());
        report.atMost("decoding, " + compression, decoding.ratio(), compression.mostOfInflating(),
                Report.format("%.0f MB/s, zlib %.0f", pixels.length * 1e3 / decoding.ours(),
                        pixels.length * 1e3 / decoding.floor()));
        report.atMost("bytes a frame, " + compression, Allocation.of(ours, FRAMES), 0, "");
        inflater.end();
    }

    private static byte[] deflated(byte[] pixels) {
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION);
        deflater.setInput(pixels);
        deflater.finish();
        byte[] room = new byte[pixels.length + 1024];
        int length = deflater.deflate(room);
        deflater.end();
        return Arrays.copyOf(room, length);
    }

    private static long inflated(Inflater inflater, byte[] deflated, byte[] target) throws IOException {
        try {
            inflater.reset();
            inflater.setInput(deflated);
            return inflater.inflate(target);
        } catch (DataFormatException e) {
            throw new IOException(e);
        }
    }
}
