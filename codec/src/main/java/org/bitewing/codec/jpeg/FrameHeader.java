package org.bitewing.codec.jpeg;

import java.util.List;

/**
 * What a JPEG stream says of its frame before the first entropy-coded byte: the frame header (10918-1 B.2.2), what the
 * first scan header adds (B.2.3), and the facts of the JFIF and Adobe application segments.
 *
 * @param process         the kind of frame
 * @param precision       P, bits of a sample
 * @param width           X, samples of a line
 * @param height          Y, lines; where the frame header leaves it to a DNL segment (B.2.5), that segment's number
 * @param components      the components in the order of the frame header, 1 to 255
 * @param restartInterval Ri, MCUs between restart markers in the first scan, 0 where there are none
 * @param jfif            whether an APP0 segment is marked JFIF, which promises Y'CbCr where there are three components
 * @param adobeTransform  the colour transform of the Adobe APP14 segment: 0 none, 1 Y'CbCr, 2 YCCK, -1 where there is
 *                        no such segment
 * @param predictor       Ss of the first scan of a lossless frame, 1 to 7, else 0 (H.1.2.1)
 * @param pointTransform  Al of the first scan of a lossless frame, else 0 (H.1.1)
 */
public record FrameHeader(JpegProcess process, int precision, int width, int height, List<FrameComponent> components,
        int restartInterval, boolean jfif, int adobeTransform, int predictor, int pointTransform) {

    /**
     * Copies the list.
     *
     * @param process         the kind of frame
     * @param precision       bits of a sample
     * @param width           samples of a line
     * @param height          lines
     * @param components      the components
     * @param restartInterval MCUs between restart markers
     * @param jfif            whether there is a JFIF segment
     * @param adobeTransform  0, 1, 2, or -1
     * @param predictor       1 to 7, or 0
     * @param pointTransform  0 to 15
     */
    public FrameHeader {
        components = List.copyOf(components);
    }

    /**
     * How many samples one decoded frame has, all components at full size.
     *
     * @return width times height times components
     */
    public long samples() {
        return (long) width * height * components.size();
    }
}
