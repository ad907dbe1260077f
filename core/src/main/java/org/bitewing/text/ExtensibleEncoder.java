package org.bitewing.text;

import java.io.ByteArrayOutputStream;
import org.bitewing.dict.VR;

/**
 * Writes one value field in an {@link ExtensibleCode}: each character in the sets that are designated already if they
 * have it, else in the first that may be, and in the initial state before delimiters, control characters and the end
 * (PS3.5 6.1.2.5.3).
 */
final class ExtensibleEncoder {
    private final ExtensibleCode code;
    private final VR vr;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private GraphicSet g0;
    /** Null when undefined. */
    private GraphicSet g1;

    ExtensibleEncoder(ExtensibleCode code, VR vr) {
        this.code = code;
        this.vr = vr;
        this.g0 = code.g0();
        this.g1 = code.g1();
    }

    Code.Encoded encode(String text) {
        boolean complete = true;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            // ESC is not text: it would change the meaning of what follows (PS3.5 6.1.3).
            if (character < ' ' && character != ExtensibleCode.ESC || Code.isDelimiter(character, vr)) {
                restore();
                out.write(character);
            } else if (!graphic(character)) {
                complete = false;
                graphic('?');
                i += Character.charCount(text.codePointAt(i)) - 1;
            }
        }
        restore();
        return new Code.Encoded(out.toByteArray(), complete);
    }

    private boolean graphic(char character) {
        if (write(character, g0, false) || write(character, g1, true)) {
            return true;
        }
        for (ExtensibleCode.Designation designation : code.repertoire()) {
            if (codeOf(character, designation.set()) >= 0) {
                designate(designation.set(), designation.toG1());
                return write(character, designation.set(), designation.toG1());
            }
        }
        return false;
    }

    private boolean write(char character, GraphicSet set, boolean inG1) {
        int value = codeOf(character, set);
        if (value < 0) {
            return false;
        }
        int high = inG1 ? 0x80 : 0;
        if (set.isTwoBytes()) {
            out.write(value >> 8 | high);
        }
        out.write(value & 0x7f | high);
        return true;
    }

    /** The code of a character in a set, or -1, also for what would be read as ESC or, the yen sign, a delimiter. */
    private int codeOf(char character, GraphicSet set) {
        if (set == null) {
            return -1;
        }
        int value = set.table().code(character);
        boolean taken = set.hasDelimiters() && (value == ExtensibleCode.ESC || Code.isDelimiter(value, vr));
        return taken ? -1 : value;
    }

    private void designate(GraphicSet set, boolean toG1) {
        out.writeBytes(set.escape(toG1));
        if (toG1) {
            g1 = set;
        } else {
            g0 = set;
        }
    }

    /** Brings the initial sets back; a G1 that is undefined there needs no escape sequence (PS3.5 I.2). */
    private void restore() {
        if (g0 != code.g0()) {
            designate(code.g0(), false);
        }
        if (code.g1() != null && g1 != code.g1()) {
            designate(code.g1(), true);
        }
        g1 = code.g1();
    }
}
