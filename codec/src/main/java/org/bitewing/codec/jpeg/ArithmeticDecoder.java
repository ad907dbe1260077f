package org.bitewing.codec.jpeg;

import org.bitewing.DicomException;

/**
 * The decoder of binary decisions of 10918-1 Annex D: the "QM coder". The state of a statistics bin is one byte: the
 * index into Table D.3 and, in the highest bit, the more probable symbol.
 */
final class ArithmeticDecoder {
    /** The index, beyond those of the standard's table, whose probability stays one half (F.1.4.4.2 "fixed"). */
    static final byte FIXED = 113;

    /** Table D.3, four states a line: Qe, next after the less probable symbol, after the more probable one, switch. */
    private static final String STATES = """
            5a1d   1   1 1   2586  14   2 0   1114  16   3 0   080b  18   4 0
            03d8  20   5 0   01da  23   6 0   00e5  25   7 0   006f  28   8 0
            0036  30   9 0   001a  33  10 0   000d  35  11 0   0006   9  12 0
            0003  10  13 0   0001  12  13 0   5a7f  15  15 1   3f25  36  16 0
            2cf2  38  17 0   207c  39  18 0   17b9  40  19 0   1182  42  20 0
            0cef  43  21 0   09a1  45  22 0   072f  46  23 0   055c  48  24 0
            0406  49  25 0   0303  51  26 0   0240  52  27 0   01b1  54  28 0
            0144  56  29 0   00f5  57  30 0   00b7  59  31 0   008a  60  32 0
            0068  62  33 0   004e  63  34 0   003b  32  35 0   002c  33   9 0
            5ae1  37  37 1   484c  64  38 0   3a0d  65  39 0   2ef1  67  40 0
            261f  68  41 0   1f33  69  42 0   19a8  70  43 0   1518  72  44 0
            1177  73  45 0   0e74  74  46 0   0bfb  75  47 0   09f8  77  48 0
            0861  78  49 0   0706  79  50 0   05cd  48  51 0   04de  50  52 0
            040f  50  53 0   0363  51  54 0   02d4  52  55 0   025c  53  56 0
            01f8  54  57 0   01a4  55  58 0   0160  56  59 0   0125  57  60 0
            00f6  58  61 0   00cb  59  62 0   00ab  61  63 0   008f  61  32 0
            5b12  65  65 1   4d04  80  66 0   412c  81  67 0   37d8  82  68 0
            2fe8  83  69 0   293c  84  70 0   2379  86  71 0   1edf  87  72 0
            1aa9  87  73 0   174e  72  74 0   1424  72  75 0   119c  74  76 0
            0f6b  74  77 0   0d51  75  78 0   0bb6  77  79 0   0a40  77  48 0
            5832  80  81 1   4d1c  88  82 0   438e  89  83 0   3bdd  90  84 0
            34ee  91  85 0   2eae  92  86 0   299a  93  87 0   2516  86  71 0
            5570  88  89 1   4ca9  95  90 0   44d9  96  91 0   3e22  97  92 0
            3824  99  93 0   32b4  99  94 0   2e17  93  86 0   56a8  95  96 1
            4f46 101  97 0   47e5 102  98 0   41cf 103  99 0   3c3d 104 100 0
            375e  99  93 0   5231 105 102 0   4c0f 106 103 0   4639 107 104 0
            415e 103  99 0   5627 105 106 1   50e7 108 107 0   4b85 109 103 0
            5597 110 109 0   504f 111 107 0   5a10 110 111 1   5522 112 109 0
            59eb 112 111 1
            """;
    static final int[] QE = new int[114];
    /** What becomes of a bin's state: the next index, and in the highest bit whether the symbols change places. */
    static final int[] AFTER_LESS = new int[114];
    static final int[] AFTER_MORE = new int[114];

