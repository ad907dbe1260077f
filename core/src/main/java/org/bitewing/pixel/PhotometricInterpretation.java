package org.bitewing.pixel;

import java.util.Optional;

/** What the samples of a pixel mean: Photometric Interpretation (0028,0004), PS3.3 C.7.6.3.1.2. */
public enum PhotometricInterpretation {
    /** One sample, the least one white. */
    MONOCHROME1("MONOCHROME1", 1),
    /** One sample, the least one black. */
    MONOCHROME2("MONOCHROME2", 1),
    /** One sample that is looked up in three tables (PS3.3 C.7.6.3.1.5). */
    PALETTE_COLOR("PALETTE COLOR", 1),
    /** Red, green and blue. */
    RGB("RGB", 3),
    /** Hue, saturation and value; retired. */
    HSV("HSV", 3),
    /** Alpha, red, green and blue; retired. */
    ARGB("ARGB", 4),
    /** Cyan, magenta, yellow and black; retired. */
    CMYK("CMYK", 4),
    /** Luminance and two chrominances of full range (ITU-R BT.601). */
    YBR_FULL("YBR_FULL", 3),
    /** As {@link #YBR_FULL}, with a pair of chrominances for two pixels of a line. */
    YBR_FULL_422("YBR_FULL_422", 3),
    /** Luminance of 16 to 235 and chrominances of 16 to 240, a pair of those for two pixels of a line; retired. */
    YBR_PARTIAL_422("YBR_PARTIAL_422", 3),
    /** As {@link #YBR_PARTIAL_422}, with a pair of chrominances for two pixels of two lines; compressed only. */
    YBR_PARTIAL_420("YBR_PARTIAL_420", 3),
    /** The irreversible transform of JPEG 2000 (ISO/IEC 15444-1 G.3). */
    YBR_ICT("YBR_ICT", 3),
    /** The reversible transform of JPEG 2000 (ISO/IEC 15444-1 G.2). */
    YBR_RCT("YBR_RCT", 3),
    /** The colour space of JPEG XL; compressed only. */
    XYB("XYB", 3);

    private static final PhotometricInterpretation[] ALL = values();

    private final String term;
    private final int samples;

    PhotometricInterpretation(String term, int samples) {
        this.term = term;
        this.samples = samples;
    }

    /**
     * The interpretation of a defined term. ACR-NEMA's spelling with blanks or underscores is known, too.
     *
     * @param term as stored, without padding
     * @return the interpretation; empty for an unknown term
     */
    public static Optional<PhotometricInterpretation> of(String term) {
        String plain = term.replace(' ', '_');
        for (PhotometricInterpretation each : ALL) {
            if (each.name().equalsIgnoreCase(plain)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    /**
     * The defined term.
     *
     * @return as it is stored
     */
    public String term() {
        return term;
    }

    /**
     * How many samples a pixel has.
     *
     * @return 1, 3 or 4
     */
    public int samples() {
        return samples;
    }

    /**
     * Whether a pixel is one shade of gray.
     *
     * @return true for MONOCHROME1 and MONOCHROME2
     */
    public boolean isMonochrome() {
        return this == MONOCHROME1 || this == MONOCHROME2;
    }

    /**
     * Whether the samples are luminance and chrominances.
     *
     * @return true for those named YBR
     */
    public boolean isYbr() {
        return ordinal() >= YBR_FULL.ordinal() && ordinal() <= YBR_RCT.ordinal();
    }

    /**
     * Whether native pixels share chrominances: two pixels of a line are stored as two luminances and a pair of
     * chrominances (PS3.3 C.7.6.3.1.2).
     *
     * @return true for YBR_FULL_422 and YBR_PARTIAL_422
     */
    public boolean isSubsampled() {
        return this == YBR_FULL_422 || this == YBR_PARTIAL_422;
    }
}
