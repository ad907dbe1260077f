package org.bitewing.benchmarks;

/**
 * The floor of parsing: a loop written by hand that does nothing but walk the headers of a file in explicit VR little
 * endian (PS3.5 7.1.2): it reads each tag, VR and length, follows sequences and items to their ends, and jumps over
 * values. It trusts the bytes, checks nothing but what the JVM does, and knows what it walks: no other encoding, no
 * file meta information, no compressed pixel data, no errors.
 */
final class HeaderFloor {
    /** Preamble and prefix (PS3.10 7.1). */
    static final int START = 132;
    private static final int ITEM = 0xfffee000;
    private static final int SQ = 'S' << 8 | 'Q';
    /** By the two letters of a VR: whether its length has 32 bits. */
    private static final boolean[] LONG_FORM = longForms();

    private final int[] ends = new int[64];

    private static boolean[] longForms() {
        boolean[] table = new boolean[1 << 16];
        for (String vr : "OB OD OF OL OV OW SQ SV UC UN UR UT UV".split(" ")) {
            table[vr.charAt(0) << 8 | vr.charAt(1)] = true;
        }
        return table;
    }

    static boolean isLongForm(int vr) {
        return LONG_FORM[vr];
    }

    /** Gives a number that depends on every header, so that none can be left out. */
    long walk(byte[] bytes) {
        int at = START;
        int depth = 0;
        long sum = 0;
        ends[0] = bytes.length;
        while (true) {
            while (at >= ends[depth]) {
                if (depth == 0) {
                    return sum;
                }
                depth--;
            }
            int tag = (bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8) << 16
                    | bytes[at + 2] & 0xff | (bytes[at + 3] & 0xff) << 8;
            sum += tag;
            if (tag >>> 16 == 0xfffe) {
                int length = int32(bytes, at + 4);
                at += 8;
                if (tag == ITEM) {
                    ends[++depth] = length == -1 ? Integer.MAX_VALUE : at + length;
                } else {
                    depth--;
                }
                continue;
            }
            int vr = (bytes[at + 4] & 0xff) << 8 | bytes[at + 5] & 0xff;
            if (!LONG_FORM[vr]) {
                int length = bytes[at + 6] & 0xff | (bytes[at + 7] & 0xff) << 8;
                at += 8 + length;
                sum += vr + length;
                continue;
            }
            int length = int32(bytes, at + 8);
            at += 12;
            sum += vr + length;
            if (vr == SQ) {
                ends[++depth] = length == -1 ? Integer.MAX_VALUE : at + length;
            } else {
                at += length;
            }
        }
    }

    static int int32(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }
}
