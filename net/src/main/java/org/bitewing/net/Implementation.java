package org.bitewing.net;

/** Who we are in negotiation (PS3.7 D.3.3.2) and in the files that we write (PS3.10 7.1). */
final class Implementation {
    static final String CLASS_UID = "2.25.312804060119838734181545495975360450170";
    static final String VERSION_NAME = "BITEWING_010";

    private Implementation() {
    }
}
