package org.bitewing.codec.jpeg;

/**
 * The kinds of frame, as the start of frame marker names them (10918-1 Table B.1). DICOM's transfer syntaxes use the
 * first four; of the others, those coded arithmetically are decoded also, and the differential ones are recognised and
 * refused, because they only occur in hierarchical streams.
 */
public enum JpegProcess {
    /** SOF0: sequential DCT of 8-bit samples with two Huffman tables of each class. */
    BASELINE(0xC0, "Baseline DCT"),
    /** SOF1: sequential DCT of 8 or 12-bit samples with four Huffman tables of each class. */
    EXTENDED_SEQUENTIAL(0xC1, "Extended sequential DCT, Huffman coding"),
    /** SOF2: DCT with spectral selection and successive approximation. */
    PROGRESSIVE(0xC2, "Progressive DCT, Huffman coding"),
    /** SOF3: prediction without loss, 2 to 16 bits. */
    LOSSLESS(0xC3, "Lossless (sequential), Huffman coding"),
    /** SOF5: hierarchical. */
    DIFFERENTIAL_SEQUENTIAL(0xC5, "Differential sequential DCT, Huffman coding"),
    /** SOF6: hierarchical. */
    DIFFERENTIAL_PROGRESSIVE(0xC6, "Differential progressive DCT, Huffman coding"),
    /** SOF7: hierarchical. */
    DIFFERENTIAL_LOSSLESS(0xC7, "Differential lossless (sequential), Huffman coding"),
    /** SOF9: as SOF1, coded arithmetically. */
    EXTENDED_SEQUENTIAL_ARITHMETIC(0xC9, "Extended sequential DCT, arithmetic coding"),
    /** SOF10: as SOF2, coded arithmetically. */
    PROGRESSIVE_ARITHMETIC(0xCA, "Progressive DCT, arithmetic coding"),
    /** SOF11: as SOF3, coded arithmetically. */
    LOSSLESS_ARITHMETIC(0xCB, "Lossless (sequential), arithmetic coding"),
    /** SOF13: hierarchical. */
    DIFFERENTIAL_SEQUENTIAL_ARITHMETIC(0xCD, "Differential sequential DCT, arithmetic coding"),
    /** SOF14: hierarchical. */
    DIFFERENTIAL_PROGRESSIVE_ARITHMETIC(0xCE, "Differential progressive DCT, arithmetic coding"),
    /** SOF15: hierarchical. */
    DIFFERENTIAL_LOSSLESS_ARITHMETIC(0xCF, "Differential lossless (sequential), arithmetic coding");

    private static final JpegProcess[] BY_CODE = byCode();

    private final int code;
    private final String marker;
    private final String title;

    JpegProcess(int code, String title) {
        this.code = code;
        this.marker = "SOF" + (code & 15);
        this.title = title;
    }

    private static JpegProcess[] byCode() {
        JpegProcess[] table = new JpegProcess[16];
        for (JpegProcess process : values()) {
            table[process.code & 15] = process;
        }
        return table;
    }

    /** The process of a start of frame marker, which {@link Marker#isStartOfFrame} must have recognised. */
    static JpegProcess of(int markerCode) {
        return BY_CODE[markerCode & 15];
    }

    /** The second byte of the start of frame marker. */
    int code() {
        return code;
    }

    /**
     * The name of the start of frame marker.
     *
     * @return {@code SOF0} to {@code SOF15}
     */
    public String marker() {
        return marker;
    }

    /**
     * The standard's name of the process.
     *
     * @return words of 10918-1 Table B.1
     */
    public String title() {
        return title;
    }

    /**
     * Whether samples come back exactly as they went in, but for a point transform.
     *
     * @return true for SOF3, 7, 11 and 15
     */
    public boolean isLossless() {
        return (code & 3) == 3;
    }

    /**
     * Whether coefficients come in several scans.
     *
     * @return true for SOF2, 6, 10 and 14
     */
    public boolean isProgressive() {
        return (code & 3) == 2;
    }

    /**
     * Whether the entropy coding is arithmetic rather than Huffman.
     *
     * @return true for SOF9 to 15
     */
    public boolean isArithmetic() {
        return (code & 8) != 0;
    }

    /**
     * Whether the process belongs to hierarchical streams only, which are not decoded.
     *
     * @return true for SOF5 to 7 and 13 to 15
     */
    public boolean isHierarchical() {
        return (code & 4) != 0;
    }
}
