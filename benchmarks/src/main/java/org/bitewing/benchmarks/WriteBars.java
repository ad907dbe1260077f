package org.bitewing.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;

/** Writing a tree, without file meta information, to a new array, against {@link CopyFloor}. */
final class WriteBars {
    private static final long NANOS = 400_000_000;
    private static final WriteOptions DATA_SET = WriteOptions.defaults().with(TransferSyntax.EXPLICIT_LITTLE)
            .with(WriteOptions.FileMetaForm.NONE);

    void warmUp() throws IOException {
        for (int round = 0; round < 4; round++) {
            for (Shape shape : Shape.values()) {
                compare(shape, NANOS / 4, Double.MAX_VALUE);
            }
        }
    }

    void run(Report report) throws IOException {
        for (Shape shape : Shape.values()) {
            Comparison writing = compare(shape, NANOS, shape.mostForWriting());
            report.atMost("tree to array, " + shape, writing.ratio(), shape.mostForWriting(),
                    Report.format("%.1f ns an element, floor %.1f", writing.ours() / shape.elements(),
                            writing.floor() / shape.elements()));
        }
    }

    private static Comparison compare(Shape shape, long nanos, double most) throws IOException {
        byte[] file = SampleFiles.bytes(shape, TransferSyntax.EXPLICIT_LITTLE);
        DataSet tree = Dicom.read(file);
        CopyFloor floor = new CopyFloor(file);
        byte[] ours = DicomWriter.toBytes(tree, DATA_SET);
        if (!Arrays.equals(floor.write(), ours)) {
            throw new IllegalStateException("the floor does not write the same bytes as the writer: " + shape);
        }
        return Comparison.measure(() -> floor.write().length, () -> DicomWriter.toBytes(tree, DATA_SET).length,
                nanos, most);
    }
}
