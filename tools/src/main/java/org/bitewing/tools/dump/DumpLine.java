package org.bitewing.tools.dump;

import java.io.IOException;

/** The shape of a line: columns, or a tree. A line is started, its value written to the output, and ended. */
interface DumpLine {
    /** What a line is about; it decides colors. */
    enum Kind {
        /** An element with a value, or encapsulated pixel data. */
        ELEMENT,
        /** A sequence. */
        SEQUENCE,
        /** An item, a fragment or a delimiter. */
        ITEM
    }

    /** A headline, and the transfer syntax below it unless it is empty. */
    void header(String title, String transferSyntax) throws IOException;

    void start(int depth, int tag, String vr, String name, Kind kind) throws IOException;

    /** The value begins; information is what stands in parentheses instead of one. */
    void value(boolean information) throws IOException;

    void end(long length, long multiplicity, String name) throws IOException;

    /** A line of its own below an item. */
    void note(int depth, String text) throws IOException;
}
