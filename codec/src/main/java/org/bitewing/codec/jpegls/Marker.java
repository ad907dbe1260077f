package org.bitewing.codec.jpegls;

/** The second bytes of the markers of a JPEG-LS stream (14495-1 C.1.1, 10918-1 B.1.1.3). */
final class Marker {
    static final int SOF55 = 0xF7;
    static final int LSE = 0xF8;
    static final int RST0 = 0xD0;
    static final int RST7 = 0xD7;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DNL = 0xDC;
    static final int DRI = 0xDD;
    static final int APP8 = 0xE8;

    /** Kinds of LSE segments (14495-1 C.2.4.1). */
    static final int LSE_PRESET = 1;
    static final int LSE_TABLE = 2;
    static final int LSE_TABLE_CONTINUED = 3;
    static final int LSE_DIMENSIONS = 4;

    private Marker() {
    }

    /** True for the frames of other processes, which another codec may know (10918-1 B.1.1.3, 14495-2). */
    static boolean isForeignFrame(int code) {
        return code >= 0xC0 && code <= 0xCF && code != 0xC4 && code != 0xC8 && code != 0xCC || code == 0xF9;
    }
}
