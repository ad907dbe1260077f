package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That reading costs what it must, counted in bytes. */
class ReadingCostTest {
    @TempDir
    private Path folder;

    private CountingSource source(byte[] bytes) throws IOException {
        Path file = folder.resolve("file.dcm");
        Files.write(file, bytes);
        return new CountingSource(ByteSource.of(file));
    }

    private static byte[] image() {
        return DicomBytes.file("1.2.840.10008.1.2.1")
                .text(0x00080018, "UI", "1.2.3")
                .text(0x0020000d, "UI", "1.2.4")
                .text(0x0020000e, "UI", "1.2.5")
                .element(0x7fe00010, "OW", new byte[5_000_000])
                .text(0xfffcfffc, "OB", "padding!")
                .bytes();
    }

    @Test
    void skippedValuesOfAFileAreNotRead() throws IOException {
        byte[] bytes = image();
        CountingSource source = source(bytes);
        DicomParser parser = DicomParser.of(source);
        int elements = 0;
        for (Event event = parser.next(); event != Event.END; event = parser.next()) {
            elements++;
        }
        assertEquals(7, elements);
        assertTrue(source.read < 2 * Window.FIRST, source.read + " bytes read");
        assertTrue(source.skipped > 4_900_000, source.skipped + " bytes skipped");
    }

    @Test
    void lookingForThreeIdentifiersReadsTheFirstWindowOnly() throws IOException {
        CountingSource source = source(image());
        DicomParser parser = DicomParser.of(source, ReadOptions.defaults().stopBefore(0x00200010));
        Map<Integer, String> found = new HashMap<>();
        for (Event event = parser.next(); event != Event.END; event = parser.next()) {
            if (parser.tag() == Tag.SOPInstanceUID || parser.tag() == Tag.StudyInstanceUID
                    || parser.tag() == Tag.SeriesInstanceUID) {
                found.put(parser.tag(), parser.ascii());
            }
        }
        assertEquals(Map.of(Tag.SOPInstanceUID, "1.2.3", Tag.StudyInstanceUID, "1.2.4", Tag.SeriesInstanceUID,
                "1.2.5"), found);
        assertEquals(Window.FIRST, source.read);
        assertEquals(0, source.skipped);
    }

    @Test
    void largeValuesStayInTheirFile() throws IOException {
        CountingSource source = source(image());
        DataSet set = DataSetReader.read(source, ReadOptions.defaults());
        BulkValue pixels = assertInstanceOf(BulkValue.class, set.element(Tag.PixelData).orElseThrow());
        assertTrue(source.read < 2 * Window.FIRST, source.read + " bytes read");
        assertTrue(source.closed);
        assertEquals(5_000_000, pixels.length());
        assertArrayEquals(new byte[5_000_000], set.bytes(Tag.PixelData));
    }

    @Test
    void behindAWideSkipTheWindowIsSmallAgain() throws IOException {
        byte[] file = DicomBytes.file("1.2.840.10008.1.2.1")
                .element(0x00091010, "UN", new byte[300_000])
                .element(0x00111010, "UN", new byte[1_000_000])
                .text(0x00130010, "LO", "END").raw(new byte[100_000]).bytes();
        CountingSource source = source(file);
        DicomParser parser = DicomParser.of(source, ReadOptions.defaults().stopBefore(0x00130011));
        long before = 0;
        while (parser.next() != Event.END && parser.tag() != 0x00130010) {
            if (parser.tag() == 0x00091010) {
                for (int count = 0; count >= 0; ) {
                    count = parser.read(new byte[64], 0, 64);
                }
            }
            before = source.read;
        }
        assertEquals("END", parser.ascii());
        assertTrue(source.read - before <= Window.FIRST, source.read - before + " bytes read");
    }

    @Test
    void aLengthOf4GiBLessTwoIsReadFromASparseFile() throws IOException {
        long length = 0xfffffffeL;
        Path file = folder.resolve("sparse.dcm");
        byte[] head = DicomBytes.file("1.2.840.10008.1.2.1").text(0x00100010, "PN", "Huge^File")
                .header(0x7fe00010, "OW", length).bytes();
        byte[] tail = DicomBytes.explicit().text(0xfffcfffc, "OB", "behind it!").bytes();
        Files.write(file, head);
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.seek(head.length + length);
            sparse.write(tail);
        }
        CountingSource source = new CountingSource(ByteSource.of(file));
        DataSet set = DataSetReader.read(source, ReadOptions.defaults());
        assertEquals(length, set.element(Tag.PixelData).orElseThrow().length());
        assertEquals("Huge^File", set.text(Tag.PatientName).orElseThrow());
        assertArrayEquals("behind it!".getBytes(), set.bytes(0xfffcfffc));
        assertTrue(source.read < 3 * Window.FIRST, source.read + " bytes read");
        try (var stream = set.bulk(Tag.PixelData).orElseThrow().open()) {
            assertEquals(length, stream.skip(1L << 40));
            assertEquals(-1, stream.read());
        }
    }

    @Test
    void aZipBombEndsAtTheLimit() throws IOException {
        Path bomb = folder.resolve("bomb.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(bomb))) {
            out.putNextEntry(new ZipEntry("bomb.dcm"));
            out.write(image());
        }
        try (ZipFile zip = new ZipFile(bomb.toFile())) {
            Limits limits = Limits.defaults().withInflate(100, 1_000_000);
            ByteSource source = ByteSource.of(zip, zip.getEntry("bomb.dcm"), limits);
            DicomException error = assertThrows(DicomException.class,
                    () -> DataSetReader.read(source, ReadOptions.defaults().discardBulk()));
            assertEquals(DicomException.Kind.LIMIT, error.kind());
            assertTrue(error.length() < 3_000_000, "it stopped soon: " + error.length());
            ByteSource whole = ByteSource.of(zip, zip.getEntry("bomb.dcm"));
            assertEquals("1.2.3", DataSetReader.read(whole, ReadOptions.defaults()).uid(Tag.SOPInstanceUID).orElseThrow());
        }
    }

    @Test
    void aDeflatedDataSetIsInflatedOnceAndItsSourceClosed() throws IOException {
        byte[] inside = DicomBytes.explicit().element(0x7fe00010, "OB", new byte[3_000_000]).bytes();
        CountingSource source = source(DicomBytes.file("1.2.840.10008.1.2.1.99").raw(Deflated.raw(inside)).bytes());
        DataSet set = DataSetReader.read(source, ReadOptions.defaults());
        assertEquals(3_000_000, set.bytes(Tag.PixelData).length);
        assertTrue(source.read <= source.length());
        assertTrue(source.closed);
    }
}
