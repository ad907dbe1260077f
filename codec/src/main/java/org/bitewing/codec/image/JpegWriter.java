package org.bitewing.codec.image;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import org.bitewing.codec.jpeg.ComponentColour;
import org.bitewing.codec.jpeg.EncodeParameters;
import org.bitewing.codec.jpeg.JpegEncoder;
import org.bitewing.codec.jpeg.JpegProcess;
import org.bitewing.codec.jpeg.Subsampling;

/** Writes pictures as baseline JPEG. */
public final class JpegWriter {
    private JpegWriter() {
    }

    /**
     * Writes a picture.
     *
     * @param picture     of 8 bits, at most 65,535 pixels wide and high
     * @param quality     1 to 100
     * @param subsampling of the chrominances, where there are colours
     * @param target      where it goes; stays open
     * @throws IOException              where it cannot be written
     * @throws IllegalArgumentException where the picture is none for JPEG
     */
    public static void write(Picture picture, int quality, Subsampling subsampling, OutputStream target)
            throws IOException {
        Objects.requireNonNull(subsampling, "subsampling");
        if (picture.bits() != 8) {
            throw new IllegalArgumentException("baseline JPEG has 8 bits, not " + picture.bits());
        }
        EncodeParameters parameters = EncodeParameters.lossy(JpegProcess.BASELINE, 8, picture.width(),
                picture.height(), picture.channels()).withQuality(quality);
        if (picture.channels() == 3) {
            parameters = parameters.withColour(ComponentColour.RGB_TO_YCBCR, subsampling);
        }
        short[] values = picture.values();
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) values[i];
        }
        target.write(new JpegEncoder().encode(parameters, bytes, 0));
    }
}
