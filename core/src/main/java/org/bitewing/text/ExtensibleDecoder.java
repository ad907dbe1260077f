package org.bitewing.text;

import org.bitewing.dict.VR;

/**
 * Reads one value field in an {@link ExtensibleCode}. Delimiters and control characters bring the initial sets back
 * (PS3.5 6.1.2.5.3), whether the writer did so or not. A set of two bytes in G0 ends with an escape sequence, a
 * control character or the value only: until then a backslash is half a character.
 */
final class ExtensibleDecoder {
    private final ExtensibleCode code;
    private final byte[] bytes;
    private final int end;
    private final VR vr;
    private final StringBuilder text;
    private int at;
    private GraphicSet g0;
    /** Null when undefined. */
    private GraphicSet g1;

    ExtensibleDecoder(ExtensibleCode code, byte[] bytes, int offset, int length, VR vr) {
        this.code = code;
        this.bytes = bytes;
        this.at = offset;
        this.end = offset + length;
        this.vr = vr;
        this.text = new StringBuilder(length);
        reset();
    }

    private void reset() {
        g0 = code.g0();
        g1 = code.assumedG1();
    }

    String decode() {
        while (at < end) {
            int value = bytes[at] & 0xff;
            if (value == ExtensibleCode.ESC) {
                escape();
            } else if (value < ' ' || g0.hasDelimiters() && Code.isDelimiter(value, vr)) {
                keep(at + 1);
                reset();
            } else if (value == ' ' || value == ExtensibleCode.DEL) {
                keep(at + 1);
            } else {
                graphic(value < 0x80 ? g0 : g1, value & 0x80);
            }
        }
        return text.toString();
    }

    /** Takes bytes as the ASCII that they look like. */
    private void keep(int until) {
        while (at < until) {
            text.append((char) bytes[at++]);
        }
    }

    /** Takes one character, whose bytes all have the high bit of the first. */
    private void graphic(GraphicSet set, int high) {
        int first = bytes[at++] & 0x7f;
        if (set == null) {
            text.append(CodeTable.NONE);
        } else if (!set.isTwoBytes()) {
            text.append(set.table().character(first));
        } else if (is94(first) && at < end && (bytes[at] & 0x80) == high && is94(bytes[at] & 0x7f)) {
            text.append(set.table().character(first, bytes[at++] & 0x7f));
        } else {
            text.append(CodeTable.NONE);
        }
    }

    private static boolean is94(int value) {
        return value > ' ' && value < ExtensibleCode.DEL;
    }

    /**
     * Takes an escape sequence: intermediate bytes from 02/00 to 02/15 and a final one. One that designates a set
     * that DICOM does not know stays in the text; G0 is ISO IR 6 from there, G1 undefined. Of one that designates
     * nothing, ESC stays in the text and the rest is not special.
     */
    private void escape() {
        boolean multiple = byteAt(at + 1) == '$';
        int place = at + (multiple ? 2 : 1);
        int intermediate = byteAt(place);
        boolean designates = intermediate == '(' || intermediate == ')' || intermediate == '-' && !multiple;
        // ESC $ @, ESC $ A and ESC $ B are older than the intermediate byte that says G0.
        boolean old = multiple && intermediate >= '@' && intermediate <= 'B';
        int last = old ? place : place + 1;
        int finalByte = byteAt(last);
        boolean complete = finalByte >= '0' && finalByte <= '~' && !Code.isDelimiter(finalByte, vr);
        if (!complete || !old && !designates) {
            keep(at + 1);
            return;
        }
        GraphicSet.Kind kind = multiple ? GraphicSet.Kind.SET_94_BY_94
                : intermediate == '-' ? GraphicSet.Kind.SET_96 : GraphicSet.Kind.SET_94;
        GraphicSet set = GraphicSet.of(kind, finalByte);
        if (old || intermediate == '(') {
            g0 = set == null ? GraphicSet.ISO_IR_6 : set;
        } else {
            g1 = set;
        }
        if (set == null) {
            keep(last + 1);
        }
        at = last + 1;
    }

    private int byteAt(int index) {
        return index < end ? bytes[index] : -1;
    }
}
