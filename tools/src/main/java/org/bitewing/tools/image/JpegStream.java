package org.bitewing.tools.image;

import java.io.ByteArrayOutputStream;
import java.util.Optional;
import org.bitewing.dict.UID;

/**
 * A JPEG or JPEG-LS stream as Pixel Data wants it (PS3.5 A.4): looked at marker by marker (ISO/IEC 10918-1 B.1), never
 * decoded. What its frame header says decides the transfer syntax; what its markers say of color, the Photometric
 * Interpretation (PS3.3 C.7.6.3.1.2): Adobe's APP14 before JFIF's APP0 before the numbers of the components.
 */
final class JpegStream {
    private static final int SOI = 0xd8;
    private static final int EOI = 0xd9;
    private static final int SOS = 0xda;
    private static final int DNL = 0xdc;
    private static final int DHP = 0xde;
    private static final int APP0 = 0xe0;
    private static final int APP14 = 0xee;
    private static final int COM = 0xfe;
    private static final int SOF55 = 0xf7;
    private static final int LOSSLESS_HUFFMAN = 3;
    private static final int LOSSLESS_ARITHMETIC = 11;
    private static final int JPEG_LS = 55;
    private static final int NONE = -1;

    private final byte[] file;
    private final JpegSettings settings;
    private final ByteArrayOutputStream kept;
    private int position;
    private int process = NONE;
    private boolean hierarchical;
    private int precision;
    private int lines;
    private int columns;
    private int[] components = {};
    private int[] sampling = {};
    private boolean jfif;
    private int adobeTransform = NONE;
    /** True while every scan of a lossless stream uses predictor 1. */
    private boolean firstOrder = true;
    private boolean near;

    private JpegStream(byte[] file, JpegSettings settings) {
        this.file = file;
        this.settings = settings;
        this.kept = new ByteArrayOutputStream(file.length);
    }

    static boolean isOne(byte[] file) {
        return file.length > 3 && (file[0] & 0xff) == 0xff && (file[1] & 0xff) == SOI && (file[2] & 0xff) == 0xff;
    }

    static Picture read(byte[] file, JpegSettings settings) {
        if (!isOne(file)) {
            throw new ImageException("Not a JPEG file");
        }
        JpegStream stream = new JpegStream(file, settings);
        stream.scan();
        return stream.picture();
    }

    // ---- markers ---------------------------------------------------------------------------------------------------

    private void scan() {
        keep(0, 2);
        position = 2;
        while (true) {
            int start = position;
            int marker = marker();
            if (marker == EOI) {
                keep(position - 2, position);
                return;
            }
            boolean alone = marker == 0x01 || marker >= 0xd0 && marker <= 0xd7;
            int length = alone ? 0 : word(position);
            if (!alone && length < 2 || length > file.length - position) {
                throw new ImageException("Not a JPEG file: segment at offset " + start + " goes beyond the end");
            }
            int segment = position + 2;
            position += length;
            if (isKept(marker, segment)) {
                keep(segment - 4, position);
            }
            segment(marker, segment, position);
        }
    }

    /** The code of the marker here, fill bytes before it skipped (B.1.1.2); goes behind it. */
    private int marker() {
        if (position >= file.length || (file[position] & 0xff) != 0xff) {
            throw new ImageException("Not a JPEG file: no marker at offset " + position);
        }
        while (position < file.length && (file[position] & 0xff) == 0xff) {
            position++;
        }
        if (position == file.length) {
            throw new ImageException("Not a JPEG file: it ends before its end marker");
        }
        return file[position++] & 0xff;
    }

    private boolean isKept(int marker, int segment) {
        if (marker == COM) {
            return !settings.removeComments();
        }
        if (marker < APP0 || marker > APP0 + 15) {
            return true;
        }
        // A decoder that is not told of the colors by DICOM looks for Adobe's marker; it holds nothing else.
        boolean isJfif = marker == APP0 && (startsWith(segment, "JFIF") || startsWith(segment, "JFXX"));
        return marker == APP14 && startsWith(segment, "Adobe") || settings.keepApplicationData() && !isJfif;
    }

    private void segment(int marker, int start, int end) {
        if (isFrame(marker)) {
            frame(marker == SOF55 ? JPEG_LS : marker - 0xc0, start, end);
            return;
        }
        switch (marker) {
            case DHP -> {
                hierarchical = true;
                size(start, end);
            }
            case SOS -> {
                scanHeader(start, end);
                entropyCoded();
            }
            case DNL -> lines = lines == 0 && end - start >= 2 ? word(start) : lines;
            case APP0 -> jfif |= startsWith(start, "JFIF");
            case APP14 -> {
                if (startsWith(start, "Adobe") && end - start >= 12) {
                    adobeTransform = file[start + 11] & 0xff;
                }
            }
            default -> {
                // Tables, restart intervals and the like.
            }
        }
    }

    /** SOF0 to SOF15 and that of JPEG-LS, without DHT, JPG and DAC, which lie among them. */
    private static boolean isFrame(int marker) {
        return marker == SOF55
                || marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
    }

    private void frame(int number, int start, int end) {
        if (process == NONE) {
            process = number;
            if (!hierarchical) {
                size(start, end);
            }
        }
    }

    private void size(int start, int end) {
        int count = end - start < 6 ? 0 : file[start + 5] & 0xff;
        if (count == 0 || end - start < 6 + 3 * count) {
            throw new ImageException("Not a JPEG file: the frame header at offset " + start + " is too short");
        }
        precision = file[start] & 0xff;
        lines = word(start + 1);
        columns = word(start + 3);
        components = new int[count];
        sampling = new int[count];
        for (int i = 0; i < count; i++) {
            components[i] = file[start + 6 + 3 * i] & 0xff;
            sampling[i] = file[start + 7 + 3 * i] & 0xff;
        }
    }

