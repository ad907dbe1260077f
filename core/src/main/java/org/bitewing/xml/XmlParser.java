package org.bitewing.xml;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;
import org.bitewing.dict.TagPath;
import org.bitewing.model.Base64Decoder;
import org.bitewing.model.TextSource;

/**
 * A pull parser of XML 1.0 as far as data needs it: elements, attributes, text, CDATA, comments, processing
 * instructions. A document type is skipped unread, and refused where it declares an entity; the five entities of XML
 * 4.6 are the only ones there are. Names are given without prefix. Nesting is a list, and text stays in the stream
 * until somebody takes it. For one thread.
 */
final class XmlParser {
    /** An item takes three levels of elements, and a value in it two. */
    private static final int LEVELS_OF_AN_ITEM = 3;
    private static final int LEVELS_OF_THE_REST = 8;
    private static final int MOST_ATTRIBUTES = 64;

    private final TextSource source;
    private final XmlCharacters characters;
    private final int deepest;
    private final Deque<String> open = new ArrayDeque<>();
    private final Map<String, String> attributes = new LinkedHashMap<>();
    private String name = "";
    /** The element at hand is {@code <like/>} this, and its end comes from nowhere. */
    private boolean isEmpty;
    private boolean rootSeen;

    XmlParser(TextSource source) {
        this.source = source;
        this.characters = new XmlCharacters(source);
        this.deepest = LEVELS_OF_AN_ITEM * source.limits().depth() + LEVELS_OF_THE_REST;
    }

    /** The element at hand, without prefix. */
    String name() {
        return name;
    }

    Optional<String> attribute(String wanted) {
        return Optional.ofNullable(attributes.get(wanted));
    }

    String attributeOr(String wanted, String otherwise) {
        return attributes.getOrDefault(wanted, otherwise);
    }

    /** Whether the element at hand declares a namespace to be its own. */
    boolean hasNamespace(String wanted) {
        String qualified = open.getFirst();
        int colon = qualified.indexOf(':');
        return wanted.equals(attributes.get(colon < 0 ? "xmlns" : "xmlns:" + qualified.substring(0, colon)));
    }

    // ---- structure -----------------------------------------------------------------------------------------------

    /**
     * Goes to the next child of the innermost open element, or to its end.
     *
     * @return true where a child begins; false where the element has ended
     */
    boolean nextChild() throws IOException {
        if (isEmpty) {
            isEmpty = false;
            open.pop();
            return false;
        }
        for (int c = characters.afterSpace(); ; c = characters.afterSpace()) {
            if (c == TextSource.END) {
                if (open.isEmpty() && rootSeen) {
                    return false;
                }
                throw source.error("XML that ends too early");
            }
            if (c != '<') {
                throw source.error("text has no place here");
            }
            source.mark();
            source.read();
            switch (source.peek()) {
                case '/' -> {
                    return end();
                }
                case '?' -> characters.skipInstruction();
                case '!' -> {
                    source.read();
                    declaration();
                }
                default -> {
                    return start();
                }
            }
        }
    }

    /** A comment or a document type; CDATA is text, which has no place here. */
    private void declaration() throws IOException {
        if (source.peek() == '-') {
            characters.skipComment();
        } else if (source.peek() == 'D' && !rootSeen) {
            new XmlDocumentType(source, characters).skip();
        } else {
            throw source.errorAtMark(DicomException.Kind.SYNTAX, "this has no place here", TagPath.ROOT);
        }
    }

    private boolean end() throws IOException {
        source.read();
        String qualified = characters.name();
        if (open.isEmpty() || !open.getFirst().equals(qualified)) {
            throw source.errorAtMark(DicomException.Kind.SYNTAX, open.isEmpty() ? "an end tag has no start tag"
                    : "the end tag of " + open.getFirst() + " is expected here", TagPath.ROOT);
        }
        characters.expect(characters.afterSpace(), '>');
        open.pop();
        return false;
    }

