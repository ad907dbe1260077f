package org.bitewing.codec.jpegls;

import java.util.Arrays;
import org.bitewing.DicomException;
import org.bitewing.Limits;

/** Reads the marker segments of a stream (14495-1 C.2): first those before a frame's first scan, then scan by scan. */
final class FrameReader {
    static final int MOST_COMPONENTS = 4;

    private final Limits limits;
    int width;
    int height;
    int components;
    int bitsPerSample;
    int restartInterval;
    ColorTransform transform;
    /** For how many columns and lines of the frame a sample of the component stands. */
    final int[] columnRatio = new int[MOST_COMPONENTS];
    final int[] lineRatio = new int[MOST_COMPONENTS];
    /** Lines that a component has in an MCU of interleaved lines: V (14495-1 C.2.2). */
    final int[] linesPerUnit = new int[MOST_COMPONENTS];

    /** The components of the scan, by their place in the frame, and how many. */
    final int[] scan = new int[MOST_COMPONENTS];
    int scanComponents;
    int near;
    InterleaveMode interleave;
    /** The coding parameters of the scan. */
    PresetParameters preset;

    private byte[] source;
    private int origin;
    private int position;
    private int end;
    /** Where the body of the current segment ends. */
    private int segmentEnd;
    /** The preset parameters of the last LSE segment, zero for default, then near and bits per sample. */
    private final int[] given = new int[7];
    /** What {@link #preset} was made of: it stays as long as frames give the same. */
    private final int[] settled = new int[7];
    private final int[] identifiers = new int[MOST_COMPONENTS];
    private final int[] horizontal = new int[MOST_COMPONENTS];

    FrameReader(Limits limits) {
        this.limits = limits;
    }

    /** Reads up to and including the first scan header. */
    void readHeader(byte[] newSource, int offset, int length) {
        source = newSource;
        origin = offset;
        position = offset;
        end = offset + length;
        width = 0;
        height = 0;
        components = 0;
        restartInterval = 0;
        transform = ColorTransform.NONE;
        Arrays.fill(given, 0);
        if (length < 2 || source[position] != -1 || (source[position + 1] & 0xFF) != Marker.SOI) {
            throw error("Not a JPEG-LS stream: it does not begin with SOI", position);
        }
        position += 2;
        readScanHeader();
        if (height == 0) {
            findNumberOfLines();
        }
        if (width == 0 || height == 0) {
            throw error("A frame of " + width + " samples by " + height + " lines", position);
        }
        if ((long) width * height > limits.pixels()) {
            throw error("A frame of " + width + " by " + height + " exceeds Limits.pixels of " + limits.pixels(),
                    position);
        }
        checkSampling();
    }

    /** Where the entropy-coded bytes of the scan begin. */
    int position() {
        return position;
    }

    byte[] source() {
        return source;
    }

    int end() {
        return end;
    }

    int origin() {
        return origin;
    }

    /** Lets go of the stream. */
    void close() {
        source = null;
    }

    /** Goes on from a byte of the scan, at or before a marker, to the next scan header. */
    void readNextScan(int from) {
        position = from;
        readScanHeader();
    }

    private void readScanHeader() {
        int code = nextMarker();
        while (code != Marker.SOS) {
            readSegment(code);
            code = nextMarker();
        }
        openSegment();
        if (components == 0) {
            throw error("Scan without a frame header SOF55", position);
        }
        readScan();
        position = segmentEnd;
    }

    /** Skips to the next marker that is not a restart marker; returns its code, position being after it. */
    private int nextMarker() {
        int code = Marker.RST0;
        while (code >= Marker.RST0 && code <= Marker.RST7) {
            int at = findMarker(position);
            if (at < 0) {
                throw error("The stream ends where a marker segment is expected", end);
            }
            code = source[at + 1] & 0xFF;
            position = at + 2;
        }
        return code;
    }

    /** Where the next marker is, from a byte on: after fill bytes and what else there may be; -1 if nowhere. */
    int findMarker(int from) {
        for (int at = from; at + 1 < end; at++) {
            int code = source[at + 1] & 0xFF;
            if (source[at] == -1 && code >= 0x80 && code != 0xFF) {
                return at;
            }
        }
        return -1;
    }

