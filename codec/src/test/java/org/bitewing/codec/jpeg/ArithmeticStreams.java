package org.bitewing.codec.jpeg;

import java.io.ByteArrayOutputStream;

/**
 * Encodes gray frames with arithmetic coding, straight from the flow charts of 10918-1 Annex D.1, F.1.4 and H.1.2.3: no
 * program at hand writes lossless or 12-bit streams of that kind. It shares nothing with the decoder but the numbers of
 * Table D.3.
 */
final class ArithmeticStreams {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    /** Registers of D.1: A, C, CT, the byte in waiting, and how many 0xFF bytes wait behind it. */
    private long interval = 0x10000;
    private long code;
    private int shifts = 11;
    private int waiting = -1;
    private int stacked;

    private void encode(byte[] bins, int bin, int symbol) {
        int state = bins[bin] & 0x7F;
        int more = bins[bin] >>> 7 & 1;
        int qe = ArithmeticDecoder.QE[state];
        interval -= qe;
        if (symbol == more) {
            if (interval >= 0x8000) {
                return;
            }
            if (interval < qe) {
                code += interval;
                interval = qe;
            }
            bins[bin] = (byte) (more << 7 | ArithmeticDecoder.AFTER_MORE[state]);
        } else {
            if (interval >= qe) {
                code += interval;
                interval = qe;
            }
            bins[bin] = (byte) (more << 7 ^ ArithmeticDecoder.AFTER_LESS[state]);
        }
        do {
            interval <<= 1;
            code <<= 1;
            if (--shifts == 0) {
                byteOut();
                shifts = 8;
            }
        } while (interval < 0x8000);
    }

    /** Byte_out (Figure D.7). */
    private void byteOut() {
        long next = code >> 19;
        if (next > 0xFF) {
            put(waiting + 1);
            for (; stacked > 0; stacked--) {
                put(0);
            }
            waiting = (int) (next & 0xFF);
        } else if (next == 0xFF) {
            stacked++;
        } else {
            put(waiting);
            for (; stacked > 0; stacked--) {
                put(0xFF);
            }
            waiting = (int) next;
        }
        code &= 0x7FFFF;
    }

    private void put(int value) {
        if (value >= 0) {
            out.write(value);
            if (value == 0xFF) {
                out.write(0);
            }
        }
    }

    /** Flush (Figures D.10 to D.12), without leaving out zero bytes at the end. */
    private void flush() {
        long limit = code + interval - 1 & ~0xFFFFL;
        code = limit < code ? limit + 0x8000 : limit;
        code <<= shifts;
        byteOut();
        code <<= 8;
        byteOut();
        put(waiting);
        for (; stacked > 0; stacked--) {
            put(0xFF);
        }
    }

    private void value(byte[] bins, int signBin, int first, int firstX, int value) {
        encode(bins, signBin, value < 0 ? 1 : 0);
        magnitude(bins, first + (value < 0 ? 1 : 0), firstX, Math.abs(value) - 1);
    }

    /** Encode_log2_Sz and Encode_Sz_bits (Figures F.8 and F.9). */
    private void magnitude(byte[] bins, int first, int firstX, int size) {
        if (size < 1) {
            encode(bins, first, 0);
            return;
        }
        encode(bins, first, 1);
        larger(bins, firstX, 1, size);
    }

    private static int classOf(int difference) {
        int magnitude = Math.abs(difference);
        return magnitude == 0 ? 0 : (magnitude <= 2 ? 1 : 3) + (difference < 0 ? 1 : 0);
    }

    private static void header(ByteArrayOutputStream out, int marker, int width, int height, int precision,
            int[] scan) {
        int[] bytes = {0xFF, 0xD8, 0xFF, marker, 0, 11, precision, height >> 8, height, width >> 8, width,
            1, 1, 0x11, 0, 0xFF, 0xDA, 0, 8, 1, 1, 0, scan[0], scan[1], scan[2]};
        for (int value : bytes) {
            out.write(value);
        }
    }

    private static byte[] end(ByteArrayOutputStream stream, ArithmeticStreams coder) {
        coder.flush();
        stream.writeBytes(coder.out.toByteArray());
        stream.write(0xFF);
        stream.write(0xD9);
        return stream.toByteArray();
    }

