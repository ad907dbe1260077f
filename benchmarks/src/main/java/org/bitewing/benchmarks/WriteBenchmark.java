package org.bitewing.benchmarks;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.bitewing.data.DataSet;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
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

/** Writing a tree to an array, for people to look at. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class WriteBenchmark {
    /** What is written. */
    @Param
    public Shape shape;
    /** Whether in implicit VR. */
    @Param({"false", "true"})
    public boolean implicit;

    private DataSet tree;
    private WriteOptions options;
    private CopyFloor floor;

    /** Makes what one writes with. */
    public WriteBenchmark() {
        // JMH fills the fields.
    }

    /** Makes the tree. */
    @Setup
    public void read() {
        tree = SampleFiles.tree(shape);
        options = WriteOptions.defaults()
                .with(implicit ? TransferSyntax.IMPLICIT_LITTLE : TransferSyntax.EXPLICIT_LITTLE);
        floor = new CopyFloor(SampleFiles.bytes(shape, TransferSyntax.EXPLICIT_LITTLE));
    }

    /**
     * Writes the tree with file meta information.
     *
     * @return the file
     * @throws IOException never, as nothing is in files
     */
    @Benchmark
    public byte[] toArray() throws IOException {
        return DicomWriter.toBytes(tree, options);
    }

    /**
     * The floor of explicit VR: the same headers and values copied by hand.
     *
     * @return the data set
     */
    @Benchmark
    public byte[] floor() {
        return floor.write();
    }
}
