package org.bitewing.xml;

import java.io.IOException;
import org.bitewing.DicomException;
import org.bitewing.model.TextSource;

/** The characters of an XML document: names, references, normalized line ends, and what is skipped. */
final class XmlCharacters {
    /** What {@link #next} gives where a tag or the like begins, which is not consumed. */
    static final int MARKUP = -2;
    private static final int LONGEST_NAME = 1 << 10;
    private static final int LONGEST_REFERENCE = 10;

    private final TextSource source;
    private boolean inCdata;
    /** The second half of a pair whose first was given. */
    private int low = -1;
    /** So many closing brackets of CDATA, at most two, may be its end. */
    private int brackets;
    /** So many are text that was not given yet. */
    private int settled;

    XmlCharacters(TextSource source) {
        this.source = source;
    }

    boolean isSpace(int c) {
        return c == ' ' || c == '\n' || c == '\r' || c == '\t';
    }

    /** The next character that is no space; not consumed. */
    int afterSpace() throws IOException {
        while (isSpace(source.peek())) {
            source.read();
        }
        return source.peek();
    }

    /** Consumes a character that was peeked at. */
    void expect(int c, char expected) throws IOException {
        if (c != expected) {
            throw c == TextSource.END ? ended() : source.error("'" + expected + "' is expected here");
        }
        source.read();
    }

    private void expect(String expected) throws IOException {
        for (int i = 0; i < expected.length(); i++) {
            expect(source.peek(), expected.charAt(i));
        }
    }

    /** A name, its prefix included. */
    String name() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = source.peek(); isNameCharacter(c, text.length() == 0); c = source.peek()) {
            if (text.length() == LONGEST_NAME) {
                throw source.error("a name of more than " + LONGEST_NAME + " characters");
            }
            text.append((char) source.read());
        }
        if (text.length() == 0) {
            throw source.peek() == TextSource.END ? ended() : source.error("a name is expected here");
        }
        return text.toString();
    }

    private static boolean isNameCharacter(int c, boolean first) {
        if (c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c == '_' || c == ':' || c >= 0xc0) {
            return true;
        }
        return !first && (c >= '0' && c <= '9' || c == '-' || c == '.' || c == 0xb7);
    }

    /** The value of an attribute, in quotes of either kind. */
    String quoted() throws IOException {
        int quote = source.peek();
        if (quote != '"' && quote != '\'') {
            throw quote == TextSource.END ? ended() : source.error("a quotation mark is expected here");
        }
        source.read();
        StringBuilder text = new StringBuilder();
        while (low >= 0 || source.peek() != quote) {
            if (low < 0 && source.peek() == '<') {
                throw source.error("'<' has no place in an attribute");
            }
            boolean literal = low < 0 && isSpace(source.peek());
            int c = next();
            if (c < 0) {
                throw ended();
            }
            source.checkLength(text.length());
            // A space of any kind that is written as such is a blank (XML 3.3.3).
            text.append(literal ? ' ' : (char) c);
        }
        source.read();
        return text.toString();
    }

    /** The next UTF-16 unit of text, or {@link #MARKUP}. */
    int next() throws IOException {
        if (low >= 0) {
            int unit = low;
            low = -1;
            return unit;
        }
        if (settled == 0 && (brackets > 0 || inCdata && source.peek() == ']')) {
            readBrackets();
        }
        if (settled > 0) {
            settled--;
            return ']';
        }
        int c = source.peek();
        if (c == TextSource.END) {
            throw ended();
        }
        if (c == '<' && !inCdata) {
            return MARKUP;
        }
        if (c < ' ' && !isSpace(c) || c == 0xfffe || c == 0xffff) {
            throw source.error("a character that XML 1.0 does not have");
        }
        source.read();
        if (c == '&' && !inCdata) {
            return reference();
        }
        if (c != '\r') {
            return c;
        }
        if (source.peek() == '\n') {
            source.read();
        }
        return '\n';
    }

    private DicomException ended() {
        return source.error("XML that ends too early");
    }

    // ---- references ----------------------------------------------------------------------------------------------

    private int reference() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = source.peek(); c != ';'; c = source.peek()) {
            if (c == TextSource.END || text.length() == LONGEST_REFERENCE || c == '<' || c == '&') {
                throw source.error("a reference that does not end with ';'");
            }
            text.append((char) source.read());
        }
        String name = text.toString();
        int point = switch (name) {
            case "lt" -> '<';
            case "gt" -> '>';
            case "amp" -> '&';
            case "quot" -> '"';
            case "apos" -> '\'';
            default -> name.startsWith("#") ? number(name) : -1;
        };
        if (point < 0) {
            throw source.error("a reference to something that XML does not have, and no document may declare here");
        }
        source.read();
        if (point > 0xffff) {
            low = Character.lowSurrogate(point);
            return Character.highSurrogate(point);
        }
        return point;
    }

    /** The character of {@code #10} or {@code #xA}; -1 where XML 1.0 (2.2) has none. */
    private static int number(String name) {
        boolean isHexadecimal = name.startsWith("#x");
        int radix = isHexadecimal ? 16 : 10;
        int point = 0;
        int start = isHexadecimal ? 2 : 1;
        for (int i = start; i < name.length(); i++) {
            int digit = name.charAt(i) < 0x80 ? Character.digit(name.charAt(i), radix) : -1;
            if (digit < 0 || point > Character.MAX_CODE_POINT) {
                return -1;
            }
            point = point * radix + digit;
        }
        boolean valid = point >= ' ' && point < 0xd800 || point == '\n' || point == '\r' || point == '\t'
                || point > 0xdfff && point <= Character.MAX_CODE_POINT && point != 0xfffe && point != 0xffff;
        return valid && start < name.length() ? point : -1;
    }

    // ---- what is no text -----------------------------------------------------------------------------------------

    /** Behind {@code <!}: text follows that has no markup. */
    void startCdata() throws IOException {
        expect("[CDATA[");
        inCdata = true;
    }

    /** At a bracket in CDATA: the last two of a row end it if {@code >} follows; the others are text. */
    private void readBrackets() throws IOException {
        while (source.peek() == ']') {
            source.read();
            brackets++;
            if (brackets > 2) {
                brackets--;
                settled = 1;
                return;
            }
        }
        if (brackets == 2 && source.peek() == '>') {
            source.read();
            inCdata = false;
        } else {
            settled = brackets;
        }
        brackets = 0;
    }

    /** At {@code ?}: skips to {@code ?>}. */
    void skipInstruction() throws IOException {
        source.read();
        skipBehind("?>");
    }

    /** At the first {@code -} of a comment: skips to its end. */
    void skipComment() throws IOException {
        expect("--");
        skipBehind("--");
        expect(source.peek(), '>');
    }

    /** Skips text up to and with an end of two characters. */
    void skipBehind(String end) throws IOException {
        int before = -1;
        for (int c = source.read(); ; c = source.read()) {
            if (c == TextSource.END) {
                throw ended();
            }
            if (before == end.charAt(0) && c == end.charAt(1)) {
                return;
            }
            before = c;
        }
    }
}