    private boolean start() throws IOException {
        if (open.isEmpty() && rootSeen) {
            throw source.error("a document has one root element");
        }
        if (open.size() == deepest) {
            throw source.errorAtMark(DicomException.Kind.LIMIT, "XML that is nested deeper than Limits.depth "
                    + source.limits().depth() + " allows", TagPath.ROOT);
        }
        String qualified = characters.name();
        rootSeen = true;
        name = local(qualified);
        readAttributes();
        open.push(qualified);
        isEmpty = source.peek() == '/';
        if (isEmpty) {
            source.read();
        }
        characters.expect(source.peek(), '>');
        return true;
    }

    private static String local(String qualified) {
        return qualified.substring(qualified.indexOf(':') + 1);
    }

    private void readAttributes() throws IOException {
        attributes.clear();
        boolean spaced = characters.isSpace(source.peek());
        for (int c = characters.afterSpace(); c != '>' && c != '/'; c = characters.afterSpace()) {
            if (!spaced) {
                throw source.error("a space is expected here");
            }
            String key = characters.name();
            characters.expect(characters.afterSpace(), '=');
            characters.afterSpace();
            String value = characters.quoted();
            if (attributes.size() == MOST_ATTRIBUTES || attributes.put(key, value) != null) {
                throw source.errorAtMark(DicomException.Kind.SYNTAX, "the attribute " + key + " is there twice, or one"
                        + " of more than " + MOST_ATTRIBUTES, TagPath.ROOT);
            }
            spaced = characters.isSpace(source.peek());
        }
    }

    // ---- content -------------------------------------------------------------------------------------------------

    /** The text of the element at hand, which has no children, and has ended then. */
    String text() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = character(); c >= 0; c = character()) {
            source.checkLength(text.length());
            text.append((char) c);
        }
        return text.toString();
    }

    /** The bytes of the element at hand, in Base64 with spaces where they please. */
    BulkData base64(Base64Decoder decoder) throws IOException {
        for (int c = character(); c >= 0; c = character()) {
            if (!characters.isSpace(c) && !decoder.add(c)) {
                throw source.error("Base64 (RFC 4648) with a character that cannot stand here");
            }
        }
        if (!decoder.isComplete()) {
            throw source.error("Base64 (RFC 4648) that ends too early, or not as it should");
        }
        return decoder.data();
    }

    /**
     * The next character of the element at hand.
     *
     * @return a UTF-16 unit, or -1 where the element has ended
     */
    int character() throws IOException {
        if (isEmpty) {
            isEmpty = false;
            open.pop();
            return -1;
        }
        while (true) {
            int c = characters.next();
            if (c != XmlCharacters.MARKUP) {
                return c;
            }
            source.read();
            switch (source.peek()) {
                case '/' -> {
                    end();
                    return -1;
                }
                case '?' -> characters.skipInstruction();
                case '!' -> {
                    source.read();
                    if (source.peek() == '-') {
                        characters.skipComment();
                    } else {
                        characters.startCdata();
                    }
                }
                default -> throw source.error("an element has no place in this text");
            }
        }
    }

    /** Skips what is in the element at hand. */
    void skip() throws IOException {
        int outside = open.size() - 1;
        while (open.size() > outside) {
            if (isEmpty) {
                nextChild();
            } else {
                skipPiece();
            }
        }
    }

    /** A piece of text, or a tag. */
    private void skipPiece() throws IOException {
        int c = characters.next();
        if (c != XmlCharacters.MARKUP) {
            return;
        }
        source.mark();
        source.read();
        switch (source.peek()) {
            case '/' -> end();
            case '?' -> characters.skipInstruction();
            case '!' -> {
                source.read();
                if (source.peek() == '-') {
                    characters.skipComment();
                } else {
                    characters.startCdata();
                }
            }
            default -> start();
        }
    }

    /** An error at the character behind the last one. */
    DicomException wrongCharacter(String expected) {
        return source.error(expected + " are expected here");
    }

    /** An error at the tag at hand. */
    DicomException wrong(String reason) {
        return source.errorAtMark(DicomException.Kind.VALUE, reason, TagPath.ROOT);
    }
}
