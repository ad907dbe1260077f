package org.bitewing.io;

import org.bitewing.DicomException;
import org.bitewing.Location;

/** Bounds the file meta information that is held in memory while a file is written. */
final class FileMetaSize {
    /** Private information (0002,0102) may be of any size; of a reasonable one, it is a few KiB. */
    private static final long MOST = 16L << 20;
    private static final int ELEMENT = 64;

    private long size;

    void add(long length, Location location) {
        size += ELEMENT + length;
        if (size > MOST) {
            throw new DicomException(DicomException.Kind.LIMIT,
                    "the file meta information takes more than " + MOST + " bytes", location, length, -1);
        }
    }
}
