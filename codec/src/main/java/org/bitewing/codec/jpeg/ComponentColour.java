package org.bitewing.codec.jpeg;

/** What the components that are given to a {@link JpegEncoder} are, and what becomes of them. */
public enum ComponentColour {
    /** Coded as they are, and nothing is said of them in the stream. The way for one component. */
    UNSPECIFIED,
    /** Red, green and blue, coded as such; an Adobe segment with transform 0 says so. */
    RGB,
    /** Red, green and blue, converted to Y'CbCr before coding; a JFIF segment says so. Not for lossless frames. */
    RGB_TO_YCBCR,
    /** Y'CbCr already, coded as such; a JFIF segment says so. */
    YCBCR
}
