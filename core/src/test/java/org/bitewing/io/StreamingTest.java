package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.io.WriteOptions.LengthForm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is larger than memory goes through it, in a child process with a small heap. */
class StreamingTest {
    private static final long VALUE = 300L << 20;
    private static final int ITEMS = 200_000;

    @TempDir
    Path folder;

    /** Numbers in order, in pieces of a size that is no multiple of anything. */
    private static final class Counting extends InputStream {
        private long position;

        @Override
        public int read() {
            return (int) (position++ >>> 3) & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            int count = Math.min(length, 9973);
            for (int i = 0; i < count; i++) {
                target[offset + i] = (byte) read();
            }
            return count;
        }
    }

    private Path large() throws IOException {
        Path path = folder.resolve("large.dcm");
        try (OutputStream stream = new BufferedOutputStream(Files.newOutputStream(path));
             DicomWriter writer = DicomWriter.to(stream, WriteOptions.defaults().with(TransferSyntax.EXPLICIT_LITTLE))) {
            writer.element(Tag.SOPClassUID, VR.UI.code(), "1.2.840.10008.5.1.4.1.1.7".getBytes());
            writer.startSequence(Tag.ReferencedImageSequence, VR.SQ.code(), 16L * ITEMS);
            for (int i = 0; i < ITEMS; i++) {
                writer.startItem(8);
                writer.element(Tag.PatientID, VR.LO.code(), new byte[0]);
                writer.endItem();
            }
            writer.endSequence();
            writer.element(Tag.PixelData, VR.OW.code(), VALUE, new Counting());
            writer.end();
        }
        return path;
    }

    @Test
    void aLargeFileConvertsInASmallHeap() throws IOException, InterruptedException {
        Path explicit = large();
        Path implicit = folder.resolve("implicit.dcm");
        Path back = folder.resolve("back.dcm");

        convert(explicit, implicit, TransferSyntax.IMPLICIT_LITTLE, LengthForm.AS_READ);
        convert(implicit, back, TransferSyntax.EXPLICIT_LITTLE, LengthForm.AS_READ);

        assertEquals(-1, Files.mismatch(explicit, back));
        assertEquals(explicit.toFile().length(), back.toFile().length());
        DataSet read = DataSetReader.read(implicit, ReadOptions.defaults().stopBefore(Tag.PixelData));
        assertEquals("1.2.840.10008.1.2", read.uid(Tag.TransferSyntaxUID).orElseThrow());
        assertEquals(ITEMS, read.items(Tag.ReferencedImageSequence).size());
    }

    private static void convert(Path from, Path to, TransferSyntax syntax, LengthForm form) throws IOException, InterruptedException {
        Process child = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx32m", "-cp",
                System.getProperty("java.class.path") + File.pathSeparator + System.getProperty("jdk.module.path", ""),
                Converter.class.getName(), from.toString(), to.toString(), syntax.uid(), form.name()).redirectErrorStream(true).start();
        String output = new String(child.getInputStream().readAllBytes());
        assertEquals(0, child.waitFor(), output);
        assertEquals("", output);
    }

    /** The process with the small heap. */
    static final class Converter {
        private Converter() {
        }

        public static void main(String[] arguments) throws IOException {
            WriteOptions options = WriteOptions.faithful().with(TransferSyntax.of(arguments[2])).with(LengthForm.valueOf(arguments[3]));
            try (AtomicFile file = AtomicFile.create(Path.of(arguments[1]), false); DicomWriter writer = DicomWriter.to(file.channel(), options)) {
                writer.copy(() -> Dicom.parse(Path.of(arguments[0])));
                file.commit();
            }
        }
    }
}
