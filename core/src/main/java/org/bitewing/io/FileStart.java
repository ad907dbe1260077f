package org.bitewing.io;

import java.io.IOException;
import org.bitewing.dict.VR;

/**
 * What the first bytes of a file tell: whether there is a preamble and meta information (PS3.10 7.1), and how a data
 * set whose transfer syntax nobody names is encoded.
 */
final class FileStart {
    /** PS3.10 7.1: 128 bytes for the application, then "DICM". */
    static final int PREAMBLE = 128;

    private FileStart() {
    }

    /** Whether "DICM" stands behind a preamble. */
    static boolean hasPreamble(Window window) throws IOException {
        return window.require(PREAMBLE + 4) && isPrefix(window, PREAMBLE);
    }

    /** Whether "DICM" stands at an index, without the preamble before it that PS3.10 7.1 wants. */
    static boolean isPrefix(Window window, int index) throws IOException {
        return window.require(index + 4) && window.unsignedByte(index) == 'D' && window.unsignedByte(index + 1) == 'I'
                && window.unsignedByte(index + 2) == 'C' && window.unsignedByte(index + 3) == 'M';
    }

    /** Whether an element of group 0002 comes next, in little endian or, against PS3.10 7.1, in big endian. */
    static boolean isFileMeta(Window window) throws IOException {
        if (!window.require(8)) {
            return false;
        }
        int first = window.unsignedByte(0);
        int second = window.unsignedByte(1);
        return first == 2 && second == 0 || first == 0 && second == 2 && hasVR(window);
    }

    /**
     * The encoding of the element that comes next. A known VR behind the tag means explicit VR. The byte order is
     * that in which the group number is the smaller one: groups of real data sets begin at 0008, and 0x0800 is not
     * in use.
     */
    static TransferSyntax detect(Window window) throws IOException {
        if (!window.require(6)) {
            return TransferSyntax.EXPLICIT_LITTLE;
        }
        int little = window.unsignedByte(0) | window.unsignedByte(1) << 8;
        int big = window.unsignedByte(0) << 8 | window.unsignedByte(1);
        boolean isBig = little > 0xff && big <= 0xff;
        if (hasVR(window)) {
            return isBig ? TransferSyntax.EXPLICIT_BIG : TransferSyntax.EXPLICIT_LITTLE;
        }
        return isBig ? IMPLICIT_BIG : TransferSyntax.IMPLICIT_LITTLE;
    }

    /** Not a syntax of the standard; data of the time before DICOM (ACR-NEMA) comes in it. */
    static final TransferSyntax IMPLICIT_BIG = new TransferSyntax("", false, true, false, false);

    /** Whether the bytes behind the tag that comes next are a VR of PS3.5 6.2. */
    static boolean hasVR(Window window) throws IOException {
        return window.require(6) && VR.isKnown(window.unsignedByte(4) << 8 | window.unsignedByte(5));
    }

    /** Whether an item or a delimiter comes next, which has no VR in any syntax (PS3.5 7.5). */
    private static boolean isDelimiter(Window window) {
        int first = window.unsignedByte(0);
        int second = window.unsignedByte(1);
        return first == 0xfe && second == 0xff || first == 0xff && second == 0xfe;
    }

    /**
     * Whether what comes next contradicts the transfer syntax that is named: it is clearly explicit where implicit is
     * said, or the reverse. A length in implicit VR never looks like two letters unless the value is over 16 KiB.
     */
    static boolean contradicts(Window window, TransferSyntax named, long remaining) throws IOException {
        if (!window.require(8) || named.deflated() || isDelimiter(window)) {
            return false;
        }
        boolean letters = hasVR(window);
        long implicitLength = window.unsignedByte(4) | window.unsignedByte(5) << 8 | window.unsignedByte(6) << 16
                | (long) window.unsignedByte(7) << 24;
        if (named.explicit()) {
            int first = window.unsignedByte(4);
            int second = window.unsignedByte(5);
            boolean printable = first > ' ' && first < 0x7f && second > ' ' && second < 0x7f;
            return !letters && !printable && implicitLength < Math.min(remaining, 1 << 14)
                    && window.unsignedByte(0) != 0 && !named.bigEndian();
        }
        return letters && implicitLength > remaining - 8;
    }
}
