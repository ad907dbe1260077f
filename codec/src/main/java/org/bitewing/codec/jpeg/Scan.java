package org.bitewing.codec.jpeg;

import org.bitewing.DicomException;

/** The scan header (10918-1 B.2.3) and the order of the data units in the scan (A.2). Reused. */
final class Scan {
    /** The most data units in an MCU of an interleaved scan (B.2.3). */
    static final int MOST_UNITS = 10;

    /** Offset of the marker in the stream, for errors about the header. */
    int offset;
    int componentCount;
    final Component[] components = new Component[4];
    int spectralStart;
    int spectralEnd;
    int successiveHigh;
    int successiveLow;

    /** MCUs across and down. */
    int mcusAcross;
    int mcusDown;

    int predictor() {
        return spectralStart;
    }

    int pointTransform() {
        return successiveLow;
    }

    /** Whether MCUs hold one data unit of one component, in the order of that component's own raster (A.2.2). */
    boolean isSingle() {
        return componentCount == 1;
    }

    void read(CodestreamReader reader, Frame frame) {
        offset = reader.offset() - 2;
        reader.enterSegment("SOS");
        componentCount = reader.unsigned8();
        if (componentCount < 1 || componentCount > 4) {
            throw malformed("scan of " + componentCount + " components; 1 to 4 are allowed");
        }
        int units = 0;
        for (int i = 0; i < componentCount; i++) {
            Component component = find(reader.unsigned8(), frame, i);
            int tables = reader.unsigned8();
            component.directCurrentTable = tables >> 4;
            component.alternatingCurrentTable = tables & 15;
            if (tables >> 4 > 3 || (tables & 15) > 3) {
                throw malformed("scan with entropy coding tables " + (tables >> 4) + " and " + (tables & 15)
                        + "; tables are 0 to 3");
            }
            components[i] = component;
            units += component.horizontal * component.vertical;
        }
        if (componentCount > 1 && units > MOST_UNITS) {
            throw malformed("MCU of " + units + " data units; " + MOST_UNITS + " are the most (10918-1 B.2.3)");
        }
        spectralStart = reader.unsigned8();
        spectralEnd = reader.unsigned8();
        int approximation = reader.unsigned8();
        successiveHigh = approximation >> 4;
        successiveLow = approximation & 15;
        reader.leaveSegment("SOS");
        layOut(frame);
    }

    private Component find(int identifier, Frame frame, int before) {
        for (int i = 0; i < frame.componentCount; i++) {
            Component component = frame.component(i);
            if (component.identifier == identifier && !isTaken(component, before)) {
                return component;
            }
        }
        throw malformed("scan of component " + identifier + ", which the frame header does not have, or has once");
    }

    private boolean isTaken(Component component, int before) {
        for (int i = 0; i < before; i++) {
            if (components[i] == component) {
                return true;
            }
        }
        return false;
    }

    private void layOut(Frame frame) {
        if (isSingle()) {
            mcusAcross = Component.ceiling(components[0].width, frame.unit());
            mcusDown = Component.ceiling(components[0].height, frame.unit());
        } else {
            mcusAcross = frame.mcusAcross;
            mcusDown = frame.mcusDown;
        }
    }

    /**
     * Checks the parameters of this scan against the process and against the scans before (B.2.3, G.1.1.1.1), and notes
     * what it brings.
     */
    void begin(Frame frame, DecodingTables tables) {
        for (int i = 0; i < componentCount; i++) {
            Component component = components[i];
            if (!component.scanned && !frame.process.isLossless()) {
                if (!tables.quantisationDefined[component.quantisationTable]) {
                    throw malformed("quantisation table " + component.quantisationTable + " is not defined");
                }
                System.arraycopy(tables.quantisation[component.quantisationTable], 0, component.quantisation, 0, 64);
            }
            if (component.scanned && !frame.process.isProgressive()) {
                throw malformed("a second scan of component " + component.identifier);
            }
            component.scanned = true;
        }
        if (frame.process.isLossless()) {
            checkLossless(frame);
        } else if (frame.process.isProgressive()) {
            checkProgressive();
        } else if (spectralStart != 0 || successiveHigh != 0 || successiveLow != 0
                || spectralEnd != 63 && spectralEnd != 0) {
            // An Se of 0 is what some encoders of 12-bit images write instead of 63.
            throw malformed("sequential scan of coefficients " + spectralStart + " to " + spectralEnd);
        }
    }

    private void checkLossless(Frame frame) {
        // Se is 0 by the standard; some encoders write 63, and nobody reads it.
        if (predictor() < 1 || predictor() > 7 || successiveHigh != 0 || pointTransform() >= frame.precision) {
            throw malformed("lossless scan with predictor " + predictor() + " and point transform " + pointTransform()
                    + "; predictors are 1 to 7, the transform less than the precision (10918-1 Table B.3)");
        }
    }

    private void checkProgressive() {
        boolean direct = spectralStart == 0;
        if (spectralStart > spectralEnd || spectralEnd > 63 || direct && spectralEnd != 0
                || !direct && componentCount != 1 || successiveLow > 13
                || successiveHigh != 0 && successiveHigh != successiveLow + 1) {
            throw malformed("progressive scan of coefficients " + spectralStart + " to " + spectralEnd + " of "
                    + componentCount + " components, bits " + successiveHigh + " to " + successiveLow
                    + " (10918-1 G.1.1.1)");
        }
        for (int i = 0; i < componentCount; i++) {
            int[] lastBit = components[i].lastBit;
            if (!direct && lastBit[0] < 0) {
                throw malformed("AC scan of component " + components[i].identifier + " before its DC scan");
            }
            for (int k = spectralStart; k <= spectralEnd; k++) {
                if (lastBit[k] != (successiveHigh == 0 ? -1 : successiveHigh)) {
                    throw malformed("scan of coefficient " + k + " from bit " + successiveHigh + " to " + successiveLow
                            + " is not what follows from the scans before it (10918-1 G.1.1.1)");
                }
                lastBit[k] = successiveLow;
            }
        }
    }

    DicomException malformed(String reason) {
        return Malformed.at(offset, reason);
    }
}