    /** A frame of process SOF11 (H.1.2.3), default conditioning. */
    static byte[] lossless(short[] samples, int width, int height, int precision, int predictor) {
        ArithmeticStreams coder = new ArithmeticStreams();
        byte[] bins = new byte[158];
        int[] above = new int[width];
        for (int y = 0; y < height; y++) {
            int left = 0;
            for (int x = 0; x < width; x++) {
                int difference = (short) (sample(samples, width, x, y)
                        - prediction(samples, width, x, y, precision, predictor));
                int context = 4 * (5 * classOf(left) + classOf(above[x]));
                if (difference == 0) {
                    coder.encode(bins, context, 0);
                } else {
                    coder.encode(bins, context, 1);
                    coder.value(bins, context + 1, context + 2, classOf(above[x]) > 2 ? 129 : 100, difference);
                }
                above[x] = difference;
                left = difference;
            }
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        header(stream, 0xCB, width, height, precision, new int[] {predictor, 0, 0});
        return end(stream, coder);
    }

    private static int sample(short[] samples, int width, int x, int y) {
        return samples[y * width + x] & 0xFFFF;
    }

    private static int prediction(short[] samples, int width, int x, int y, int precision, int predictor) {
        if (x == 0) {
            return y == 0 ? 1 << precision - 1 : sample(samples, width, 0, y - 1);
        }
        int left = sample(samples, width, x - 1, y);
        if (y == 0) {
            return left;
        }
        int up = sample(samples, width, x, y - 1);
        int corner = sample(samples, width, x - 1, y - 1);
        return switch (predictor) {
            case 1 -> left;
            case 4 -> left + up - corner;
            default -> left + up >> 1;
        };
    }

    /** A frame of process SOF9 (F.1.4), all quantisation steps 3. */
    static byte[] sequential(short[] samples, int width, int height, int precision) {
        EncodedComponent component = coefficients(samples, width, height, precision);
        ArithmeticStreams coder = new ArithmeticStreams();
        byte[] direct = new byte[49];
        byte[] alternating = new byte[245];
        int prediction = 0;
        int context = 0;
        for (int block = 0; block < component.blocksAcross * component.blocksDown; block++) {
            int difference = component.coefficients[block * 64] - prediction;
            prediction += difference;
            coder.encode(direct, context, difference == 0 ? 0 : 1);
            if (difference != 0) {
                coder.value(direct, context + 1, context + 2, 20, difference);
            }
            context = 4 * classOf(difference);
            coder.block(component.coefficients, block * 64, alternating);
        }
        ByteArrayOutputStream stream = new ByteArrayOutputStream();
        header(stream, 0xC9, width, height, precision, new int[] {0, 63, 0});
        byte[] bytes = end(stream, coder);
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(bytes, 0, 2);
        whole.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xDB, 0, 67, 0});
        for (int i = 0; i < 64; i++) {
            whole.write(3);
        }
        whole.write(bytes, 2, bytes.length - 2);
        return whole.toByteArray();
    }

    /** The frame's quantised coefficients, which the Huffman processes would code. */
    static EncodedComponent coefficients(short[] samples, int width, int height, int precision) {
        EncodeParameters parameters = EncodeParameters.lossy(JpegProcess.EXTENDED_SEQUENTIAL, precision, width,
                height, 1);
        EncodedComponent component = new EncodedComponent(0);
        component.layOut(parameters);
        EncoderInput input = new EncoderInput();
        input.open(parameters, null, samples, 0);
        input.read(parameters, new EncodedComponent[] {component});
        int[] quantisation = new int[64];
        java.util.Arrays.fill(quantisation, 3);
        component.transform(new ForwardDct(), precision, quantisation);
        return component;
    }

    /** Encode_AC_Coefficients (Figure F.5), Kx of 5. */
    private void block(short[] coefficients, int at, byte[] bins) {
        byte[] fixed = {ArithmeticDecoder.FIXED};
        int last = 63;
        while (last > 0 && coefficients[at + last] == 0) {
            last--;
        }
        for (int k = 1; k <= last; k++) {
            encode(bins, 3 * (k - 1), 0);
            while (coefficients[at + k] == 0) {
                encode(bins, 3 * (k - 1) + 1, 0);
                k++;
            }
            encode(bins, 3 * (k - 1) + 1, 1);
            int value = coefficients[at + k];
            encode(fixed, 0, value < 0 ? 1 : 0);
            int size = Math.abs(value) - 1;
            int bin = 3 * (k - 1) + 2;
            encode(bins, bin, size < 1 ? 0 : 1);
            if (size >= 1) {
                encode(bins, bin, size < 2 ? 0 : 1);
            }
            if (size >= 2) {
                larger(bins, k <= 5 ? 189 : 217, 2, size);
            }
        }
        if (last < 63) {
            encode(bins, 3 * last, 1);
        }
    }

    private void larger(byte[] bins, int firstX, int from, int size) {
        int bin = firstX;
        int bit = from;
        while (size >= bit * 2) {
            encode(bins, bin++, 1);
            bit *= 2;
        }
        encode(bins, bin, 0);
        for (int lower = bit / 2; lower > 0; lower /= 2) {
            encode(bins, bin + 14, (size & lower) != 0 ? 1 : 0);
        }
    }
}
