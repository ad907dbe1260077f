package org.bitewing.codec.jpegls;

/** How the components of a scan are mixed: parameter ILV of the scan header (14495-1 C.2.3). */
public enum InterleaveMode {
    /** A scan for each component. */
    NONE,
    /** A line of each component in turn. */
    LINE,
    /** A sample of each component in turn. */
    SAMPLE
}
