package org.bitewing.benchmarks;

import java.io.IOException;
import org.bitewing.Dicom;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomParser;
import org.bitewing.io.Event;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;

/**
 * Reading from an array: events and the full tree, against {@link HeaderFloor}. What a parse costs before its first
 * element, with preamble, file meta information and the choice of the transfer syntax, is a bar of its own; the ratio
 * is of what each element costs from there on.
 */
final class ParseBars {
    private static final double START_NANOS = 2_000;
    private static final double START_BYTES = 4_096;
    /** The elements of the file meta information, and the first of the data set. */
    private static final int START_EVENTS = 8;
    private static final int FIRST_GROUP = 0x0004_0000;
    private static final int COUNTED_RUNS = 200;
    private static final long NANOS = 400_000_000;

    private final HeaderFloor floor = new HeaderFloor();

    void warmUp() throws IOException {
        for (int round = 0; round < 8; round++) {
            for (Shape shape : Shape.values()) {
                byte[] bytes = SampleFiles.bytes(shape, TransferSyntax.EXPLICIT_LITTLE);
                Comparison.measure(() -> floor.walk(bytes), () -> events(bytes, Integer.MAX_VALUE), NANOS / 4);
                Comparison.measure(() -> events(bytes, START_EVENTS), () -> tree(bytes), NANOS / 4);
                Comparison.measure(() -> treeStart(bytes), () -> tree(bytes), NANOS / 4);
            }
        }
    }

    void run(Report report) throws IOException {
        double startBytes = 0;
        double startNanos = 0;
        for (Shape shape : Shape.values()) {
            byte[] bytes = SampleFiles.bytes(shape, TransferSyntax.EXPLICIT_LITTLE);
            int elements = shape.elements();
            Work start = () -> events(bytes, START_EVENTS);
            Comparison starts = Comparison.measure(() -> treeStart(bytes), start, NANOS / 2);
            double scale = (double) elements / (elements - START_EVENTS);
            Comparison events = Comparison.measure(() -> floor.walk(bytes), () -> events(bytes, Integer.MAX_VALUE),
                    NANOS, shape.mostForEvents()).without(starts.ours());
            report.atMost("events, " + shape, events.ratio() * scale, shape.mostForEvents(),
                    perElement(events, elements, scale));
            // One piece of work, so that both counts are of the same compiled code.
            int[] most = {START_EVENTS};
            Work counted = () -> events(bytes, most[0]);
            double startOf = Allocation.of(counted, COUNTED_RUNS);
            most[0] = Integer.MAX_VALUE;
            double all = Allocation.of(counted, COUNTED_RUNS);
            report.atMost("  bytes allocated per element", (all - startOf) / (elements - START_EVENTS), 0,
                    Report.format("%,.0f bytes at the start", startOf));
            Comparison trees = Comparison.measure(() -> floor.walk(bytes), () -> tree(bytes), NANOS, shape.mostForTree())
                    .without(starts.floor());
            report.atMost("full tree, " + shape, trees.ratio() * scale, shape.mostForTree(), perElement(trees, elements, scale)
                    + Report.format(", %.0f bytes", Allocation.of(() -> tree(bytes), COUNTED_RUNS) / elements));
            startBytes = Math.max(startBytes, startOf);
            startNanos = Math.max(startNanos, starts.ours());
        }
        report.atMost("start of a parse, ns", startNanos, START_NANOS, "file meta information included");
        report.atMost("start of a parse, bytes allocated", startBytes, START_BYTES, "");
    }

    private static String perElement(Comparison comparison, int elements, double scale) {
        return Report.format("%.1f ns an element, floor %.1f", comparison.ours() * scale / elements,
                comparison.floor() / elements);
    }

    /** Steps through a file, or through its first events; as any user of the parser would. */
    static long events(byte[] bytes, int most) throws IOException {
        return events(DicomParser.of(ByteSource.of(bytes)), most);
    }

    private static long events(DicomParser parser, int most) throws IOException {
        long sum = 0;
        int left = most;
        for (Event event = parser.next(); event != Event.END && --left > 0; event = parser.next()) {
            sum += parser.tag() + parser.vrCode() + parser.length();
        }
        return sum;
    }

    private static long tree(byte[] bytes) {
        return Dicom.read(bytes).size();
    }

    private static long treeStart(byte[] bytes) throws IOException {
        return DataSetReader.read(ByteSource.of(bytes), ReadOptions.defaults().stopBefore(FIRST_GROUP)).size();
    }
}
