package org.bitewing.codec.awt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.IIOException;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import org.bitewing.Dicom;
import org.bitewing.codec.image.Picture;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.junit.jupiter.api.Test;

class DicomImageReaderTest {
    private static byte[] file(String photometric, int samples, byte[] pixels) throws IOException {
        DataSetBuilder builder = DataSet.builder().set(Tag.SOPClassUID, UID.RawDataStorage)
                .set(Tag.SOPInstanceUID, "2.25.1").set(Tag.Rows, 2).set(Tag.Columns, 2)
                .set(Tag.SamplesPerPixel, samples).set(Tag.PhotometricInterpretation, photometric)
                .set(Tag.BitsAllocated, 8).set(Tag.BitsStored, 8).set(Tag.HighBit, 7).set(Tag.PixelRepresentation, 0);
        if (samples > 1) {
            builder.set(Tag.PlanarConfiguration, 0);
        }
        return Dicom.toBytes(builder.set(Tag.PixelData, pixels).build());
    }

    private static ImageReader reader(byte[] file) throws IOException {
        ImageReader reader = new DicomImageReaderSpi().createReaderInstance(null);
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(file)));
        return reader;
    }

    @Test
    void grayFramesAreRead() throws IOException {
        BufferedImage image = reader(file("MONOCHROME2", 1, new byte[] {0, 10, 20, 30})).read(0);

        assertEquals(BufferedImage.TYPE_BYTE_GRAY, image.getType());
        assertEquals(255, image.getRaster().getSample(1, 1, 0));
        assertEquals(85, image.getRaster().getSample(1, 0, 0));
    }

    @Test
    void coloursAreInTheirPlace() throws IOException {
        byte[] pixels = {1, 2, 3, 0, 0, 0, 0, 0, 0, 0, 0, 0};

        assertEquals(0x010203, reader(file("RGB", 3, pixels)).read(0).getRGB(0, 0) & 0xffffff);
    }

    @Test
    void aRegionIsCutOut() throws IOException {
        ImageReader reader = reader(file("MONOCHROME2", 1, new byte[] {0, 10, 20, 30}));
        ImageReadParam asked = reader.getDefaultReadParam();
        asked.setSourceRegion(new Rectangle(1, 0, 1, 2));

        BufferedImage image = reader.read(0, asked);

        assertEquals(1, image.getWidth());
        assertEquals(255, image.getRaster().getSample(0, 1, 0));
    }

    @Test
    void otherFilesAreNotOurs() throws IOException {
        DicomImageReaderSpi spi = new DicomImageReaderSpi();

        assertEquals(false, spi.canDecodeInput(ImageIO.createImageInputStream(new ByteArrayInputStream(new byte[200]))));
        assertEquals(true, spi.canDecodeInput(ImageIO.createImageInputStream(
                new ByteArrayInputStream(file("MONOCHROME2", 1, new byte[4])))));
    }

    @Test
    void badFilesAreExceptionsOfImageIo() throws IOException {
        byte[] file = file("MONOCHROME2", 1, new byte[2]);

        assertThrows(IIOException.class, () -> reader(file).read(0));
    }

    @Test
    void deepPicturesKeepTheirBits() {
        BufferedImage image = BufferedImages.of(Picture.of(1, 1, 1, 16, new short[] {(short) 0xabcd}));

        assertEquals(BufferedImage.TYPE_USHORT_GRAY, image.getType());
        assertEquals(0xabcd, image.getRaster().getSample(0, 0, 0));
    }
}
