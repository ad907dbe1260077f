package org.bitewing.text;

import java.nio.charset.StandardCharsets;
import org.bitewing.dict.VR;

/** Placeholder until the real one lands. */
public final class SpecificCharacterSet {
    /** The default repertoire. */
    public static final SpecificCharacterSet ASCII = new SpecificCharacterSet();

    private SpecificCharacterSet() {
    }

    /**
     * Of defined terms.
     *
     * @param terms values of (0008,0005)
     * @return the set
     */
    public static SpecificCharacterSet of(String... terms) {
        return ASCII;
    }

    /**
     * Decodes.
     *
     * @param bytes  value
     * @param offset first
     * @param length count
     * @param vr     of the element
     * @return text
     */
    public String decode(byte[] bytes, int offset, int length, VR vr) {
        return new String(bytes, offset, length, StandardCharsets.ISO_8859_1);
    }

    /**
     * Encodes.
     *
     * @param text value
     * @param vr   of the element
     * @return bytes
     */
    public byte[] encode(String text, VR vr) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
