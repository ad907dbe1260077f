package org.bitewing.codec.awt;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import javax.imageio.IIOException;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.data.DataSet;

/** Reads the frames of a DICOM file as they are rendered by default: 8 bits, with the file's own window. */
final class DicomImageReader extends ImageReader {
    private static final int PIECE = 1 << 16;

    private FrameRenderer renderer;

    DicomImageReader(ImageReaderSpi spi) {
        super(spi);
    }

    @Override
    public void setInput(Object source, boolean forwardOnly, boolean withoutMetadata) {
        super.setInput(source, forwardOnly, withoutMetadata);
        renderer = null;
    }

    private FrameRenderer renderer() throws IOException {
        if (renderer == null) {
            if (!(input instanceof ImageInputStream stream)) {
                throw new IllegalStateException("the reader has no input");
            }
            try {
                DataSet set = Dicom.read(bytes(stream));
                renderer = FrameRenderer.of(set);
            } catch (DicomException e) {
                throw new IIOException(e.getMessage(), e);
            }
        }
        return renderer;
    }

    private static byte[] bytes(ImageInputStream stream) throws IOException {
        stream.seek(0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] piece = new byte[PIECE];
        for (int read = stream.read(piece); read >= 0; read = stream.read(piece)) {
            if (bytes.size() > Integer.MAX_VALUE - 8 - read) {
                throw new IIOException("a file of 2 GiB or more");
            }
            bytes.write(piece, 0, read);
        }
        return bytes.toByteArray();
    }

    @Override
    public int getNumImages(boolean allowSearch) throws IOException {
        return renderer().layout().frames();
    }

    @Override
    public int getWidth(int index) throws IOException {
        check(index);
        return renderer().layout().columns();
    }

    @Override
    public int getHeight(int index) throws IOException {
        check(index);
        return renderer().layout().rows();
    }

    @Override
    public Iterator<ImageTypeSpecifier> getImageTypes(int index) throws IOException {
        check(index);
        int channels = renderer().layout().photometric().isMonochrome() ? 1 : 3;
        return List.of(ImageTypeSpecifier.createFromBufferedImageType(BufferedImages.type(channels, 8))).iterator();
    }

    /** ImageIO's word for no metadata is null. */
    @Override
    public IIOMetadata getStreamMetadata() {
        return null;
    }

    /** ImageIO's word for no metadata is null. */
    @Override
    public IIOMetadata getImageMetadata(int index) {
        return null;
    }

    @Override
    public BufferedImage read(int index, ImageReadParam asked) throws IOException {
        check(index);
        clearAbortRequest();
        processImageStarted(index);
        BufferedImage image;
        try {
            image = BufferedImages.of(renderer().render(index, RenderOptions.defaults()));
        } catch (DicomException e) {
            throw new IIOException(e.getMessage(), e);
        }
        BufferedImage result = asked == null ? image : asFor(image, asked, index);
        processImageComplete();
        return result;
    }

    private BufferedImage asFor(BufferedImage image, ImageReadParam asked, int index) throws IOException {
        BufferedImage target = getDestination(asked, getImageTypes(index), image.getWidth(), image.getHeight());
        checkReadParamBandSettings(asked, image.getSampleModel().getNumBands(), target.getSampleModel().getNumBands());
        Rectangle from = new Rectangle();
        Rectangle to = new Rectangle();
        computeRegions(asked, image.getWidth(), image.getHeight(), target, from, to);
        int[] pixel = new int[image.getSampleModel().getNumBands()];
        for (int y = 0; y < to.height; y++) {
            for (int x = 0; x < to.width; x++) {
                image.getRaster().getPixel(from.x + x * asked.getSourceXSubsampling(),
                        from.y + y * asked.getSourceYSubsampling(), pixel);
                target.getRaster().setPixel(to.x + x, to.y + y, pixel);
            }
        }
        return target;
    }

    private void check(int index) throws IOException {
        Objects.checkIndex(index, renderer().layout().frames());
    }
}
