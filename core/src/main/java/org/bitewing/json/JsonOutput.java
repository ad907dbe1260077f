package org.bitewing.json;

import java.io.IOException;
import java.io.OutputStream;
import org.bitewing.model.Utf8Output;

/** JSON text (RFC 8259) in UTF-8: commas, indentation and escapes. Nesting is a number, not recursion. */
final class JsonOutput {
    private static final String HEXADECIMAL = "0123456789abcdef";

    private final Utf8Output out;
    private final boolean indented;
    private int depth;
    private boolean first = true;
    private boolean named;

    JsonOutput(OutputStream target, boolean indented) {
        this.out = new Utf8Output(target);
        this.indented = indented;
    }

    Utf8Output out() {
        return out;
    }

    void open(char bracket) throws IOException {
        before();
        out.ascii(bracket);
        depth++;
        first = true;
    }

    /** An empty pair of brackets stays in its line, except for a whole data set. */
    void close(char bracket) throws IOException {
        depth--;
        if (!first || depth == 0) {
            line();
        }
        out.ascii(bracket);
        first = false;
    }

    void name(String name) throws IOException {
        before();
        quoted(name);
        out.ascii(':');
        if (indented) {
            out.ascii(' ');
        }
        named = true;
    }

    void string(String text) throws IOException {
        before();
        quoted(text);
    }

    /** A number or a word. */
    void bare(String text) throws IOException {
        before();
        out.text(text);
    }

    /** Begins a string of which the caller writes the characters to {@link #out} and then calls {@link #quote}. */
    void startString() throws IOException {
        before();
        quote();
    }

    void quote() throws IOException {
        out.ascii('"');
    }

    void end() throws IOException {
        if (indented) {
            out.ascii('\n');
        }
        out.flush();
    }

    private void before() throws IOException {
        if (named) {
            named = false;
            return;
        }
        if (!first) {
            out.ascii(',');
        }
        if (depth > 0) {
            line();
        }
        first = false;
    }

    private void line() throws IOException {
        if (indented) {
            out.ascii('\n');
            for (int i = 0; i < depth; i++) {
                out.ascii(' ');
                out.ascii(' ');
            }
        }
    }

    private void quoted(String text) throws IOException {
        quote();
        int start = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' ' || c == '"' || c == '\\') {
                out.text(text.substring(start, i));
                escape(c);
                start = i + 1;
            }
        }
        out.text(start == 0 ? text : text.substring(start));
        quote();
    }

    private void escape(char c) throws IOException {
        int letter = "\b\f\n\r\t".indexOf(c);
        out.ascii('\\');
        if (letter >= 0) {
            out.ascii("bfnrt".charAt(letter));
        } else if (c >= ' ') {
            out.ascii(c);
        } else {
            out.text("u00");
            out.ascii(HEXADECIMAL.charAt(c >> 4));
            out.ascii(HEXADECIMAL.charAt(c & 15));
        }
    }
}
