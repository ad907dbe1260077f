package org.bitewing.text;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.bitewing.dict.VR;

/**
 * A code without extensions and escape sequences: UTF-8, GB18030 and GBK (PS3.3 table C.12-5), and US-ASCII for the
 * VRs that have no other. In none of them is a byte below 128 at the start of a character anything but ASCII, and the
 * charset knows that the second byte of a character in GBK may look like a backslash.
 *
 * @param charset the charset of the JDK that is this code
 */
record StandAloneCode(Charset charset) implements Code {
    static final StandAloneCode ASCII = new StandAloneCode(StandardCharsets.US_ASCII);

    /** The code of a charset of the JDK by its name, or of US-ASCII where the Java runtime does not have it. */
    static StandAloneCode of(String charset) {
        return Charset.isSupported(charset) ? new StandAloneCode(Charset.forName(charset)) : ASCII;
    }

    @Override
    public String decode(byte[] bytes, int offset, int length, VR vr) {
        return new String(bytes, offset, length, charset);
    }

    @Override
    public Encoded encode(String text, VR vr) {
        return new Encoded(text.getBytes(charset), charset.newEncoder().canEncode(text));
    }

    @Override
    public boolean hasYenSign() {
        return false;
    }
}
