package org.bitewing.codec.jpeg;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The frame header as the decoder works with it (10918-1 B.2.2), and what the application segments say. Reused. */
final class Frame {
    JpegProcess process = JpegProcess.BASELINE;
    boolean present;
    /** Offset of the frame header in the stream, for errors about it. */
    int offset;
    int precision;
    int width;
    int height;
    int componentCount;
    private Component[] components = new Component[0];
    int horizontalMost;
    int verticalMost;
    /** MCUs of an interleaved scan across and down. */
    int mcusAcross;
    int mcusDown;

    int restartInterval;
    boolean jfif;
    int adobeTransform;

    void reset() {
        present = false;
        componentCount = 0;
        restartInterval = 0;
        jfif = false;
        adobeTransform = -1;
    }

    Component component(int index) {
        return components[index];
    }

    /** Samples across and down of a data unit: 8 for DCT, 1 for lossless (A.2.1). */
    int unit() {
        return process.isLossless() ? 1 : 8;
    }

    /** Whether the samples of planes are bytes: those of DCT frames of 8 bits, which are clamped to that. */
    boolean isOfBytes() {
        return precision == 8 && !process.isLossless();
    }

    /** Reads a frame header. */
    void read(int marker, CodestreamReader reader) {
        if (present) {
            // The frame stays as it is, for what was decoded of it may be kept.
            throw Malformed.at(reader.offset() - 2, "a second frame header (" + JpegProcess.of(marker).marker()
                    + ") in one stream");
        }
        offset = reader.offset() - 2;
        process = JpegProcess.of(marker);
        if (process.isHierarchical()) {
            throw Malformed.at(offset, "hierarchical JPEG (" + process.marker() + ", " + process.title()
                    + ") is not a process of DICOM and is not decoded");
        }
        reader.enterSegment(process.marker());
        precision = reader.unsigned8();
        height = reader.unsigned16();
        width = reader.unsigned16();
        componentCount = reader.unsigned8();
        checkPrecision();
        if (width == 0 || componentCount == 0) {
            throw Malformed.at(offset, "frame of " + width + " samples a line and " + componentCount + " components");
        }
        readComponents(reader);
        reader.leaveSegment(process.marker());
        present = true;
    }

    private void checkPrecision() {
        boolean fits = process == JpegProcess.BASELINE ? precision == 8
                : process.isLossless() ? precision >= 2 && precision <= 16 : precision == 8 || precision == 12;
        if (!fits) {
            throw Malformed.at(offset, "precision of " + precision + " bits in a frame of process " + process.title()
                    + " (10918-1 Table B.2)");
        }
    }

    private void readComponents(CodestreamReader reader) {
        if (components.length < componentCount) {
            int have = components.length;
            components = Arrays.copyOf(components, componentCount);
            for (int i = have; i < componentCount; i++) {
                components[i] = new Component();
            }
        }
        horizontalMost = 1;
        verticalMost = 1;
        for (int i = 0; i < componentCount; i++) {
            int identifier = reader.unsigned8();
            int sampling = reader.unsigned8();
            int table = reader.unsigned8();
            int horizontal = sampling >> 4;
            int vertical = sampling & 15;
            if (horizontal < 1 || horizontal > 4 || vertical < 1 || vertical > 4 || table > 3) {
                throw reader.malformed("component with sampling factors " + horizontal + " by " + vertical
                        + " and quantisation table " + table + "; factors are 1 to 4, tables 0 to 3");
            }
            components[i].begin(identifier, horizontal, vertical, table);
            horizontalMost = Math.max(horizontalMost, horizontal);
            verticalMost = Math.max(verticalMost, vertical);
        }
    }

    /** Computes all sizes, once the height is known. */
    void layOut() {
        mcusAcross = Component.ceiling(width, unit() * horizontalMost);
        mcusDown = Component.ceiling(height, unit() * verticalMost);
        for (int i = 0; i < componentCount; i++) {
            components[i].layOut(this);
        }
    }

    long planesLength() {
        long sum = 0;
        for (int i = 0; i < componentCount; i++) {
            sum += components[i].planeLength(unit());
        }
        return sum;
    }

    void allocate() {
        for (int i = 0; i < componentCount; i++) {
            components[i].allocate(this);
        }
    }

    /** Reads an application segment if it is one that says something of the colours, else skips it. */
    void readApplication(int marker, CodestreamReader reader) {
        reader.enterSegment("APPn");
        if (marker == Marker.APP0 && reader.startsWith("JFIF\0")) {
            jfif = true;
        } else if (marker == Marker.APP14 && reader.startsWith("Adobe") && reader.remaining() >= 12) {
            reader.skip(11); // "Adobe", version, two words of flags
            int transform = reader.unsigned8();
            adobeTransform = transform <= 2 ? transform : -1;
        }
        reader.leaveSegmentEarly();
    }

    /** Reads a DRI segment (B.2.4.4). */
    void readRestartInterval(CodestreamReader reader) {
        reader.enterSegment("DRI");
        restartInterval = reader.unsigned16();
        reader.leaveSegment("DRI");
    }

    /** Lines that every component has, in lines of the frame. */
    int linesDone() {
        int least = height;
        for (int i = 0; i < componentCount; i++) {
            Component component = components[i];
            if (component.linesDone < component.height) {
                least = Math.min(least, component.linesDone * verticalMost / component.vertical);
            }
        }
        return least;
    }

    List<FrameComponent> describe() {
        List<FrameComponent> list = new ArrayList<>(componentCount);
        for (int i = 0; i < componentCount; i++) {
            Component component = components[i];
            list.add(new FrameComponent(component.identifier, component.horizontal, component.vertical,
                    component.quantisationTable));
        }
        return list;
    }
}
