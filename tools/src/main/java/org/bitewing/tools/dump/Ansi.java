package org.bitewing.tools.dump;

/** Colors of a terminal (ECMA-48), in the pairs of codes that DCMTK uses. */
final class Ansi {
    static final String DARK = "\u001b[1m\u001b[30m";
    static final String WHITE = "\u001b[1m\u001b[37m";
    static final String BRIGHT_GREEN = "\u001b[1m\u001b[32m";
    static final String BRIGHT_YELLOW = "\u001b[1m\u001b[33m";
    static final String RED = "\u001b[22m\u001b[31m";
    static final String GREEN = "\u001b[22m\u001b[32m";
    static final String YELLOW = "\u001b[22m\u001b[33m";
    static final String MAGENTA = "\u001b[22m\u001b[35m";
    static final String CYAN = "\u001b[22m\u001b[36m";
    static final String RESET = "\u001b[0m";

    private Ansi() {
    }
}
