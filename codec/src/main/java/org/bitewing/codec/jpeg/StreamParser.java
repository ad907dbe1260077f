package org.bitewing.codec.jpeg;

/** Goes from scan to scan of a stream and reads the marker segments between them (10918-1 B.2.1). */
final class StreamParser {
    /**
     * The most scans of one stream. A frame of 255 components needs 255; a progressive one some ten. More only serve to
     * keep a decoder busy.
     */
    private static final int MOST_SCANS = 256;

    final CodestreamReader reader = new CodestreamReader();
    final Frame frame = new Frame();
    final Scan scan = new Scan();
    final DecodingTables tables = new DecodingTables();
    private int scans;
    private boolean ended;

    void open(byte[] source, int offset, int length) {
        reader.open(source, offset, length);
        frame.reset();
        scans = 0;
        ended = false;
        reader.readStart();
    }

    /**
     * Reads up to and with the next scan header.
     *
     * @return false where the stream has no more scans
     */
    boolean nextScan() {
        while (true) {
            int marker = reader.nextMarker();
            if (marker < 0 || marker == Marker.EOI) {
                ended = marker == Marker.EOI;
                return false;
            }
            if (marker == Marker.SOS) {
                readScanHeader();
                return true;
            }
            readSegment(marker);
        }
    }

    private void readScanHeader() {
        if (!frame.present) {
            throw Malformed.at(reader.offset() - 2, "a scan before the frame header");
        }
        if (++scans > MOST_SCANS) {
            throw Malformed.at(reader.offset() - 2, "more than " + MOST_SCANS + " scans");
        }
        if (scans > 1) {
            scan.read(reader, frame);
            return;
        }
        int position = reader.position();
        if (frame.height == 0) {
            reader.skipSegment("SOS");
            findNumberOfLines();
            reader.position(position);
        }
        frame.layOut();
        scan.read(reader, frame);
    }

    private void readSegment(int marker) {
        if (tables.read(marker, reader)) {
            return;
        }
        if (Marker.isStartOfFrame(marker)) {
            frame.read(marker, reader);
        } else if (marker >= Marker.APP0 && marker <= Marker.APP15) {
            frame.readApplication(marker, reader);
        } else if (marker == Marker.DRI) {
            frame.readRestartInterval(reader);
        } else if (marker == Marker.DNL) {
            checkNumberOfLines();
        } else if (marker == Marker.DHP || marker == Marker.EXP) {
            throw Malformed.at(reader.offset() - 2, "hierarchical JPEG (" + (marker == Marker.DHP ? "DHP" : "EXP")
                    + ") is not a process of DICOM and is not decoded");
        } else if (marker == Marker.SOF55) {
            throw Malformed.at(reader.offset() - 2, "this is a JPEG-LS stream (SOF55, ISO/IEC 14495-1)");
        } else if (marker == Marker.SOI) {
            throw Malformed.at(reader.offset() - 2, "a second SOI");
        } else if (!Marker.isAlone(marker)) {
            reader.skipSegment("FF" + Integer.toHexString(marker).toUpperCase());
        }
    }

    /** Looks ahead for the DNL segment behind the first scan (B.2.5), because its number is needed now. */
    private void findNumberOfLines() {
        int marker = reader.nextMarker();
        while (Marker.isRestart(marker)) {
            marker = reader.nextMarker();
        }
        if (marker != Marker.DNL) {
            throw Malformed.at(frame.offset, "frame without a number of lines, and no DNL segment behind its first"
                    + " scan");
        }
        frame.height = readNumberOfLines();
        if (frame.height == 0) {
            throw reader.malformed("DNL segment of 0 lines");
        }
    }

    private int readNumberOfLines() {
        reader.enterSegment("DNL");
        int lines = reader.unsigned16();
        reader.leaveSegment("DNL");
        return lines;
    }

    private void checkNumberOfLines() {
        int lines = readNumberOfLines();
        if (frame.present && lines != frame.height) {
            throw reader.malformed("DNL segment of " + lines + " lines in a frame of " + frame.height);
        }
    }

    /**
     * Whether nothing is left to be decoded. Then what follows is not looked at: a missing EOI and bytes without
     * meaning are common there.
     */
    boolean isComplete() {
        for (int i = 0; i < frame.componentCount; i++) {
            Component component = frame.component(i);
            if (!component.scanned) {
                return false;
            }
            if (frame.process.isProgressive()) {
                for (int lastBit : component.lastBit) {
                    if (lastBit != 0) {
                        return false;
                    }
                }
            }
        }
        return true;
    }

    /** Checks, where there are no more scans, that they make a frame. */
    void checkEnd() {
        if (!frame.present) {
            throw reader.malformed("the stream has no frame");
        }
        for (int i = 0; i < frame.componentCount; i++) {
            if (!frame.component(i).scanned) {
                throw reader.malformed("the stream ends without a scan of component " + frame.component(i).identifier);
            }
        }
        // A progressive frame may end before the last bit of precision, but has to say so.
        if (!ended && !isComplete()) {
            throw reader.malformed("the stream ends without EOI, and not all its coefficients are there");
        }
    }

    FrameHeader header() {
        boolean lossless = frame.process.isLossless();
        return new FrameHeader(frame.process, frame.precision, frame.width, frame.height, frame.describe(),
                frame.restartInterval, frame.jfif, frame.adobeTransform, lossless ? scan.predictor() : 0,
                lossless ? scan.pointTransform() : 0);
    }
}
