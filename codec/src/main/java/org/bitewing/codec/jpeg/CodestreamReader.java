package org.bitewing.codec.jpeg;

import org.bitewing.DicomException;

/** Walks the markers and segment parameters of a stream (10918-1 B.1); every read is checked against the end. */
final class CodestreamReader {
    private static final byte[] NOTHING = {};

    private byte[] source = NOTHING;
    private int start;
    private int end;
    private int position;
    /** End of the segment that is being read: reads beyond it are errors. */
    private int segmentEnd;

    void open(byte[] newSource, int offset, int length) {
        if (offset < 0 || length < 0 || offset > newSource.length - length) {
            throw new IllegalArgumentException("offset " + offset + " and length " + length
                    + " are outside of a source of " + newSource.length + " bytes");
        }
        source = newSource;
        start = offset;
        end = offset + length;
        position = offset;
        segmentEnd = end;
    }

    /** Lets go of the caller's array. */
    void close() {
        source = NOTHING;
    }

    byte[] source() {
        return source;
    }

    int end() {
        return end;
    }

    /** The index into {@link #source()}, not the offset in the stream. */
    int position() {
        return position;
    }

    void position(int newPosition) {
        position = newPosition;
    }

    /** Bytes from the start of the stream. */
    int offset() {
        return position - start;
    }

    int offset(int index) {
        return index - start;
    }

    DicomException malformed(String reason) {
        return Malformed.at(offset(), reason);
    }

    /** Checks that the stream opens with SOI; there is nothing to tolerate, for without it this may be anything. */
    void readStart() {
        if (end - position < 2 || (source[position] & 0xFF) != 0xFF || (source[position + 1] & 0xFF) != Marker.SOI) {
            throw malformed("the stream does not begin with SOI (FFD8), so this is not JPEG");
        }
        position += 2;
    }

    /**
     * Moves past the next marker and gives its code. Fill bytes before a marker are allowed (B.1.1.2); bytes that are
     * neither are left by some encoders after a scan, and are skipped.
     *
     * @return the code, or -1 where the stream ends first
     */
    int nextMarker() {
        while (position < end - 1) {
            if (source[position] == (byte) 0xFF) {
                int code = source[position + 1] & 0xFF;
                if (code != 0xFF && code != 0) {
                    position += 2;
                    return code;
                }
            }
            position++;
        }
        position = end;
        return -1;
    }

    /** Reads the length of a segment and checks that the segment is there. */
    void enterSegment(String name) {
        segmentEnd = end;
        int length = unsigned16();
        if (length < 2 || length - 2 > end - position) {
            position -= 2;
            throw malformed(name + " segment of length " + length + " where " + (end - position) + " bytes are left");
        }
        segmentEnd = position + length - 2;
    }

    void skipSegment(String name) {
        enterSegment(name);
        position = segmentEnd;
    }

    /** Bytes of the segment that are not read yet. */
    int remaining() {
        return segmentEnd - position;
    }

    /** Leaves the segment; bytes left over are an error. */
    void leaveSegment(String name) {
        if (position != segmentEnd) {
            throw malformed(name + " segment has " + remaining() + " bytes too many");
        }
        segmentEnd = end;
    }

    void leaveSegmentEarly() {
        position = segmentEnd;
        segmentEnd = end;
    }

    int unsigned8() {
        if (position >= segmentEnd) {
            throw malformed(segmentEnd == end ? "the stream ends here" : "the segment ends before its parameters");
        }
        return source[position++] & 0xFF;
    }

    int unsigned16() {
        int high = unsigned8();
        return high << 8 | unsigned8();
    }

    /** Whether the unread bytes of the segment begin so; reads nothing. */
    boolean startsWith(String ascii) {
        if (remaining() < ascii.length()) {
            return false;
        }
        for (int i = 0; i < ascii.length(); i++) {
            if (source[position + i] != ascii.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    void skip(int bytes) {
        position += bytes;
    }
}
