package org.bitewing.io;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.bitewing.dict.Tag;

/** What a parser says, in lines that read well in an assertion; for tests. */
final class Events {
    private Events() {
    }

    /** {@code (0010,0010) PN 6 4142...} for an element, {@code (0008,1140) SQ u {} for a sequence, and so on. */
    static List<String> of(DicomParser parser) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Event event = parser.next(); event != Event.END; event = parser.next()) {
            lines.add(line(parser, event));
        }
        return lines;
    }

    static List<String> of(byte[] bytes) throws IOException {
        return of(bytes, ReadOptions.defaults());
    }

    static List<String> of(byte[] bytes, ReadOptions options) throws IOException {
        return of(DicomParser.of(ByteSource.of(bytes), options));
    }

    private static String line(DicomParser parser, Event event) throws IOException {
        String length = parser.length() == DicomParser.UNDEFINED_LENGTH ? "u" : "" + parser.length();
        String letters = "" + (char) (parser.vrCode() >> 8) + (char) (parser.vrCode() & 0xff);
        return switch (event) {
            case ELEMENT -> Tag.toString(parser.tag()) + " " + letters + " " + HexFormat.of().formatHex(parser.value());
            case SEQUENCE_START -> Tag.toString(parser.tag()) + " " + letters + " " + length + " {";
            case SEQUENCE_END -> "}";
            case ITEM_START -> "item " + length + " <";
            case ITEM_END -> ">";
            case FRAGMENTS_START -> Tag.toString(parser.tag()) + " " + letters + " fragments [";
            case FRAGMENT -> "fragment " + HexFormat.of().formatHex(parser.value());
            case FRAGMENTS_END -> "]";
            case END -> throw new AssertionError("the loop ends at the end");
        };
    }
}
