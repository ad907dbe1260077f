package org.bitewing.benchmarks;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.Dicom;
import org.bitewing.dict.Tag;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DicomParser;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.Event;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;

/**
 * Reading SOP Instance, Study and Series Instance UID of each of 10,000 CT images in a folder, against a loop that
 * reads the first 4 KiB of each and does nothing with them. The files are large enough to have more than that.
 */
final class ScanBars {
    static final int FILES = 10_000;
    private static final int PIXEL_BYTES = 8 << 10;
    private static final int HEAD = 4_096;
    private static final double SCAN = 2;
    private static final int ROUNDS = 8;
    private static final int MOST_ROUNDS = 40;
    private static final int[] UIDS = {Tag.SOPInstanceUID, Tag.StudyInstanceUID, Tag.SeriesInstanceUID};

    private final byte[] head = new byte[HEAD];

    void run(Report report) throws IOException {
        try (ScratchFolder folder = ScratchFolder.withRoomFor(4L * FILES * PIXEL_BYTES)) {
            Path[] files = write(folder.path());
            Comparison best = new Comparison(Double.MAX_VALUE, Double.MAX_VALUE);
            for (int round = 0; round < ROUNDS || round < MOST_ROUNDS && best.ratio() > SCAN; round++) {
                best = best.with(round(files));
            }
            report.atMost("scan of 10,000 files, time", best.ratio(), SCAN, Report.format(
                    "%,.0f files a second, floor %,.0f, in %s", 1e9 / best.ours(), 1e9 / best.floor(), folder));
            count(report, files[0]);
        }
    }

    static Path[] write(Path folder) throws IOException {
        Path[] files = new Path[FILES];
        WriteOptions options = WriteOptions.defaults().with(TransferSyntax.EXPLICIT_LITTLE)
                .with(WriteOptions.LengthForm.DEFINED);
        for (int i = 0; i < FILES; i++) {
            files[i] = folder.resolve("IM" + i);
            Files.write(files[i], DicomWriter.toBytes(ImageSamples.ct(i, PIXEL_BYTES).build(), options));
        }
        return files;
    }

    /** Both in small turns over the same files. */
    private Comparison round(Path[] files) throws IOException {
        int turn = 100;
        double floor = Double.MAX_VALUE;
        double ours = Double.MAX_VALUE;
        for (int from = 0; from < files.length; from += turn) {
            long start = System.nanoTime();
            for (int i = from; i < from + turn; i++) {
                readHead(files[i]);
            }
            long middle = System.nanoTime();
            for (int i = from; i < from + turn; i++) {
                if (readUids(ByteSource.of(files[i])) != UIDS.length) {
                    throw new IllegalStateException("not all UIDs are found in " + files[i]);
                }
            }
            long end = System.nanoTime();
            floor = Math.min(floor, (double) (middle - start) / turn);
            ours = Math.min(ours, (double) (end - middle) / turn);
        }
        return new Comparison(floor, ours);
    }

    private void readHead(Path path) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "r")) {
            if (file.read(head, 0, HEAD) != HEAD) {
                throw new IllegalStateException(path + " is too short");
            }
        }
    }

    static int readUids(ByteSource source) throws IOException {
        String[] found = new String[UIDS.length];
        int count = 0;
        try (DicomParser parser = DicomParser.of(source)) {
            for (Event event = parser.next(); event != Event.END && count < UIDS.length; event = parser.next()) {
                if (event == Event.ELEMENT && parser.tag() == UIDS[count] && parser.depth() == 0) {
                    found[count++] = parser.ascii();
                }
            }
        }
        return count;
    }

    /** The last UID's end is what must be read; the window that it lies in is what is read. */
    private static void count(Report report, Path file) throws IOException {
        CountingSource source = new CountingSource(ByteSource.of(file));
        readUids(source);
        long needed = 0;
        try (DicomParser parser = Dicom.parse(file)) {
            while (parser.tag() != Tag.SeriesInstanceUID) {
                parser.next();
            }
            needed = parser.valueOffset() + parser.length();
        }
        report.atMost("  reads of each file", source.reads(), Math.ceil((double) needed / HEAD),
                Report.format("%,d bytes, of %,d that must be, in a file of %,d", source.bytes(), needed,
                        source.length()));
    }
}
