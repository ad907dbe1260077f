package org.bitewing.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomParser;
import org.bitewing.io.Event;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Reading, for people to look at: events, the full tree, and the tree up to the pixel data. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ParseBenchmark {
    /** Where the bytes are. */
    public enum Source {
        /** In an array. */
        ARRAY,
        /** In a file in the page cache. */
        FILE
    }

    /** What is read. */
    @Param
    public Shape shape;
    /** Where it is read from. */
    @Param
    public Source source;
    /** Whether in implicit VR. */
    @Param({"false", "true"})
    public boolean implicit;

    private byte[] bytes;
    private Path file;

    /** Makes what one reads with. */
    public ParseBenchmark() {
        // JMH fills the fields.
    }

    /**
     * Makes the file.
     *
     * @throws IOException where it cannot be written
     */
    @Setup
    public void write() throws IOException {
        bytes = SampleFiles.bytes(shape, implicit ? TransferSyntax.IMPLICIT_LITTLE : TransferSyntax.EXPLICIT_LITTLE);
        file = Files.createTempFile("bitewing", ".dcm");
        Files.write(file, bytes);
    }

    /**
     * Deletes the file.
     *
     * @throws IOException where it cannot be deleted
     */
    @TearDown
    public void delete() throws IOException {
        Files.delete(file);
    }

    private ByteSource open() throws IOException {
        return source == Source.ARRAY ? ByteSource.of(bytes) : ByteSource.of(file);
    }

    /**
     * Steps from event to event.
     *
     * @return what depends on all of them
     * @throws IOException where the file cannot be read
     */
    @Benchmark
    public long events() throws IOException {
        try (DicomParser parser = DicomParser.of(open())) {
            long sum = 0;
            for (Event event = parser.next(); event != Event.END; event = parser.next()) {
                sum += parser.tag() + parser.length();
            }
            return sum;
        }
    }

    /**
     * Reads everything into a tree.
     *
     * @return the tree
     * @throws IOException where the file cannot be read
     */
    @Benchmark
    public DataSet tree() throws IOException {
        return DataSetReader.read(open(), ReadOptions.defaults());
    }

    /**
     * Reads what stands before the pixel data into a tree.
     *
     * @return the tree
     * @throws IOException where the file cannot be read
     */
    @Benchmark
    public DataSet treeUntilPixelData() throws IOException {
        return DataSetReader.read(open(), ReadOptions.defaults().stopBefore(Tag.PixelData));
    }

    /**
     * The floor of explicit VR from an array: its headers are walked by hand.
     *
     * @return what depends on all headers; 0 in implicit VR, of which there is no floor
     */
    @Benchmark
    public long floor() {
        return implicit ? 0 : new HeaderFloor().walk(bytes);
    }
}
