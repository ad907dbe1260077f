package org.bitewing.codec.transcode;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameReader;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.OffsetTables;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TranscoderTest {
    private static final String NATIVE = UID.ExplicitVRLittleEndian;

    private static DataSetBuilder image(int bits, int samples, int frames) {
        byte[] pixels = new byte[32 * 24 * samples * frames * bits / 8];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (bits == 16 && (i & 1) == 1 ? i / 2 >> 8 & 7 : i / 5);
        }
        DataSetBuilder builder = DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.1").set(Tag.ImageType, "ORIGINAL", "PRIMARY").set(Tag.Modality, "CT")
                .set(Tag.Rows, 24).set(Tag.Columns, 32)
                .set(Tag.SamplesPerPixel, samples).set(Tag.NumberOfFrames, frames)
                .set(Tag.PhotometricInterpretation, samples == 1 ? "MONOCHROME2" : "RGB")
                .set(Tag.BitsAllocated, bits).set(Tag.BitsStored, bits).set(Tag.HighBit, bits - 1)
                .set(Tag.PixelRepresentation, bits == 16 ? 1 : 0).set(Tag.PixelData, pixels);
        return samples == 1 ? builder : builder.set(Tag.PlanarConfiguration, 0);
    }

    private static DataSet transcoded(DataSet set, String from, String to, TranscodeOptions options)
            throws IOException {
        return Dicom.read(Dicom.toBytes(Transcoder.to(to, options).apply(set, from)));
    }

    private static DataSet transcoded(DataSet set, String from, String to) throws IOException {
        return transcoded(set, from, to, TranscodeOptions.defaults());
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.RLELossless, UID.JPEGLSLossless, UID.JPEGLossless, UID.JPEGLosslessSV1})
    void losslessThereAndBackIsTheSameImage(String syntax) throws IOException {
        for (DataSetBuilder each : new DataSetBuilder[] {image(16, 1, 3), image(8, 3, 2), image(8, 1, 1)}) {
            DataSet set = each.build();

            DataSet compressed = transcoded(set, NATIVE, syntax);
            DataSet back = transcoded(compressed, syntax, NATIVE);

            assertInstanceOf(Fragments.class, compressed.element(Tag.PixelData).orElseThrow());
            assertEquals(syntax, compressed.uid(Tag.TransferSyntaxUID).orElseThrow());
            assertEquals("2.25.1", compressed.uid(Tag.SOPInstanceUID).orElseThrow());
            assertFalse(compressed.contains(Tag.LossyImageCompression));
            assertArrayEquals(set.bytes(Tag.PixelData), back.bytes(Tag.PixelData));
        }
    }

    @Test
    void aLossyCompressionSaysSo() throws IOException {
        DataSet lossy = transcoded(image(8, 3, 1).build(), NATIVE, UID.JPEGBaseline8Bit);

        assertEquals("01", lossy.text(Tag.LossyImageCompression).orElseThrow());
        assertEquals("ISO_10918_1", lossy.text(Tag.LossyImageCompressionMethod).orElseThrow());
        assertTrue(lossy.number(Tag.LossyImageCompressionRatio).orElseThrow() > 1);
        assertEquals("YBR_FULL_422", lossy.text(Tag.PhotometricInterpretation).orElseThrow());
        assertEquals("DERIVED", lossy.texts(Tag.ImageType).get(0));
        assertNotEquals("2.25.1", lossy.uid(Tag.SOPInstanceUID).orElseThrow());
        assertEquals(lossy.uid(Tag.SOPInstanceUID), lossy.uid(Tag.MediaStorageSOPInstanceUID));
        assertEquals("2.25.1", lossy.items(Tag.SourceImageSequence).get(0).uid(Tag.ReferencedSOPInstanceUID)
                .orElseThrow());
        assertEquals("113040", lossy.items(Tag.DerivationCodeSequence).get(0).text(Tag.CodeValue).orElseThrow());
        assertTrue(lossy.text(Tag.DerivationDescription).orElseThrow().startsWith("Lossy compression with"));
    }

    @Test
    void aSecondLossyCompressionIsAddedToTheFirst() throws IOException {
        DataSet once = transcoded(image(8, 3, 1).build(), NATIVE, UID.JPEGBaseline8Bit);

        DataSet twice = transcoded(once, UID.JPEGBaseline8Bit, UID.JPEGLSNearLossless);

        assertEquals("ISO_10918_1\\ISO_14495_1", twice.text(Tag.LossyImageCompressionMethod).orElseThrow());
        assertEquals(2, twice.texts(Tag.LossyImageCompressionRatio).size());
    }

    @Test
    void uidsAreKeptWhereThatIsAskedFor() throws IOException {
        DataSet kept = transcoded(image(8, 1, 1).build(), NATIVE, UID.JPEGBaseline8Bit,
                TranscodeOptions.defaults().with(UidRule.NEVER));
        DataSet changed = transcoded(image(8, 1, 1).build(), NATIVE, UID.RLELossless,
                TranscodeOptions.defaults().with(UidRule.ALWAYS));

        assertEquals("2.25.1", kept.uid(Tag.SOPInstanceUID).orElseThrow());
        assertNotEquals("2.25.1", changed.uid(Tag.SOPInstanceUID).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {UID.JPEGBaseline8Bit, UID.JPEGExtended12Bit, UID.JPEGLSNearLossless})
    void pixelsThatAreRescaledToBeCompressedKeepTheirMeaning(String syntax) throws IOException {
        DataSet set = image(16, 1, 2).set(Tag.RescaleSlope, 2).set(Tag.RescaleIntercept, -1000).build();

        DataSet lossy = transcoded(set, NATIVE, syntax);

        FrameReader before = Frames.of(set).reader();
        Frames frames = Frames.of(lossy);
        assertFalse(frames.layout().signed());
        double slope = lossy.number(Tag.RescaleSlope).orElseThrow();
        double intercept = lossy.number(Tag.RescaleIntercept).orElseThrow();
        byte[] original = before.read(1);
        byte[] decoded = frames.reader().read(1);
        for (int i = 0; i < 32 * 24; i++) {
            int stored = original[2 * i] & 0xff | original[2 * i + 1] << 8;
            int now = frames.layout().bitsAllocated() == 8 ? decoded[i] & 0xff
                    : decoded[2 * i] & 0xff | (decoded[2 * i + 1] & 0xff) << 8;
            assertEquals(stored * 2.0 - 1000, now * slope + intercept, 220, "pixel " + i);
        }
    }

    @Test
    void decodedColoursComeInTheOrderThatIsAskedFor() throws IOException {
        DataSet rle = transcoded(image(8, 3, 1).build(), NATIVE, UID.RLELossless);

        DataSet planes = transcoded(rle, UID.RLELossless, NATIVE, TranscodeOptions.defaults().with(Planes.BY_PLANE));
        DataSet pixels = transcoded(planes, NATIVE, UID.JPEGLSLossless);

        byte[] original = image(8, 3, 1).build().bytes(Tag.PixelData);
        assertEquals(1, planes.integer(Tag.PlanarConfiguration).orElseThrow());
        assertEquals(original[3], planes.bytes(Tag.PixelData)[1]);
        assertEquals(0, pixels.integer(Tag.PlanarConfiguration).orElseThrow());
        assertArrayEquals(original, Frames.of(pixels).reader().read(0));
    }

    @Test
    void framesAreCutIntoFragmentsAndFoundAgain() throws IOException {
        DataSet set = image(8, 3, 3).build();

        DataSet cut = transcoded(set, NATIVE, UID.JPEGLSLossless,
                TranscodeOptions.defaults().with(OffsetTables.BASIC).withFragment(100));

        assertTrue(((Fragments) cut.element(Tag.PixelData).orElseThrow()).all().size() > 6);
        assertArrayEquals(set.bytes(Tag.PixelData), transcoded(cut, UID.JPEGLSLossless, NATIVE).bytes(Tag.PixelData));
    }

    @Test
    void compressedIconsAreDecodedWithTheImage() throws IOException {
        DataSet icon = Transcoder.to(UID.RLELossless, TranscodeOptions.defaults()).apply(image(8, 1, 1).build(), NATIVE);
        DataSetBuilder item = DataSet.builder();
        icon.elements().stream().filter(element -> element.tag() >>> 16 > 2).forEach(item::set);
        DataSet compressed = Transcoder.to(UID.RLELossless, TranscodeOptions.defaults())
                .apply(image(8, 1, 1).set(Tag.IconImageSequence, item).build(), NATIVE);

        DataSet decoded = transcoded(compressed, UID.RLELossless, NATIVE);

        assertArrayEquals(image(8, 1, 1).build().bytes(Tag.PixelData),
                decoded.items(Tag.IconImageSequence).get(0).bytes(Tag.PixelData));
    }

    @Test
    void sharedChrominancesAreGivenToEachPixel() throws IOException {
        DataSet set = image(8, 3, 1).set(Tag.PhotometricInterpretation, "YBR_FULL_422")
                .set(Tag.PixelData, new byte[32 * 24 * 2]).build();

        DataSet compressed = transcoded(set, NATIVE, UID.JPEGLSLossless);

        assertEquals("YBR_FULL", compressed.text(Tag.PhotometricInterpretation).orElseThrow());
        assertEquals(32 * 24 * 3, Frames.of(compressed).reader().read(0).length);
    }

    @Test
    void whatCannotBeCompressedIsAnErrorThatSaysWhy() {
        DataSet bits = image(8, 1, 1).set(Tag.BitsAllocated, 1).set(Tag.BitsStored, 1).set(Tag.HighBit, 0).build();

        DicomException e = assertThrows(DicomException.class, () -> transcoded(bits, NATIVE, UID.JPEGLSLossless));
        assertTrue(e.getMessage().contains("8 or 16 bits"), e.getMessage());
        assertThrows(DicomException.class, () -> transcoded(image(8, 1, 1).build(), NATIVE, "1.2.840.10008.1.2.4.100"));
    }
}
