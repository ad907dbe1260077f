package org.bitewing.pixel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FramesTest {
    private static final String OWN_SYNTAX = "2.25.1234";

    private static DataSetBuilder image(int rows, int columns, int bits, int frames) {
        return DataSet.builder().set(Tag.SOPClassUID, UID.RawDataStorage).set(Tag.SOPInstanceUID, "2.25.1")
                .set(Tag.Rows, rows).set(Tag.Columns, columns).set(Tag.SamplesPerPixel, 1)
                .set(Tag.PhotometricInterpretation, "MONOCHROME2").set(Tag.BitsAllocated, bits)
                .set(Tag.BitsStored, bits).set(Tag.HighBit, bits - 1).set(Tag.PixelRepresentation, 0)
                .set(Tag.NumberOfFrames, frames);
    }

    private static byte[] counted(int count) {
        byte[] bytes = new byte[count];
        for (int i = 0; i < count; i++) {
            bytes[i] = (byte) (i * 7);
        }
        return bytes;
    }

    /** A codec whose compressed frame is one byte, which fills the frame. */
    private record Filling() implements FrameCodec {
        @Override
        public Set<String> transferSyntaxes() {
            return Set.of(OWN_SYNTAX);
        }

        @Override
        public FrameDecoder decoder(String transferSyntax, Limits limits) {
            return new FrameDecoder() {
                @Override
                public ImageLayout decodedLayout(ImageLayout layout) {
                    return layout;
                }

                @Override
                public void decode(byte[] source, int offset, int length, ImageLayout layout, byte[] target,
                                   int targetOffset) {
                    if (source[offset] < 0) {
                        throw Frames.wrong("a bad frame");
                    }
                    java.util.Arrays.fill(target, targetOffset, targetOffset + layout.frameLength(), source[offset]);
                }

                @Override
                public void decode(byte[] source, int offset, int length, ImageLayout layout, short[] target,
                                   int targetOffset) {
                    throw new IllegalArgumentException("bytes only");
                }
            };
        }

        @Override
        public Optional<FrameEncoder> encoder(String transferSyntax) {
            return Optional.empty();
        }
    }

    private static Frames filling(byte... fills) throws IOException {
        DataSetBuilder builder = image(2, 2, 8, fills.length);
        List<BulkData> frames = new java.util.ArrayList<>();
        for (byte fill : fills) {
            frames.add(BulkData.of(new byte[] {fill, 0}));
        }
        PixelFragments.set(builder, frames, OffsetTables.BASIC);
        return Frames.of(builder.build(), OWN_SYNTAX, FrameCodecs.of(new Filling()), Limits.defaults());
    }

    @Test
    void nativeFramesAreReadByIndexFromTheFile(@TempDir Path folder) throws IOException {
        byte[] pixels = counted(300 * 200 * 2 * 3);
        Dicom.write(image(300, 200, 16, 3).set(Tag.PixelData, pixels).build(), folder.resolve("a.dcm"));
        Frames frames = Frames.of(Dicom.read(folder.resolve("a.dcm")));

        byte[] second = frames.reader().read(1);
        short[] third = new short[300 * 200 + 1];
        frames.reader().read(2, third, 1);

        assertEquals(3, frames.size());
        assertArrayEquals(java.util.Arrays.copyOfRange(pixels, 120_000, 240_000), second);
        assertEquals((short) (pixels[240_000] & 0xff | pixels[240_001] << 8), third[1]);
    }

    @Test
    void bigEndianFramesComeInLittleEndian(@TempDir Path folder) throws IOException {
        byte[] pixels = counted(3 * 3 * 2 * 3);
        DataSet set = image(3, 3, 16, 3).set(Tag.PixelData, pixels).build();
        byte[] file = DicomWriter.toBytes(set, WriteOptions.defaults().with(TransferSyntax.EXPLICIT_BIG));

        byte[] second = Frames.of(Dicom.read(file)).reader().read(1);

        assertArrayEquals(java.util.Arrays.copyOfRange(pixels, 18, 36), second);
    }

    @Test
    void framesOfBitsBeginWithinBytes() throws IOException {
        // Nine bits a frame: 1 0 0 0 0 0 0 0 1, 0 1 0 0 0 0 0 0 1, 1 1 1 1 1 1 1 1 1, lowest bits first.
        byte[] pixels = {0b0000_0001, 0b0000_0101, (byte) 0b1111_1110, 0b0000_0111};
        Frames frames = Frames.of(image(3, 3, 1, 3).set(Tag.PixelData, pixels).build());

        FrameReader reader = frames.reader();

        assertArrayEquals(new byte[] {1, 1}, reader.read(0));
        assertArrayEquals(new byte[] {2, 1}, reader.read(1));
        assertArrayEquals(new byte[] {(byte) 0xff, 1}, reader.read(2));
    }

    @Test
    void aFrameThatIsNotAllThereIsAnErrorAndOthersAreNot() throws IOException {
        Frames frames = Frames.of(image(4, 4, 8, 3).set(Tag.PixelData, counted(40)).build());

        FrameReader reader = frames.reader();

        assertEquals(16, reader.read(1).length);
        DicomException e = assertThrows(DicomException.class, () -> reader.read(2));
        assertEquals(DicomException.Kind.END, e.kind());
        assertThrows(IndexOutOfBoundsException.class, () -> reader.read(3));
    }

    @Test
    void aSmallFileThatClaimsALargeFrameTakesNoMemory() throws IOException {
        Frames frames = Frames.of(image(10_000, 10_000, 16, 1).set(Tag.PixelData, new byte[4]).build());

        assertThrows(DicomException.class, () -> frames.reader().read(0));
    }

    @Test
    void compressedFramesAreDecodedByTheirCodec() throws IOException {
        Frames frames = filling((byte) 3, (byte) 5);

        assertArrayEquals(new byte[] {5, 5, 5, 5}, frames.reader().read(1));
    }

    @Test
    void aTransferSyntaxWithoutCodecIsAnError() throws IOException {
        DataSetBuilder builder = image(2, 2, 8, 1);
        PixelFragments.set(builder, List.of(BulkData.of(new byte[2])), OffsetTables.NONE);

        assertThrows(DicomException.class,
                () -> Frames.of(builder.build(), "2.25.77", FrameCodecs.of(new Filling()), Limits.defaults()));
    }

    @Test
    void everyFrameIsVisitedOnceBySeveralThreads() throws IOException {
        byte[] fills = counted(18);
        for (int i = 0; i < fills.length; i++) {
            fills[i] = (byte) i;
        }
        Set<Integer> seen = new ConcurrentSkipListSet<>();

        filling(fills).forEach(4, (index, reader) -> {
            if (reader.read(index)[3] == index) {
                seen.add(index);
            }
        });

        assertEquals(18, seen.size());
    }

    @Test
    void aBadFrameEndsTheVisitWithItsError() throws IOException {
        Frames frames = filling((byte) 1, (byte) -1, (byte) 2);

        DicomException e = assertThrows(DicomException.class, () -> frames.forEach(2, (i, reader) -> reader.read(i)));

        assertEquals("a bad frame", e.reason());
    }
}