    private void readSegment(int code) {
        if (code == Marker.SOI) {
            return;
        }
        if (code == Marker.EOI) {
            throw error("End of image before " + (components == 0 ? "a frame" : "all components are there"),
                    position - 2);
        }
        if (Marker.isForeignFrame(code)) {
            throw error(String.format("Not JPEG-LS: a frame of marker FF%02X is of another process", code),
                    position - 2);
        }
        openSegment();
        switch (code) {
            case Marker.SOF55 -> readFrame();
            case Marker.LSE -> readExtension();
            case Marker.DRI -> restartInterval = readNumber(segmentEnd - position, 2);
            case Marker.APP8 -> readTransform();
            default -> { } // comments, SPIFF and other application data, and what may come
        }
        position = segmentEnd;
    }

    private void openSegment() {
        if (end - position < 2) {
            throw error("The stream ends within a marker segment", end);
        }
        int length = (source[position] & 0xFF) << 8 | source[position + 1] & 0xFF;
        if (length < 2 || length > end - position) {
            throw error("Marker segment of " + length + " bytes, " + (end - position) + " are there", position);
        }
        segmentEnd = position + length;
        position += 2;
    }

    private int readByte() {
        if (position >= segmentEnd) {
            throw error("Marker segment is too short", position);
        }
        return source[position++] & 0xFF;
    }

    private int readShort() {
        return readByte() << 8 | readByte();
    }

    /** Reads a number of so many bytes, at least {@code least} and at most 4. */
    private int readNumber(int bytes, int least) {
        if (bytes < least || bytes > 4) {
            throw error("A number of " + bytes + " bytes in a marker segment", position);
        }
        int value = 0;
        for (int i = 0; i < bytes; i++) {
            value = value << 8 | readByte();
        }
        if (value < 0) {
            throw error("A number beyond 2,147,483,647 in a marker segment", position - bytes);
        }
        return value;
    }

    /** The frame header SOF55 (14495-1 C.2.2). */
    private void readFrame() {
        if (components != 0) {
            throw error("Second frame header", position);
        }
        bitsPerSample = readByte();
        if (bitsPerSample < 2 || bitsPerSample > 16) {
            throw error("Samples of " + bitsPerSample + " bits; JPEG-LS has 2 to 16", position - 1);
        }
        int lines = readShort();
        int columns = readShort();
        // An LSE segment may have told of larger dimensions; then these are zero (14495-1 C.2.4.1.4).
        height = lines != 0 ? lines : height;
        width = columns != 0 ? columns : width;
        int count = readByte();
        if (count < 1 || count > MOST_COMPONENTS) {
            throw error("A frame of " + count + " components; 1 to " + MOST_COMPONENTS + " are possible here",
                    position - 1);
        }
        for (int i = 0; i < count; i++) {
            identifiers[i] = readByte();
            int sampling = readByte();
            horizontal[i] = sampling >> 4;
            linesPerUnit[i] = sampling & 15;
            if (horizontal[i] < 1 || horizontal[i] > 4 || linesPerUnit[i] < 1 || linesPerUnit[i] > 4) {
                throw error("Sampling factors " + horizontal[i] + " and " + linesPerUnit[i] + " are not 1 to 4",
                        position - 1);
            }
            readByte();
        }
        components = count;
    }

    /** The extension LSE (14495-1 C.2.4). */
    private void readExtension() {
        switch (readByte()) {
            case Marker.LSE_PRESET -> {
                for (int i = 0; i < 5; i++) {
                    given[i] = readShort();
                }
            }
            case Marker.LSE_TABLE, Marker.LSE_TABLE_CONTINUED -> { } // an error only where a scan needs one
            case Marker.LSE_DIMENSIONS -> {
                int bytes = readByte();
                height = readNumber(bytes, 2);
                width = readNumber(bytes, 2);
            }
            default -> throw error("LSE segment of unknown kind", position - 1);
        }
    }

