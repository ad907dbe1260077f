package org.bitewing.xml;

import java.io.IOException;
import org.bitewing.model.TextSource;

/**
 * A document type declaration, skipped: documents of DCMTK have one. Nothing in it has an effect, and what could have
 * one, an entity, is refused.
 */
final class XmlDocumentType {
    private final TextSource source;
    private final XmlCharacters characters;

    XmlDocumentType(TextSource source, XmlCharacters characters) {
        this.source = source;
        this.characters = characters;
    }

    /** Behind {@code <!}, at the D of DOCTYPE. */
    void skip() throws IOException {
        keyword("DOCTYPE");
        skipTo('[');
        if (source.peek() == '[') {
            source.read();
            subset();
            characters.afterSpace();
        }
        characters.expect(source.peek(), '>');
    }

    private void keyword(String expected) throws IOException {
        if (!characters.name().equals(expected)) {
            throw source.error(expected + " is expected here");
        }
    }

    /** Stops at {@code >} or the other character, outside quotation marks. */
    private void skipTo(char other) throws IOException {
        for (int c = source.peek(); c != '>' && c != other; c = source.peek()) {
            if (c == '"' || c == '\'') {
                skipQuoted(c);
            } else if (c == TextSource.END || c == '<') {
                throw source.error("a document type that does not end");
            } else {
                source.read();
            }
        }
    }

    private void skipQuoted(int quote) throws IOException {
        source.read();
        for (int c = source.read(); c != quote; c = source.read()) {
            if (c == TextSource.END) {
                throw source.error("XML that ends too early");
            }
        }
    }

    private void subset() throws IOException {
        for (int c = characters.afterSpace(); c != ']'; c = characters.afterSpace()) {
            if (c != '<') {
                throw source.error(c == '%' ? "entities are refused" : "a declaration is expected here");
            }
            source.read();
            if (source.peek() == '?') {
                characters.skipInstruction();
                continue;
            }
            characters.expect(source.peek(), '!');
            if (source.peek() == '-') {
                characters.skipComment();
                continue;
            }
            if (characters.name().equals("ENTITY")) {
                throw source.error("entities are refused");
            }
            skipTo('>');
            source.read();
        }
        source.read();
    }
}
