package org.bitewing.text;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.dict.VR;

/**
 * Graphic sets in G0 (bytes below 128) and G1 (from 128), which escape sequences exchange (PS3.5 6.1.2.5).
 *
 * @param g0         the set in G0 at the start of a value and behind each delimiter
 * @param g1         the set in G1 there, or null where it is undefined because value 1 is ISO IR 6
 * @param assumedG1  what is read in G1 there: g1, or the only set that the other values have for it, since files
 *                   forget the escape sequence; null where there is none
 * @param repertoire all that may be designated, in the order in which it is preferred
 */
record ExtensibleCode(GraphicSet g0, GraphicSet g1, GraphicSet assumedG1, List<Designation> repertoire)
        implements Code {
    static final int ESC = 0x1b;
    static final int DEL = 0x7f;

    /**
     * A set in its place.
     *
     * @param set  the set
     * @param toG1 true for G1, false for G0
     */
    record Designation(GraphicSet set, boolean toG1) {
    }

    /** The code of terms, of which the first is not one for extensions only. */
    static ExtensibleCode of(List<DefinedTerm> terms) {
        List<Designation> repertoire = new ArrayList<>();
        List<GraphicSet> ofG1 = new ArrayList<>();
        for (DefinedTerm term : terms) {
            if (term.g0() != null) {
                repertoire.add(new Designation(term.g0(), false));
            }
            if (term.g1() != null) {
                repertoire.add(new Designation(term.g1(), true));
                ofG1.add(term.g1());
            }
        }
        DefinedTerm first = terms.get(0);
        GraphicSet assumed = first.g1() == null && ofG1.size() == 1 ? ofG1.get(0) : first.g1();
        return new ExtensibleCode(first.g0(), first.g1(), assumed, List.copyOf(repertoire));
    }

    @Override
    public String decode(byte[] bytes, int offset, int length, VR vr) {
        if (g1 == GraphicSet.ISO_IR_100 && !hasEscape(bytes, offset, length)) {
            return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
        }
        return new ExtensibleDecoder(this, bytes, offset, length, vr).decode();
    }

    private static boolean hasEscape(byte[] bytes, int offset, int length) {
        for (int i = offset; i < offset + length; i++) {
            if (bytes[i] == ESC) {
                return true;
            }
        }
        return false;
    }

    @Override
    public Encoded encode(String text, VR vr) {
        return new ExtensibleEncoder(this, vr).encode(text);
    }

    @Override
    public boolean hasYenSign() {
        return g0 == GraphicSet.ISO_IR_14;
    }
}
