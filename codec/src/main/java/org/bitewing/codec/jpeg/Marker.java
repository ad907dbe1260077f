package org.bitewing.codec.jpeg;

/** The second bytes of markers (10918-1 Table B.1); the first is always {@code 0xFF}. */
final class Marker {
    static final int SOF0 = 0xC0;
    static final int DHT = 0xC4;
    static final int JPG = 0xC8;
    static final int DAC = 0xCC;
    static final int SOF15 = 0xCF;
    static final int RST0 = 0xD0;
    static final int RST7 = 0xD7;
    static final int SOI = 0xD8;
    static final int EOI = 0xD9;
    static final int SOS = 0xDA;
    static final int DQT = 0xDB;
    static final int DNL = 0xDC;
    static final int DRI = 0xDD;
    static final int DHP = 0xDE;
    static final int EXP = 0xDF;
    static final int APP0 = 0xE0;
    static final int APP14 = 0xEE;
    static final int APP15 = 0xEF;
    /** Start of frame of JPEG-LS (14495-1 C.1.1), met when a stream is filed under the wrong transfer syntax. */
    static final int SOF55 = 0xF7;
    static final int TEM = 0x01;

    private Marker() {
    }

    /**
     * Whether the marker opens a frame: {@code SOF0} to {@code SOF15} without the three codes between them that have
     * other meanings.
     */
    static boolean isStartOfFrame(int code) {
        return code >= SOF0 && code <= SOF15 && code != DHT && code != JPG && code != DAC;
    }

    static boolean isRestart(int code) {
        return code >= RST0 && code <= RST7;
    }

    /** Whether the marker stands alone, without a segment (10918-1 B.1.1.3). */
    static boolean isAlone(int code) {
        return code == TEM || code >= RST0 && code <= EOI;
    }
}
