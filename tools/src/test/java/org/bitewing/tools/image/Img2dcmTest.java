package org.bitewing.tools.image;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageOutputStream;
import org.bitewing.Dicom;
import org.bitewing.codec.jpeg.ComponentColour;
import org.bitewing.codec.jpeg.EncodeParameters;
import org.bitewing.codec.jpeg.JpegEncoder;
import org.bitewing.codec.jpeg.JpegProcess;
import org.bitewing.codec.jpeg.Subsampling;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.pixel.PixelFragments;
import org.bitewing.tools.Judge;
import org.bitewing.tools.PixelComparison;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class Img2dcmTest {
    private static final List<String> REQUIRED = List.of("PatientName=Doe^Jane", "PatientID=1", "PatientSex=O",
            "PatientBirthDate=19700101", "StudyDate=20260101", "StudyTime=120000", "StudyID=1", "SeriesNumber=1",
            "InstanceNumber=1", "AccessionNumber=1", "ReferringPhysicianName=Roe^Richard");
    @TempDir
    Path folder;

    private Path out() {
        return folder.resolve("out.dcm");
    }

    private ToolRun run(Object... words) {
        List<Object> all = new ArrayList<>(List.of(words));
        all.add(out());
        return ToolRun.of("img2dcm", all.toArray());
    }

    private DataSet made(Object... words) throws IOException {
        ToolRun run = run(words);
        assertEquals(0, run.code(), run.errors());
        return Dicom.read(out());
    }

    private Path image(String format, int type) throws IOException {
        BufferedImage image = new BufferedImage(9, 5, type);
        for (int i = 0; i < 45; i++) {
            image.setRGB(i % 9, i / 9, 0xff000000 | i * 0x050301);
        }
        Path path = folder.resolve("image." + format);
        assertTrue(ImageIO.write(image, format, path.toFile()));
        return path;
    }

    @Test
    void aJpegIsCopiedAndDescribed() throws IOException {
        Path jpeg = image("jpg", BufferedImage.TYPE_INT_RGB);

        DataSet set = made(jpeg);

        assertEquals(UID.JPEGBaseline8Bit, set.uid(Tag.TransferSyntaxUID).orElseThrow());
        assertEquals(UID.SecondaryCaptureImageStorage, set.uid(Tag.SOPClassUID).orElseThrow());
        assertEquals(5, set.integer(Tag.Rows).orElseThrow());
        assertEquals(9, set.integer(Tag.Columns).orElseThrow());
        assertEquals("YBR_FULL_422", set.text(Tag.PhotometricInterpretation).orElseThrow());
        assertEquals("01", set.text(Tag.LossyImageCompression).orElseThrow());
        assertEquals("ISO_10918_1", set.text(Tag.LossyImageCompressionMethod).orElseThrow());
        byte[] frame = PixelFragments.of(set).frame(0).bytes();
        String file = new String(Files.readAllBytes(jpeg), java.nio.charset.StandardCharsets.ISO_8859_1);
        String kept = new String(frame, 2, frame.length - 3, java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(file.contains(kept), "all behind the JFIF header is the same");
    }

    @Test
    void rastersBecomePixels() throws IOException {
        DataSet png = made(image("png", BufferedImage.TYPE_INT_RGB));
        assertEquals("RGB", png.text(Tag.PhotometricInterpretation).orElseThrow());
        assertArrayEquals(new byte[] {5, 3, 1, 10, 6, 2}, java.util.Arrays.copyOfRange(png.bytes(Tag.PixelData), 3, 9));
        assertFalse(png.contains(Tag.LossyImageCompression));

        DataSet bmp = made(image("bmp", BufferedImage.TYPE_3BYTE_BGR));
        assertArrayEquals(png.bytes(Tag.PixelData), bmp.bytes(Tag.PixelData));

        DataSet gif = made(image("gif", BufferedImage.TYPE_BYTE_INDEXED));
        assertEquals(3, gif.integer(Tag.SamplesPerPixel).orElseThrow());
    }

    @Test
    void grayStaysGrayWithTheBitsItHas() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_USHORT_GRAY);
        image.getRaster().setSample(0, 0, 0, 0x1234);
        image.getRaster().setSample(1, 0, 0, 0xfedc);
        Path png = folder.resolve("gray.png");
        ImageIO.write(image, "png", png.toFile());

        DataSet set = made(png);

        assertEquals("MONOCHROME2", set.text(Tag.PhotometricInterpretation).orElseThrow());
        assertEquals(16, set.integer(Tag.BitsStored).orElseThrow());
        assertArrayEquals(new byte[] {0x34, 0x12, (byte) 0xdc, (byte) 0xfe}, set.bytes(Tag.PixelData));
    }

    @Test
    void theVerifierFindsNoErrorOnceTheRequiredAttributesAreGiven() throws IOException {
        List<Path> images = List.of(image("jpg", BufferedImage.TYPE_INT_RGB), image("png", BufferedImage.TYPE_BYTE_GRAY),
                Files.writeString(folder.resolve("color.ppm"), "P3 2 1 255 1 2 3 4 5 6"));
        for (Path image : images) {
            for (String option : List.of("-sc", "-nsc", "-vlp")) {
                List<Object> words = new ArrayList<>(List.of(option, image));
                REQUIRED.forEach(key -> words.addAll(List.of("-k", key)));
                made(words.toArray());

                String verdict = Judge.run("dciodvfy", out());

                assertFalse(verdict.contains("Error"), image + " " + option + ": " + verdict);
                assertTrue(Judge.run("gdcmdump", out()).endsWith("0"));
                assertTrue(Judge.run("dcmdump", "-q", out()).endsWith("0"));
            }
        }
    }

    @Test
    void lossyColoursAreDescribedAsTheVerifierKnowsThemWhateverTheirSampling() throws IOException {
        byte[] pixels = new byte[3 * 16 * 16];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) (i * 5);
        }
        for (Subsampling sampling : Subsampling.values()) {
            Path jpeg = folder.resolve("sampled.jpg");
            Files.write(jpeg, new JpegEncoder().encode(EncodeParameters.lossy(JpegProcess.BASELINE, 8, 16, 16, 3)
                    .withColour(ComponentColour.RGB_TO_YCBCR, sampling), pixels, 0));
            List<Object> words = new ArrayList<>(List.of(jpeg));
            REQUIRED.forEach(key -> words.addAll(List.of("-k", key)));

            DataSet set = made(words.toArray());

            assertEquals("YBR_FULL_422", set.text(Tag.PhotometricInterpretation).orElseThrow());
            String verdict = Judge.run("dciodvfy", out());
            assertFalse(verdict.contains("Error"), sampling + ": " + verdict);
            // What is decoded are the colours that went in.
            Path decoded = folder.resolve("decoded.dcm");
            assertEquals(0, ToolRun.of("dcmdjpeg", out(), decoded).code());
            assertTrue(Judge.run("dcmdjpeg", out(), folder.resolve("theirs.dcm")).endsWith("0"));
            assertTrue(PixelComparison.largestDifference(decoded, folder.resolve("theirs.dcm")) <= 1);
        }
    }

    /** Three pictures: red, a blue line that goes away again, a green pixel. */
    private Path animation(int... delays) throws IOException {
        Path path = folder.resolve("animation.gif");
        ImageWriter writer = ImageIO.getImageWritersByFormatName("gif").next();
        try (ImageOutputStream out = ImageIO.createImageOutputStream(path.toFile())) {
            writer.setOutput(out);
            writer.prepareWriteSequence(null);
            int[][] parts = {{0, 0, 4, 3, 0xff0000}, {1, 1, 2, 1, 0x0000ff}, {3, 2, 1, 1, 0x00ff00}};
            String[] disposals = {"doNotDispose", "restoreToPrevious", "none"};
            for (int i = 0; i < parts.length; i++) {
                BufferedImage part = new BufferedImage(parts[i][2], parts[i][3], BufferedImage.TYPE_INT_RGB);
                for (int at = 0; at < parts[i][2] * parts[i][3]; at++) {
                    part.setRGB(at % parts[i][2], at / parts[i][2], parts[i][4]);
                }
                ImageTypeSpecifier type = ImageTypeSpecifier.createFromRenderedImage(part);
                IIOMetadata metadata = writer.getDefaultImageMetadata(type, null);
                IIOMetadataNode tree = (IIOMetadataNode) metadata.getAsTree("javax_imageio_gif_image_1.0");
                IIOMetadataNode place = (IIOMetadataNode) tree.getElementsByTagName("ImageDescriptor").item(0);
                place.setAttribute("imageLeftPosition", Integer.toString(parts[i][0]));
                place.setAttribute("imageTopPosition", Integer.toString(parts[i][1]));
                IIOMetadataNode control =
                        (IIOMetadataNode) tree.getElementsByTagName("GraphicControlExtension").item(0);
                control.setAttribute("disposalMethod", disposals[i]);
                control.setAttribute("delayTime", Integer.toString(delays.length > i ? delays[i] : 0));
                metadata.setFromTree("javax_imageio_gif_image_1.0", tree);
                writer.writeToSequence(new IIOImage(part, null, metadata), null);
            }
            writer.endWriteSequence();
        } finally {
            writer.dispose();
        }
        return path;
    }

    @Test
    void anAnimationIsAMultiFrameImageOfWhatIsSeen() throws IOException {
        DataSet set = made("-nsc", animation());

        assertEquals(3, set.integer(Tag.NumberOfFrames).orElseThrow());
        StringBuilder seen = new StringBuilder();
        byte[] pixels = set.bytes(Tag.PixelData);
        for (int i = 0; i < 36; i++) {
            seen.append(pixels[3 * i] != 0 ? 'r' : pixels[3 * i + 1] != 0 ? 'g' : 'b');
        }
        assertEquals("rrrrrrrrrrrr" + "rrrrrbbrrrrr" + "rrrrrrrrrrrg", seen.toString());
        assertTrue(run("--series", animation()).errors().isEmpty());
        assertTrue(Files.exists(folder.resolve("out-0003.dcm")));
        assertTrue(run(animation()).errors().contains("does not support multiframe images"));
        assertFalse(made("--first-picture", animation()).contains(Tag.NumberOfFrames));
    }

    private void assertConforms() throws IOException {
        String verdict = Judge.run("dciodvfy", out());
        assertFalse(verdict.contains("Error"), verdict);
    }

    @Test
    void delaysOfAnAnimationAreTheTimesOfItsFrames() throws IOException {
        DataSet alike = made("-nsc", animation(7, 7, 7));
        assertEquals(70, alike.number(Tag.FrameTime).orElseThrow());
        assertArrayEquals(new int[] {Tag.FrameTime}, alike.tags(Tag.FrameIncrementPointer));
        assertFalse(alike.contains(Tag.PageNumberVector));
        assertConforms();

        DataSet different = made("-nsc", animation(5, 20, 100));
        assertArrayEquals(new double[] {0, 50, 200}, different.doubles(Tag.FrameTimeVector));
        assertArrayEquals(new int[] {Tag.FrameTimeVector}, different.tags(Tag.FrameIncrementPointer));
        assertConforms();

        assertEquals(3, made("-nsc", animation()).ints(Tag.PageNumberVector).length);
    }

    @Test
    void severalPicturesAreFramesOfOneImageOrASeries() throws IOException {
        Path jpeg = image("jpg", BufferedImage.TYPE_INT_RGB);

        DataSet frames = made("-nsc", jpeg, jpeg, jpeg);
        assertEquals(3, frames.integer(Tag.NumberOfFrames).orElseThrow());
        assertEquals(3, PixelFragments.of(frames).size());

        assertEquals(0, run("--series", jpeg, jpeg).code());
        DataSet first = Dicom.read(folder.resolve("out-0001.dcm"));
        DataSet second = Dicom.read(folder.resolve("out-0002.dcm"));
        assertEquals(first.uid(Tag.SeriesInstanceUID), second.uid(Tag.SeriesInstanceUID));
        assertNotEquals(first.uid(Tag.SOPInstanceUID), second.uid(Tag.SOPInstanceUID));
        assertEquals(2, second.integer(Tag.InstanceNumber).orElseThrow());

        Files.delete(out());
        ToolRun refused = run(jpeg, jpeg);
        assertEquals(1, refused.code());
        assertEquals("E: Secondary Capture Image SOP Class does not support multiframe images\n", refused.errors());
        assertFalse(Files.exists(out()));
    }

    @Test
    void studyAndSeriesComeFromAnotherFile() throws IOException {
        Path jpeg = image("jpg", BufferedImage.TYPE_INT_RGB);
        Path source = folder.resolve("source.dcm");
        Dicom.write(DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 100").set(Tag.PatientName, "Bj\u00f6rk")
                .set(Tag.StudyInstanceUID, "1.2.3").set(Tag.SeriesInstanceUID, "1.2.4").set(Tag.InstanceNumber, 41)
                .set(Tag.BodyPartExamined, "HAND").set(Tag.SOPClassUID, UID.CTImageStorage)
                .set(Tag.Rows, 512).set(0x00090010, VR.LO, "ACME").build(), source);

        DataSet series = made("-sef", source, "-ii", jpeg);
        assertEquals("Bj\u00f6rk", series.text(Tag.PatientName).orElseThrow());
        assertEquals("1.2.4", series.uid(Tag.SeriesInstanceUID).orElseThrow());
        assertEquals(42, series.integer(Tag.InstanceNumber).orElseThrow());
        assertFalse(series.contains(Tag.BodyPartExamined));

        DataSet study = made("-stf", source, jpeg);
        assertEquals("1.2.3", study.uid(Tag.StudyInstanceUID).orElseThrow());
        assertNotEquals("1.2.4", study.uid(Tag.SeriesInstanceUID).orElseThrow());

        DataSet all = made("-df", source, jpeg);
        assertEquals("HAND", all.text(Tag.BodyPartExamined).orElseThrow());
        assertTrue(all.contains(0x00090010));
        assertEquals(5, all.integer(Tag.Rows).orElseThrow());
        assertEquals(UID.SecondaryCaptureImageStorage, all.uid(Tag.SOPClassUID).orElseThrow());

        Path xml = Files.write(folder.resolve("source.xml"), ToolRun.of("dcm2xml", source).out());
        DataSet fromXml = made("-dx", xml, jpeg);
        assertEquals("HAND", fromXml.text(Tag.BodyPartExamined).orElseThrow());
        assertEquals("Bj\u00f6rk", fromXml.text(Tag.PatientName).orElseThrow());
    }

    @Test
    void keysComeLastAndMayOverrideAnything() throws IOException {
        DataSet set = made("-k", "Rows=99", "-k", "(0008,1115)[0].SeriesInstanceUID=1.2", "-k", "SOPInstanceUID=1.2.3",
                image("jpg", BufferedImage.TYPE_INT_RGB));

        assertEquals(99, set.integer(Tag.Rows).orElseThrow());
        assertEquals("1.2.3", set.uid(Tag.MediaStorageSOPInstanceUID).orElseThrow());
        assertEquals(1, set.items(Tag.ReferencedSeriesSequence).size());
    }

    @Test
    void failuresAreSaidInOneLineAndLeaveNoFile() throws IOException {
        Path jpeg = image("jpg", BufferedImage.TYPE_INT_RGB);
        Path text = Files.writeString(folder.resolve("text"), "no picture");
        assertFails("Error converting file: Not a JPEG file", text);
        assertFails("Error converting file: Not a BMP file - invalid header", "-i", "BMP", jpeg);
        assertFails("Error converting file: No plugin for selected input format available", "-i", "TIFF", jpeg);
        assertFails("Error converting file: Unable to open JPEG file: ", folder.resolve("none"));
        assertFails("Error converting file: Bad override key/path: Bogus=1: ", "-k", "Bogus=1", jpeg);
        assertFails("Error converting file: Error: Unable to open study / series file ", "-sef", text, jpeg);
        assertFails("Error converting file: Missing type 1 attribute: ImageLaterality", "-oph", jpeg);
        assertFails("Error converting file: Missing type 2 attribute: ", "-i2", jpeg);
        assertFails("Error converting file: Missing type 1 attribute: Modality", "-i1", jpeg);
    }

    private void assertFails(String error, Object... words) {
        ToolRun run = run(words);
        assertEquals(1, run.code());
        assertTrue(run.errors().startsWith("F: " + error), run.errors());
        assertFalse(Files.exists(out()));
    }

    @Test
    void brokenRastersAreRefused() throws IOException {
        for (String format : List.of("png", "bmp", "gif")) {
            byte[] whole = Files.readAllBytes(image(format, BufferedImage.TYPE_3BYTE_BGR));
            for (int length = 8; length < whole.length; length += 7) {
                Path cut = Files.write(folder.resolve("cut"), java.util.Arrays.copyOf(whole, length));
                ToolRun run = run(cut);
                assertFalse(run.errors().contains("internal error"), run.errors());
                assertEquals(run.code() == 0, Files.exists(out()));
                Files.deleteIfExists(out());
            }
        }
    }
}
