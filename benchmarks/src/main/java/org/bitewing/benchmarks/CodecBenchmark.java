package org.bitewing.benchmarks;

import java.util.concurrent.TimeUnit;
import org.bitewing.pixel.FrameDecoder;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.ImageLayout;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Compressing a frame and decoding it, for people to look at. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class CodecBenchmark {
    /** What and how. */
    @Param
    public Compression compression;

    private byte[] pixels;
    private byte[] stream;
    private byte[] target;
    private ImageLayout nativeLayout;
    private ImageLayout encodedLayout;
    private FrameEncoder encoder;
    private FrameDecoder decoder;

    /** Makes what one measures with. */
    public CodecBenchmark() {
        // JMH fills the fields.
    }

    /** Makes the picture and compresses it. */
    @Setup
    public void compress() {
        pixels = compression.phantom().pixels();
        nativeLayout = compression.phantom().layout();
        encodedLayout = compression.encodedLayout();
        encoder = compression.encoder();
        decoder = compression.decoder();
        stream = compression.stream();
        target = new byte[nativeLayout.frameLength()];
    }

    /**
     * Compresses.
     *
     * @return the stream
     */
    @Benchmark
    public byte[] encode() {
        return encoder.encode(pixels, 0, nativeLayout);
    }

    /**
     * Decodes.
     *
     * @return the pixels
     */
    @Benchmark
    public byte[] decode() {
        decoder.decode(stream, 0, stream.length, encodedLayout, target, 0);
        return target;
    }
}