    static {
        String[] cells = STATES.trim().split("\\s+");
        for (int i = 0; i < 113; i++) {
            QE[i] = Integer.parseInt(cells[4 * i], 16);
            AFTER_LESS[i] = Integer.parseInt(cells[4 * i + 1]) | Integer.parseInt(cells[4 * i + 3]) << 7;
            AFTER_MORE[i] = Integer.parseInt(cells[4 * i + 2]);
        }
        QE[FIXED] = QE[0];
        AFTER_LESS[FIXED] = FIXED;
        AFTER_MORE[FIXED] = FIXED;
    }

    private EntropySegment segment = new EntropySegment();
    private final byte[] fixedBin = {FIXED};
    /** A, C and CT of D.2: the interval, the code register (Cx in its upper half), the shifts until the next byte. */
    private int interval;
    private int code;
    private int shifts;
    private int position;

    /** Initdec (Figure D.22) on a loaded segment. */
    void begin(EntropySegment loaded) {
        segment = loaded;
        position = 0;
        interval = 0x10000;
        code = nextByte() << 24;
        code |= nextByte() << 16;
        shifts = 0;
    }

    /** Behind the segment there are zero bytes, as many as asked for: encoders leave them out (D.1.8). */
    private int nextByte() {
        if (position < segment.length) {
            return segment.bytes[position++] & 0xFF;
        }
        if (segment.isCut()) {
            segment.position = segment.length;
            segment.count = 0;
            throw segment.malformed("the stream ends before the entropy-coded data is complete");
        }
        return 0;
    }

    /** For errors: tells the segment where this decoder is. */
    DicomException malformed(String reason) {
        segment.position = position;
        segment.count = 0;
        return segment.malformed(reason);
    }

    /** Decode (Figure D.16) with the estimations of D.2.4 and the renormalisation of D.2.6. */
    int decode(byte[] bins, int bin) {
        int state = bins[bin];
        int index = state & 0x7F;
        int symbol = state >>> 7 & 1;
        int qe = QE[index];
        interval -= qe;
        boolean less;
        if (code >>> 16 < interval) {
            if (interval >= 0x8000) {
                return symbol;
            }
            less = interval < qe; // conditional exchange, MPS path (Figure D.18)
        } else {
            code -= interval << 16;
            less = interval >= qe; // conditional exchange, LPS path (Figure D.17)
            interval = qe;
        }
        if (less) {
            bins[bin] = (byte) (state & 0x80 ^ AFTER_LESS[index]);
            symbol ^= 1;
        } else {
            bins[bin] = (byte) (state & 0x80 | AFTER_MORE[index]);
        }
        renormalise();
        return symbol;
    }

    private void renormalise() {
        do {
            if (shifts == 0) {
                code += nextByte() << 8;
                shifts = 8;
            }
            interval <<= 1;
            code <<= 1;
            shifts--;
        } while (interval < 0x8000);
    }

    /** A decision of even odds. */
    int decodeFixed() {
        return decode(fixedBin, 0);
    }

    /**
     * A nonzero value but for its sign (Figures F.23 and F.24): the magnitude category as a run of decisions in the
     * bins X1, X2 and so on, then the lower bits in the bin 14 behind the last one.
     *
     * @param first    bin of the first decision, SP or SN
     * @param category bin X1
     * @return the magnitude, 1 or more
     */
    int magnitude(byte[] bins, int first, int category) {
        return decode(bins, first) == 0 ? 1 : larger(bins, category, 1);
    }

    /**
     * The rest of a magnitude of which it is known to be more than {@code bit}.
     *
     * @param category bin of the decision whether it is more than twice the bit
     * @param bit      a power of two
     */
    int larger(byte[] bins, int category, int bit) {
        int highest = bit;
        int bin = category;
        while (decode(bins, bin) != 0) {
            highest <<= 1;
            if (highest == 0x8000) {
                throw malformed("arithmetic code of a value beyond 2^15");
            }
            bin++;
        }
        int value = highest;
        for (int lower = highest >> 1; lower != 0; lower >>= 1) {
            if (decode(bins, bin + 14) != 0) {
                value |= lower;
            }
        }
        return value + 1;
    }
}
