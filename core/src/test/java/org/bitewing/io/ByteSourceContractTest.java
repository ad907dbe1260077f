package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every kind of source has to do, and that a parser finds the same in all of them. */
class ByteSourceContractTest {
    @TempDir
    private Path folder;

    private enum Kind {
        ARRAY, FILE, FILE_OF_A_ZIP_FILE_SYSTEM, ZIP_ENTRY, STREAM, STREAM_OF_SINGLE_BYTES, STREAM_THAT_GIVES_NOTHING,
        CHANNEL
    }

    /** Closes what a source lies in after the source. */
    private record Opened(ByteSource source, Closeable holder) implements Closeable {
        @Override
        public void close() throws IOException {
            source.close();
            holder.close();
        }
    }

    private Opened open(Kind kind, byte[] bytes) throws IOException {
        Closeable nothing = () -> { };
        Path file = folder.resolve("source.dcm");
        Files.write(file, bytes);
        return switch (kind) {
            case ARRAY -> new Opened(ByteSource.of(bytes), nothing);
            case FILE -> new Opened(ByteSource.of(file), nothing);
            case FILE_OF_A_ZIP_FILE_SYSTEM -> {
                FileSystem zip = FileSystems.newFileSystem(URI.create("jar:" + zip(bytes).toUri()), Map.of());
                yield new Opened(ByteSource.of(zip.getPath("entry.dcm")), zip);
            }
            case ZIP_ENTRY -> {
                ZipFile zip = new ZipFile(zip(bytes).toFile());
                yield new Opened(ByteSource.of(zip, zip.getEntry("entry.dcm")), zip);
            }
            case STREAM -> new Opened(ByteSource.of(new ByteArrayInputStream(bytes), "stream"), nothing);
            case STREAM_OF_SINGLE_BYTES -> new Opened(ByteSource.of(new SingleBytes(bytes), "bytes"), nothing);
            case STREAM_THAT_GIVES_NOTHING -> new Opened(ByteSource.of(new Hesitant(bytes), "hesitant"), nothing);
            case CHANNEL -> new Opened(ByteSource.of(FileChannel.open(file), "channel"), nothing);
        };
    }