    /** The colour transform of Hewlett-Packard's software: APP8 with mrfx; other APP8 are passed over. */
    private void readTransform() {
        if (segmentEnd - position == 5 && source[position] == 'm' && source[position + 1] == 'r'
                && source[position + 2] == 'f' && source[position + 3] == 'x') {
            int kind = source[position + 4] & 0xFF;
            if (kind >= ColorTransform.values().length) {
                throw error("Colour transform " + kind + " is not one of HP1 to HP3", position + 4);
            }
            transform = ColorTransform.values()[kind];
        }
    }

    /** The scan header (14495-1 C.2.3). */
    private void readScan() {
        int count = readByte();
        if (count < 1 || count > components) {
            throw error("A scan of " + count + " components in a frame of " + components, position - 1);
        }
        for (int i = 0; i < count; i++) {
            scan[i] = componentOf(readByte());
            if (readByte() != 0) {
                throw error("A scan maps its samples by a table, which DICOM does not allow: refused", position - 1);
            }
            for (int j = 0; j < i; j++) {
                if (scan[j] == scan[i]) {
                    throw error("A scan has the same component twice", position - 2);
                }
            }
        }
        scanComponents = count;
        near = readByte();
        int mode = readByte();
        if (mode > 2 || mode == 0 && count > 1) {
            throw error("Interleave mode " + mode + " does not go with " + count + " components", position - 1);
        }
        interleave = InterleaveMode.of(count == 1 ? 0 : mode);
        if ((readByte() & 15) != 0) {
            throw error("A scan with a point transform: refused", position - 1);
        }
        settleParameters();
    }

    private void settleParameters() {
        given[5] = near;
        given[6] = bitsPerSample;
        if (Arrays.equals(given, settled)) {
            return;
        }
        settled[6] = 0;
        preset = new PresetParameters(given[0], given[1], given[2], given[3], given[4])
                .orDefaults(bitsPerSample, near);
        String fault = preset.fault(bitsPerSample, near);
        if (!fault.isEmpty()) {
            throw error(fault, position);
        }
        System.arraycopy(given, 0, settled, 0, given.length);
    }

    private int componentOf(int identifier) {
        for (int i = 0; i < components; i++) {
            if (identifiers[i] == identifier) {
                return i;
            }
        }
        throw error("A scan has component " + identifier + ", the frame has not", position - 1);
    }

    /** Finds the DNL segment, which tells the number of lines after the first scan (14495-1 C.2.6). */
    private void findNumberOfLines() {
        for (int i = position; i < end - 5; i++) {
            if (source[i] == -1 && (source[i + 1] & 0xFF) == Marker.DNL) {
                int scanStart = position;
                position = i + 2;
                openSegment();
                height = readNumber(segmentEnd - position, 2);
                position = scanStart;
                return;
            }
        }
        throw error("The number of lines is neither in the frame header nor in a DNL segment", position);
    }

    private void checkSampling() {
        int mostHorizontal = 1;
        int mostVertical = 1;
        for (int i = 0; i < components; i++) {
            mostHorizontal = Math.max(mostHorizontal, horizontal[i]);
            mostVertical = Math.max(mostVertical, linesPerUnit[i]);
        }
        for (int i = 0; i < components; i++) {
            columnRatio[i] = mostHorizontal / horizontal[i];
            lineRatio[i] = mostVertical / linesPerUnit[i];
            if (columnRatio[i] * horizontal[i] != mostHorizontal || lineRatio[i] * linesPerUnit[i] != mostVertical
                    || width % columnRatio[i] != 0 || height % lineRatio[i] != 0) {
                throw error("Subsampling that does not divide the frame evenly: refused", position);
            }
        }
        if (transform != ColorTransform.NONE
                && (components != 3 || preset.maximumSample() != (1 << bitsPerSample) - 1)) {
            throw error("A colour transform is for three components of all values of their bits", position);
        }
    }

    /** What was read, for the caller. */
    JpegLsHeader header() {
        return new JpegLsHeader(width, height, components, bitsPerSample, near, interleave, preset, restartInterval,
                transform);
    }

    private DicomException error(String reason, int at) {
        return BitReader.error(reason, at - origin);
    }
}
