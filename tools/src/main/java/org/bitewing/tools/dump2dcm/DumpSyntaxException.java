package org.bitewing.tools.dump2dcm;

/** A line that is no line of a dump. */
final class DumpSyntaxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int position;

    /** What is wrong, and the index of the byte in the line's array where it is. */
    DumpSyntaxException(String reason, int position) {
        super(reason, null, false, false);
        this.position = position;
    }

    int position() {
        return position;
    }
}