    private void scanHeader(int start, int end) {
        int parameters = end - start < 1 ? end : start + 1 + 2 * (file[start] & 0xff);
        if (process == NONE || parameters + 3 > end) {
            throw new ImageException("Not a JPEG file: the scan header at offset " + start + " is wrong");
        }
        // The first of them is the predictor in a lossless process, and NEAR in JPEG-LS (ISO/IEC 14495-1 C.2.3).
        firstOrder &= file[parameters] == 1;
        near |= file[parameters] != 0;
    }

    /** Up to the next marker that is no restart: a stuffed byte is below 0x80 in JPEG-LS as well. */
    private void entropyCoded() {
        int start = position;
        while (position + 1 < file.length) {
            int next = file[position + 1] & 0xff;
            boolean restart = next >= 0xd0 && next <= 0xd7;
            if ((file[position] & 0xff) == 0xff && next >= 0x80 && !restart) {
                keep(start, position);
                return;
            }
            position++;
        }
        throw new ImageException("Not a JPEG file: it ends before its end marker");
    }

    private void keep(int from, int to) {
        kept.write(file, from, to - from);
    }

    private int word(int at) {
        return at + 1 < file.length ? (file[at] & 0xff) << 8 | file[at + 1] & 0xff : 0;
    }

    private boolean startsWith(int at, String text) {
        for (int i = 0; i < text.length(); i++) {
            if (at + i >= file.length || file[at + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    // ---- what it is ------------------------------------------------------------------------------------------------

    private Picture picture() {
        if (process == NONE || lines == 0 || columns == 0) {
            throw new ImageException("Not a JPEG file: it has no frame");
        }
        if (settings.insistOnJfif() && !jfif) {
            throw new ImageException("No JFIF information found in JPEG file");
        }
        if (components.length != 1 && components.length != 3) {
            throw new ImageException("JPEG data with " + components.length
                    + " components not supported: DICOM has images of 1 or 3 samples a pixel");
        }
        if (precision < 2 || precision > 16) {
            throw new ImageException("JPEG data with " + precision + " bits a sample not supported");
        }
        Picture.Layout layout = new Picture.Layout(lines, columns, components.length, precision, photometric());
        Picture.Compression compression = new Picture.Compression(transferSyntax(), method());
        return new Picture(layout, kept.toByteArray(), Optional.of(compression), 0);
    }

    private boolean isLossless() {
        return process == LOSSLESS_HUFFMAN || process == LOSSLESS_ARITHMETIC || process == JPEG_LS && !near;
    }

    private String method() {
        return isLossless() ? "" : process == JPEG_LS ? "ISO_14495_1" : "ISO_10918_1";
    }

    /** PS3.5 A.4.1 to A.4.3, and the retired ones of PS3.6 A for the processes that have no other. */
    private String transferSyntax() {
        if (hierarchical) {
            return switch (process) {
                case 0, 1 -> UID.JPEGExtendedHierarchical1618;
                case 2 -> UID.JPEGFullProgressionHierarchical2426;
                case 3 -> UID.JPEGLosslessHierarchical28;
                case 9 -> UID.JPEGExtendedHierarchical1719;
                case 10 -> UID.JPEGFullProgressionHierarchical2527;
                case 11 -> UID.JPEGLosslessHierarchical29;
                default -> throw unsupported();
            };
        }
        return switch (process) {
            case 0 -> UID.JPEGBaseline8Bit;
            case 1 -> {
                if (settings.refuseExtended()) {
                    throw new ImageException("Unable to convert: Extended sequential JPEG coding found but disabled");
                }
                yield UID.JPEGExtended12Bit;
            }
            case 2 -> {
                if (settings.refuseProgressive()) {
                    throw new ImageException("Unable to convert: Progressive JPEG coding found but disabled");
                }
                yield UID.JPEGFullProgressionNonHierarchical1012;
            }
            case LOSSLESS_HUFFMAN -> firstOrder ? UID.JPEGLosslessSV1 : UID.JPEGLossless;
            case 9 -> UID.JPEGExtended35;
            case 10 -> UID.JPEGFullProgressionNonHierarchical1113;
            case LOSSLESS_ARITHMETIC -> UID.JPEGLosslessNonHierarchical15;
            case JPEG_LS -> near ? UID.JPEGLSNearLossless : UID.JPEGLSLossless;
            default -> throw unsupported();
        };
    }

    private ImageException unsupported() {
        return new ImageException("JPEG data with encoding: 'SOF" + process + "' not supported");
    }

    private String photometric() {
        if (components.length == 1) {
            return "MONOCHROME2";
        }
        if (!isYbr()) {
            return "RGB";
        }
        // PS3.5 table 8.2.1-1 knows no other for lossy JPEG, whatever the sampling (PS3.3 C.7.6.3.1.2).
        boolean subsampled = sampling[0] >> 4 > sampling[1] >> 4;
        return subsampled || !isLossless() && process != JPEG_LS ? "YBR_FULL_422" : "YBR_FULL";
    }

    private boolean isYbr() {
        if (adobeTransform >= 0) {
            return adobeTransform == 1;
        }
        if (jfif) {
            return true;
        }
        boolean named = components[0] == 'R' && components[1] == 'G' && components[2] == 'B';
        // JPEG-LS and the lossless processes transform no colors by themselves.
        return !named && process != JPEG_LS && process != LOSSLESS_HUFFMAN && process != LOSSLESS_ARITHMETIC;
    }
}
