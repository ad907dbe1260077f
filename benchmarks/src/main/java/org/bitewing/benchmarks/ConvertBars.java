package org.bitewing.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.io.DicomParser;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;

/** Converting a multi-frame image from implicit to explicit VR and back, against a plain copy of the file. */
final class ConvertBars {
    private static final long PIXEL_BYTES = 500L << 20;
    private static final long FEWER_PIXEL_BYTES = 64L << 20;
    /** The source, a copy and a converted file, and room for others. */
    private static final int FILES = 4;
    private static final double CONVERT = 1 / 0.7;
    private static final double MOST_BYTES = 1 << 20;
    private static final double MOST_GROWTH = 1 << 12;
    private static final int ROUNDS = 3;
    private static final int MOST_ROUNDS = 15;

    void run(Report report) throws IOException {
        try (ScratchFolder folder = ScratchFolder.withRoomFor(FILES * PIXEL_BYTES)) {
            boolean isLarge = folder.room() >= FILES * PIXEL_BYTES;
            long size = isLarge ? PIXEL_BYTES : FEWER_PIXEL_BYTES;
            if (!isLarge) {
                report.note("(too little room in " + folder + " for a file of 500 MiB: 64 MiB are converted)");
            }
            Path implicit = write(folder.resolve("implicit"), TransferSyntax.IMPLICIT_LITTLE, size);
            Path target = folder.resolve("target");
            convert(implicit, target, TransferSyntax.EXPLICIT_LITTLE);
            time(report, "implicit to explicit VR, time", implicit, target, TransferSyntax.EXPLICIT_LITTLE);
            allocation(report, folder, implicit, target);
            Files.delete(implicit);
            Path explicit = write(folder.resolve("explicit"), TransferSyntax.EXPLICIT_LITTLE, size);
            time(report, "explicit to implicit VR, time", explicit, target, TransferSyntax.IMPLICIT_LITTLE);
        }
    }

    private static void time(Report report, String what, Path source, Path target, TransferSyntax syntax)
            throws IOException {
        Comparison best = new Comparison(Double.MAX_VALUE, Double.MAX_VALUE);
        for (int round = 0; round < ROUNDS || round < MOST_ROUNDS && best.ratio() > CONVERT; round++) {
            Files.deleteIfExists(target);
            long start = System.nanoTime();
            Files.copy(source, target);
            long copied = System.nanoTime() - start;
            Files.delete(target);
            start = System.nanoTime();
            convert(source, target, syntax);
            best = best.with(new Comparison(copied, System.nanoTime() - start));
        }
        double mebibytes = Files.size(source) / (double) (1 << 20);
        report.atMost(what, best.ratio(), CONVERT, Report.format("%,.0f MiB/s of %,.0f MiB, plain copy %,.0f in %s",
                mebibytes * 1e9 / best.ours(), mebibytes, mebibytes * 1e9 / best.floor(), source.getParent().getParent()));
    }

    private static void allocation(Report report, ScratchFolder folder, Path large, Path target) throws IOException {
        Path small = write(folder.resolve("small"), TransferSyntax.IMPLICIT_LITTLE, Files.size(large) / 8);
        double ofSmall = Allocation.of(() -> convert(small, target, TransferSyntax.EXPLICIT_LITTLE), 1);
        double ofLarge = Allocation.of(() -> convert(large, target, TransferSyntax.EXPLICIT_LITTLE), 1);
        report.atMost("  bytes allocated", ofLarge, MOST_BYTES, "");
        report.atMost("  more than for an eighth of the file", ofLarge - ofSmall, MOST_GROWTH, "");
        Files.delete(small);
    }

    private static long convert(Path source, Path target, TransferSyntax syntax) throws IOException {
        try (DicomParser parser = Dicom.parse(source);
             FileChannel channel = FileChannel.open(target, StandardOpenOption.CREATE, StandardOpenOption.WRITE,
                     StandardOpenOption.TRUNCATE_EXISTING);
             DicomWriter writer = DicomWriter.to(channel, WriteOptions.defaults().with(syntax))) {
            writer.copy(parser);
        }
        return Files.size(target);
    }

    /** The enhanced image with as much pixel data as is wanted. */
    private static Path write(Path path, TransferSyntax syntax, long pixelBytes) throws IOException {
        DataSet image = Shape.ENHANCED.attributes().remove(Tag.PixelData).build();
        try (OutputStream stream = Files.newOutputStream(path);
             DicomWriter writer = DicomWriter.to(stream, WriteOptions.defaults().with(syntax));
             InputStream pixels = new PatternStream(pixelBytes)) {
            for (Element element : image.elements()) {
                if (element instanceof Value value) {
                    writer.element(value.tag(), value.vrCode(), value.bytes());
                }
            }
            writer.element(Tag.PixelData, VR.OW.code(), pixelBytes, pixels);
            writer.end();
        }
        return path;
    }

    /** So many bytes that are not all alike. */
    private static final class PatternStream extends InputStream {
        private final byte[] pattern = ImageSamples.pixels(1 << 16).bytes();
        private long left;

        PatternStream(long count) {
            left = count;
        }

        @Override
        public int read() {
            return left-- > 0 ? pattern[(int) left & 0xffff] & 0xff : -1;
        }

        @Override
        public int read(byte[] target, int offset, int count) {
            if (left <= 0) {
                return -1;
            }
            int given = (int) Math.min(left, Math.min(count, pattern.length));
            System.arraycopy(pattern, 0, target, offset, given);
            left -= given;
            return given;
        }
    }
}
