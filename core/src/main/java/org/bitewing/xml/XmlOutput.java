package org.bitewing.xml;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import org.bitewing.model.Utf8Output;

/** XML text: tags, escapes, and characters in UTF-8 or in a set of one byte that holds ASCII. */
final class XmlOutput {
    /** What stands for characters that XML 1.0 (2.2) cannot hold at all. */
    private static final char REPLACEMENT = '\ufffd';

    private final Utf8Output out;
    private final boolean utf8;
    private final CharsetEncoder encoder;

    XmlOutput(OutputStream target, Charset charset) {
        this.out = new Utf8Output(target);
        this.utf8 = charset.equals(StandardCharsets.UTF_8);
        this.encoder = charset.newEncoder();
    }

    Utf8Output out() {
        return out;
    }

    /** The document's first line. */
    void declaration() throws IOException {
        raw("<?xml version=\"1.0\" encoding=\"");
        raw(encoder.charset().name());
        raw("\"?>\n");
    }

    /** ASCII as it is. */
    void raw(String text) throws IOException {
        out.text(text);
    }

    /** Begins a start tag. */
    void open(String name) throws IOException {
        out.ascii('<');
        out.text(name);
    }

    void attribute(String name, String value) throws IOException {
        out.ascii(' ');
        out.text(name);
        raw("=\"");
        text(value);
        out.ascii('"');
    }

    /** Ends a start tag that has a line of its own. */
    void openEnd() throws IOException {
        raw(">\n");
    }

    void close(String name) throws IOException {
        raw("</");
        out.text(name);
        raw(">\n");
    }

    /** An element with nothing but text in it. */
    void element(String name, String text) throws IOException {
        open(name);
        out.ascii('>');
        text(text);
        close(name);
    }

    /** Text with everything escaped that could be taken for markup or be normalized away. */
    void text(String text) throws IOException {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '<' -> raw("&lt;");
                case '>' -> raw("&gt;");
                case '&' -> raw("&amp;");
                case '"' -> raw("&quot;");
                case '\'' -> raw("&apos;");
                case '\r' -> raw("&#13;");
                case '\n' -> raw("&#10;");
                default -> {
                    if (c < 0x80) {
                        out.ascii(c >= ' ' || c == '\t' ? c : '?');
                    } else {
                        i += extended(text, i) - 1;
                    }
                }
            }
        }
    }

    /** A character beyond ASCII; gives the number of its UTF-16 units. */
    private int extended(String text, int at) throws IOException {
        int point = text.codePointAt(at);
        int units = Character.charCount(point);
        boolean allowed = point < 0xd800 || point > 0xdfff && point != 0xfffe && point != 0xffff;
        String character = allowed ? text.substring(at, at + units) : String.valueOf(REPLACEMENT);
        if (utf8) {
            out.text(character);
        } else if (encoder.canEncode(character)) {
            out.ascii((char) (encoder.encode(CharBuffer.wrap(character)).get(0) & 0xff));
        } else {
            raw("&#");
            raw(Integer.toString(character.codePointAt(0)));
            out.ascii(';');
        }
        return units;
    }

    void end() throws IOException {
        out.flush();
    }
}
