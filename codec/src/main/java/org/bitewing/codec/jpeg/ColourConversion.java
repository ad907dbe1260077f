package org.bitewing.codec.jpeg;

/**
 * What happens to the three components of a colour frame on their way out. Frames of one, two or four and more
 * components are never converted.
 */
public enum ColourConversion {
    /** The components as they are coded. */
    NONE,
    /** From the Y'CbCr of JFIF (ITU-R BT.601, full range, PS3.3 C.7.6.3.1.2 YBR_FULL) to RGB. */
    YCBCR_TO_RGB,
    /** What {@link #forFrame} finds. */
    AUTO;

    /** What the caller knows of the components from outside the stream, such as the Photometric Interpretation. */
    public enum Photometric {
        /** Nothing is known. */
        UNKNOWN,
        /** The components are said to be red, green and blue. */
        RGB,
        /** The components are said to be luminance and chrominances: YBR_FULL, YBR_FULL_422 and the like. */
        YCBCR
    }

    /**
     * Whether AUTO converts. What is said by whoever wrote the stream wins over what is said around it, and a plain
     * statement over a guess, in this order:
     * <ol>
     * <li>a lossless frame is never converted: no sample may change (PS3.5 8.2.1);</li>
     * <li>an Adobe segment says: 1 converts, 0 does not;</li>
     * <li>the component identifiers {@code 'R' 'G' 'B'} say that they are just that;</li>
     * <li>the caller's photometric interpretation says;</li>
     * <li>without any of these, three components of a DCT frame are taken as Y'CbCr, as JFIF and the libraries do.</li>
     * </ol>
     * A JFIF segment alone does not win over the caller, because encoders of RGB write it out of habit.
     *
     * @param header      of the frame
     * @param photometric what the caller knows
     * @return NONE or YCBCR_TO_RGB
     */
    public static ColourConversion forFrame(FrameHeader header, Photometric photometric) {
        if (header.components().size() != 3) {
            return NONE;
        }
        boolean convert = isYcbcr(header.process(), header.adobeTransform(), header.components().get(0).identifier(),
                header.components().get(1).identifier(), header.components().get(2).identifier(), photometric);
        return convert ? YCBCR_TO_RGB : NONE;
    }

    /** The rule of {@link #forFrame} on the facts of a frame of three components. */
    static boolean isYcbcr(JpegProcess process, int adobeTransform, int first, int second, int third,
            Photometric photometric) {
        if (process.isLossless()) {
            return false;
        }
        if (adobeTransform >= 0) {
            return adobeTransform != 0;
        }
        if (first == 'R' && second == 'G' && third == 'B') {
            return false;
        }
        return photometric != Photometric.RGB;
    }
}
