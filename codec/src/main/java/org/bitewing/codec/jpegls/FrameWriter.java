package org.bitewing.codec.jpegls;

/** Writes the marker segments of a stream (14495-1 C.2); the counterpart of {@link FrameReader}. */
final class FrameWriter {
    private final BitWriter out;
    /** The header of the last frame, and whether its coding parameters go without saying. */
    private JpegLsHeader last;
    private boolean tacit;

    FrameWriter(BitWriter out) {
        this.out = out;
    }

    /** Writes all before the first scan header. Components have the identifiers 1 and up, as in 14495-1 H.4. */
    void writeHeader(JpegLsHeader header) {
        out.putMarker(Marker.SOI);
        if (header.transform() != ColorTransform.NONE) {
            openSegment(Marker.APP8, 5);
            putInt('m' << 24 | 'r' << 16 | 'f' << 8 | 'x');
            out.putByte(header.transform().ordinal());
        }
        boolean oversize = header.width() > 0xFFFF || header.height() > 0xFFFF;
        openSegment(Marker.SOF55, 6 + 3 * header.components());
        out.putByte(header.bitsPerSample());
        out.putShort(oversize ? 0 : header.height());
        out.putShort(oversize ? 0 : header.width());
        out.putByte(header.components());
        for (int c = 1; c <= header.components(); c++) {
            out.putByte(c);
            out.putByte(0x11);
            out.putByte(0);
        }
        if (oversize) {
            openSegment(Marker.LSE, 10);
            out.putByte(Marker.LSE_DIMENSIONS);
            out.putByte(4);
            putInt(header.height());
            putInt(header.width());
        }
        writeParameters(header);
    }

    private void writeParameters(JpegLsHeader header) {
        PresetParameters preset = header.preset();
        if (header != last) {
            last = header;
            // Beyond twelve bits even the defaults are told: the codec of Java Advanced Imaging gets them wrong.
            tacit = header.bitsPerSample() <= 12
                    && preset.equals(PresetParameters.defaults(header.bitsPerSample(), header.near()));
        }
        if (!tacit) {
            openSegment(Marker.LSE, 11);
            out.putByte(Marker.LSE_PRESET);
            out.putShort(preset.maximumSample());
            out.putShort(preset.threshold1());
            out.putShort(preset.threshold2());
            out.putShort(preset.threshold3());
            out.putShort(preset.reset());
        }
        int interval = header.restartInterval();
        if (interval > 0xFFFF) {
            openSegment(Marker.DRI, 4);
            putInt(interval);
        } else if (interval > 0) {
            openSegment(Marker.DRI, 2);
            out.putShort(interval);
        }
    }

    /** Writes the header of a scan of {@code count} components from {@code first} on. */
    void writeScanHeader(JpegLsHeader header, int first, int count) {
        openSegment(Marker.SOS, 4 + 2 * count);
        out.putByte(count);
        for (int c = first; c < first + count; c++) {
            out.putByte(c + 1);
            out.putByte(0);
        }
        out.putByte(header.near());
        out.putByte(count == 1 ? 0 : header.interleave().ordinal());
        out.putByte(0);
    }

    void writeEnd() {
        out.putMarker(Marker.EOI);
    }

    /** Writes marker and length of a segment of so many bytes more. */
    private void openSegment(int code, int length) {
        out.putMarker(code);
        out.putShort(length + 2);
    }

    private void putInt(int value) {
        out.putShort(value >> 16);
        out.putShort(value);
    }
}
