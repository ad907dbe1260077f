package org.bitewing.tools.view;

import java.io.IOException;
import java.util.Arrays;
import org.bitewing.io.ByteSource;

/** The first bytes of files, which tell what they are. */
final class FileStart {
    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** The end of an archive without entries (APPNOTE 4.3.16). */
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private FileStart() {
    }

    /** Whether a file says that it is DICOM (PS3.10 7.1); one that cannot be read does not. */
    static boolean isDicom(Place place) {
        byte[] start = of(place, PREAMBLE + PREFIX.length);
        return start.length == PREAMBLE + PREFIX.length
                && Arrays.equals(start, PREAMBLE, start.length, PREFIX, 0, PREFIX.length);
    }

    static boolean isZip(Place place) {
        byte[] start = of(place, ZIP.length);
        return Arrays.equals(start, ZIP) || Arrays.equals(start, EMPTY_ZIP);
    }

    private static byte[] of(Place place, int count) {
        byte[] start = new byte[count];
        int filled = 0;
        try (ByteSource source = place.open()) {
            int read = source.read(start, 0, count);
            while (read > 0) {
                filled += read;
                read = filled < count ? source.read(start, filled, count - filled) : -1;
            }
        } catch (IOException | RuntimeException e) {
            // Said by whoever reads all of it.
            filled = 0;
        }
        return Arrays.copyOf(start, filled);
    }
}
