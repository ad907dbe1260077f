package org.bitewing.benchmarks;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.bitewing.Limits;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.OffsetTables;
import org.bitewing.pixel.PixelFragments;

/**
 * Prints how many megabytes of pixels a second each codec decodes and encodes on one thread, and what the libraries of
 * others make of the same streams in the same run. Times are of the processor, so that other work on the machine counts
 * less; of all turns the best is taken, on both sides. Last comes how much faster several threads decode the frames of
 * one image.
 */
public final class CodecReport {
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final long WARM_UP = 1_500_000_000;
    private static final long TURN = 25_000_000;
    private static final int TURNS = 40;
    private static final int FRAMES = 64;
    private static final String LINE = "%-18s %9s %9s  %s%n";

    private final Path folder;
    private final CodecJudges judges;

    private CodecReport(Path folder) {
        this.folder = folder;
        this.judges = new CodecJudges(folder);
    }

    /**
     * Measures everything.
     *
     * @param arguments a folder for temporary files, where the judges in C are too
     * @throws IOException where files cannot be written
     */
    public static void main(String[] arguments) throws IOException {
        System.out.printf(LINE, "MB of pixels a second", "decode", "encode", "of the same stream (ours as many times as fast)");
        CodecReport report = new CodecReport(Path.of(arguments[0]));
        for (Compression compression : Compression.values()) {
            report.run(compression);
        }
        int processors = Runtime.getRuntime().availableProcessors();
        for (Compression compression : List.of(Compression.RLE_CT, Compression.JPEG_LOSSLESS_CT, Compression.JPEG_420)) {
            System.out.printf(Locale.ROOT, "%-18s %d threads decode frames %.2f times as fast as one%n", compression,
                    processors, elapsed(compression, 1) / elapsed(compression, processors));
        }
    }

    /** The time on the clock for many frames of one image; of several turns the best. */
    private static double elapsed(Compression compression, int threads) throws IOException {
        List<BulkData> streams = Collections.nCopies(FRAMES, BulkData.of(compression.stream()));
        DataSetBuilder builder = DataSet.builder();
        PixelFragments.set(builder, streams, OffsetTables.BASIC);
        Frames frames = Frames.compressed(PixelFragments.of(builder.build()), compression.encodedLayout(),
                compression.codec(), compression.transferSyntax(), Limits.defaults());
        double best = Double.POSITIVE_INFINITY;
        for (int turn = 0; turn < TURNS; turn++) {
            long start = System.nanoTime();
            frames.forEach(threads, (index, reader) -> reader.read(index));
            best = Math.min(best, System.nanoTime() - start);
        }
        return best;
    }

    private void run(Compression compression) throws IOException {
        ImageLayout layout = compression.phantom().layout();
        byte[] pixels = compression.phantom().pixels();
        byte[] stream = compression.stream();
        byte[] target = new byte[pixels.length];
        ImageLayout encoded = compression.encodedLayout();
        FrameDecoder decoder = compression.decoder();
        FrameEncoder encoder = compression.encoder();
        double decoding = nanos(() -> {
            decoder.decode(stream, 0, stream.length, encoded, target, 0);
            return target[target.length / 2];
        });
        double encoding = nanos(() -> encoder.encode(pixels, 0, layout).length);
        StringBuilder others = new StringBuilder();
        String uid = compression.transferSyntax();
        Path file = Files.write(folder.resolve("stream"), stream);
        boolean baseline = uid.equals(UID.JPEGBaseline8Bit);
        if (baseline) {
            compare(others, "libjpeg-turbo", judges.library("turbo", file, pixels.length, false), pixels, decoding);
            compare(others, "without SIMD", judges.library("turbo", file, pixels.length, true), pixels, decoding);
        } else if (uid.equals(UID.JPEGLSLossless) || uid.equals(UID.JPEGLSNearLossless)) {
            compare(others, "CharLS", judges.library("charls", file, pixels.length, false), pixels, decoding);
        }
        compare(others, "GDCM", judges.gdcm(compression), pixels, decoding);
        compare(others, "DCMTK", judges.dcmtk(compression), pixels, decoding);
        System.out.printf(LINE, compression, rate(pixels, decoding), rate(pixels, encoding), others);
    }

    private static void compare(StringBuilder to, String name, OptionalDouble nanos, byte[] pixels, double ours) {
        if (nanos.isPresent()) {
            to.append(to.isEmpty() ? "" : ", ").append(name).append(' ').append(rate(pixels, nanos.getAsDouble()))
                    .append(Report.format(" (%.2f)", nanos.getAsDouble() / ours));
        }
    }

    private static String rate(byte[] pixels, double nanos) {
        return Report.format("%.0f", pixels.length * 1e3 / nanos);
    }

    private static double nanos(Work work) throws IOException {
        long end = System.nanoTime() + WARM_UP;
        while (System.nanoTime() < end) {
            work.run();
        }
        double[] turns = new double[TURNS];
        for (int i = 0; i < TURNS; i++) {
            int runs = 0;
            long start = THREADS.getCurrentThreadCpuTime();
            long taken;
            do {
                work.run();
                runs++;
                taken = THREADS.getCurrentThreadCpuTime() - start;
            } while (taken < TURN);
            turns[i] = (double) taken / runs;
        }
        return Arrays.stream(turns).min().orElseThrow();
    }
}