    private Path zip(byte[] bytes) throws IOException {
        Path zip = folder.resolve("archive.zip");
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip))) {
            out.putNextEntry(new ZipEntry("entry.dcm"));
            out.write(bytes);
        }
        return zip;
    }

    /** Gives one byte at a time, as a slow connection may. */
    private static final class SingleBytes extends FilterInputStream {
        SingleBytes(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return super.read(target, offset, Math.min(1, length));
        }
    }

    /** Gives no byte every other time, and skips none ever, which its contract allows or nearly so. */
    private static final class Hesitant extends FilterInputStream {
        private boolean gives;

        Hesitant(byte[] bytes) {
            super(new ByteArrayInputStream(bytes));
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            gives = !gives;
            return gives ? super.read(target, offset, length) : 0;
        }

        @Override
        public long skip(long count) {
            return 0;
        }
    }

    private static byte[] sample() {
        byte[] large = new byte[200_000];
        Arrays.fill(large, (byte) 7);
        return DicomBytes.file("1.2.840.10008.1.2.4.50")
                .text(0x00080005, "CS", "ISO_IR 100")
                .text(0x00080018, "UI", "1.2.3.4.5")
                .undefined(0x00081140, "SQ", sequence -> sequence
                        .definedItem(item -> item.text(0x00081155, "UI", "1.2.3"))
                        .undefinedItem(item -> item.text(0x00081155, "UI", "1.2.4")))
                .element(0x00091010, "UN", large)
                .text(0x00100010, "PN", "Doe^John")
                .undefined(0x7fe00010, "OB", fragments -> fragments.item(0).item(4).raw((byte) 1, (byte) 2, (byte) 3, (byte) 4))
                .bytes();
    }

    @ParameterizedTest
    @EnumSource
    void bytesComeInOrderAndThenTheEnd(Kind kind) throws IOException {
        byte[] bytes = sample();
        byte[] all = new byte[bytes.length + 10];
        try (Opened opened = open(kind, bytes)) {
            int count = 0;
            ByteSource source = opened.source();
            for (int read = source.read(all, 0, 10); read >= 0; read = source.read(all, count, 999)) {
                assertTrue(read > 0, "a read makes progress");
                count += read;
                if (count + 999 > all.length) {
                    all = Arrays.copyOf(all, all.length + 999);
                }
            }
            assertArrayEquals(bytes, Arrays.copyOf(all, count));
            assertEquals(-1, opened.source().read(all, 0, 1), "the end stays the end");
        }
    }

    @ParameterizedTest
    @EnumSource
    void skippingLeavesOutExactlyThatMuch(Kind kind) throws IOException {
        byte[] bytes = sample();
        byte[] one = new byte[1];
        try (Opened opened = open(kind, bytes)) {
            assertEquals(0, opened.source().skip(0));
            assertEquals(70_001, opened.source().skip(70_001));
            assertEquals(1, opened.source().read(one, 0, 1));
            assertEquals(bytes[70_001], one[0]);
            assertEquals(bytes.length - 70_002, opened.source().skip(1L << 40), "only as far as there is something");
            assertEquals(-1, opened.source().read(one, 0, 1));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aLengthThatIsToldIsTheLength(Kind kind) throws IOException {
        byte[] bytes = sample();
        try (Opened opened = open(kind, bytes)) {
            boolean told = kind == Kind.ARRAY || kind == Kind.FILE || kind == Kind.FILE_OF_A_ZIP_FILE_SYSTEM;
            assertEquals(told ? bytes.length : -1, opened.source().length());
            assertFalse(opened.source().name().isEmpty());
        }
    }

    @ParameterizedTest
    @EnumSource
    void aParserFindsTheSameEvents(Kind kind) throws IOException {
        byte[] bytes = sample();
        List<String> expected = Events.of(bytes);
        try (Opened opened = open(kind, bytes)) {
            assertEquals(expected, Events.of(DicomParser.of(opened.source())));
        }
        assertTrue(expected.contains("(0010,0010) PN 446f655e4a6f686e"), "the value behind the large one");
    }

    @ParameterizedTest
    @EnumSource
    void aParserThatSkipsEveryValueFindsTheSamePlaces(Kind kind) throws IOException {
        byte[] bytes = sample();
        try (Opened opened = open(kind, bytes)) {
            assertEquals(places(ByteSource.of(bytes)), places(opened.source()));
        }
    }

    private static List<String> places(ByteSource source) throws IOException {
        List<String> places = new ArrayList<>();
        DicomParser parser = DicomParser.of(source);
        for (Event event = parser.next(); event != Event.END; event = parser.next()) {
            places.add(event + " " + parser.headerOffset() + " " + parser.valueOffset() + " " + parser.length() + " "
                    + parser.depth() + " " + parser.path());
        }
        return places;
    }

    @ParameterizedTest
    @EnumSource
    void aReaderMakesTheSameTree(Kind kind) throws IOException {
        byte[] bytes = sample();
        DataSet expected = DataSetReader.read(ByteSource.of(bytes), ReadOptions.defaults());
        try (Opened opened = open(kind, bytes)) {
            DataSet set = DataSetReader.read(opened.source(), ReadOptions.defaults());
            assertEquals(expected, set);
            assertEquals(expected.preamble().length, set.preamble().length);
            assertEquals("1.2.4", set.items(Tag.ReferencedImageSequence).get(1).uid(Tag.ReferencedSOPInstanceUID)
                    .orElseThrow());
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsCutOffIsTheSameErrorAtTheSamePlace(Kind kind) throws IOException {
        byte[] whole = sample();
        // Within the preamble, a header, the large value, a name, and a fragment.
        for (int length : new int[] {0, 100, 139, 300, 150_000, whole.length - 45, whole.length - 10}) {
            byte[] bytes = Arrays.copyOf(whole, length);
            DicomException expected = outcome(ByteSource.of(bytes));
            try (Opened opened = open(kind, bytes)) {
                DicomException found = outcome(opened.source());
                assertEquals(expected.location().path(), found.location().path(), "cut at " + length);
                assertEquals(expected.location().offset(), found.location().offset(), "cut at " + length);
            }
        }
    }

    private static DicomException outcome(ByteSource source) {
        return assertThrows(DicomException.class, () -> DataSetReader.read(source, ReadOptions.defaults().strict()));
    }

    @Test
    void anErrorOfAStreamIsPassedOn() {
        InputStream failing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the disk is gone");
            }
        };
        IOException error = assertThrows(IOException.class,
                () -> DataSetReader.read(ByteSource.of(failing, "failing"), ReadOptions.defaults()));
        assertEquals("the disk is gone", error.getMessage());
    }
}
