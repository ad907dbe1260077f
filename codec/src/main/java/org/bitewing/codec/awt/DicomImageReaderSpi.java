package org.bitewing.codec.awt;

import java.io.IOException;
import java.util.Locale;
import javax.imageio.ImageReader;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;

/**
 * Lets {@link javax.imageio.ImageIO} find the reader of DICOM files. On the class path it does so by itself. A module
 * that provided it could not be resolved without {@code java.desktop}, so on the module path it is registered by hand:
 * {@code IIORegistry.getDefaultInstance().registerServiceProvider(new DicomImageReaderSpi())}.
 */
public final class DicomImageReaderSpi extends ImageReaderSpi {
    private static final int PREFIX_OFFSET = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};

    /** Made by ImageIO. */
    public DicomImageReaderSpi() {
        super("Bitewing", "0.1.0", new String[] {"dicom", "DICOM"}, new String[] {"dcm", "dic"},
                new String[] {"application/dicom"}, DicomImageReader.class.getName(),
                new Class<?>[] {ImageInputStream.class}, null, false, null, null, null, null, false, null, null, null,
                null);
    }

    @Override
    public boolean canDecodeInput(Object source) throws IOException {
        if (!(source instanceof ImageInputStream stream)) {
            return false;
        }
        byte[] head = new byte[PREFIX_OFFSET + PREFIX.length];
        stream.mark();
        try {
            int count = 0;
            while (count < head.length) {
                int read = stream.read(head, count, head.length - count);
                if (read < 0) {
                    return false;
                }
                count += read;
            }
        } finally {
            stream.reset();
        }
        for (int i = 0; i < PREFIX.length; i++) {
            if (head[PREFIX_OFFSET + i] != PREFIX[i]) {
                return false;
            }
        }
        return true;
    }

    @Override
    public ImageReader createReaderInstance(Object extension) {
        return new DicomImageReader(this);
    }

    @Override
    public String getDescription(Locale locale) {
        return "Bitewing reader of DICOM images";
    }
}
