package org.bitewing.codec.jpegls;

/** How the components of a scan are mixed: parameter ILV of the scan header (14495-1 C.2.3). */
public enum InterleaveMode {
    /** A scan for each component. */
    NONE,
    /** A line of each component in turn. */
    LINE,
    /** A sample of each component in turn. */
    SAMPLE;

    /** The mode of a value of ILV, 0 to 2; values() would copy its array for each frame. */
    static InterleaveMode of(int value) {
        return switch (value) {
            case 0 -> NONE;
            case 1 -> LINE;
            case 2 -> SAMPLE;
            default -> throw new IllegalArgumentException("ILV " + value);
        };
    }
}
