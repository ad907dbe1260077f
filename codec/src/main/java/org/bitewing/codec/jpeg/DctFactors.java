package org.bitewing.codec.jpeg;

/** The factors of the DCT of Loeffler, Ligtenberg and Moschytz: sqrt(2) times sums of cosines, times 2<sup>13</sup>. */
final class DctFactors {
    static final int FACTOR_BITS = 13;
    static final int C_0_298631336 = 2446;
    static final int C_0_390180644 = 3196;
    static final int C_0_541196100 = 4433;
    static final int C_0_765366865 = 6270;
    static final int C_0_899976223 = 7373;
    static final int C_1_175875602 = 9633;
    static final int C_1_501321110 = 12299;
    static final int C_1_847759065 = 15137;
    static final int C_1_961570560 = 16069;
    static final int C_2_053119869 = 16819;
    static final int C_2_562915447 = 20995;
    static final int C_3_072711026 = 25172;

    private DctFactors() {
    }
}
