package org.bitewing.tools.dump;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How to print.
 *
 * @param shorten    whether long values are cut at 70 bytes
 * @param uidNames   whether known UIDs print as {@code =Name}
 * @param tree       whether to print keywords and values only, {@code +T}
 * @param color      whether to color with ANSI escape codes
 * @param privateNames whether private elements have the names of the public tables
 * @param dictionaryVRs whether the VR of the dictionary prints where it has one
 * @param corrects  whether padding is left out and odd lengths are made even
 * @param quoting    what becomes of control characters and what is not ASCII
 * @param loadedMost the longest value that prints, in bytes; longer ones print {@code (not loaded)}
 * @param pixels     where pixel data goes as files, if it does
 */
record DumpOptions(boolean shorten, boolean uidNames, boolean tree, boolean color, boolean privateNames,
                   boolean dictionaryVRs, boolean corrects, Quoting quoting, long loadedMost, Optional<Path> pixels) {

    /** What becomes of control characters and what is not ASCII. */
    enum Quoting {
        /** Written as they are. */
        NONE,
        /** As {@code &#13;}, and the five characters of markup as entities. */
        XML,
        /** As {@code \015}. */
        OCTAL
    }
}
