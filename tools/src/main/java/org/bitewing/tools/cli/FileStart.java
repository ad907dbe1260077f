package org.bitewing.tools.cli;

import java.io.IOException;
import java.util.Arrays;
import org.bitewing.io.ByteSource;

/** The first bytes of files, which tell what they are. */
public final class FileStart {
    private static final int PREAMBLE = 128;
    private static final byte[] PREFIX = {'D', 'I', 'C', 'M'};
    /** The header of an entry (APPNOTE 4.3.7). */
    private static final byte[] ZIP = {'P', 'K', 3, 4};
    /** The end of an archive without entries (APPNOTE 4.3.16). */
    private static final byte[] EMPTY_ZIP = {'P', 'K', 5, 6};

    private FileStart() {
    }

    /**
     * Whether a file says that it is DICOM (PS3.10 7.1).
     *
     * @param source its bytes from the start; closed
     * @return true where the prefix is behind a preamble
     * @throws IOException where it cannot be read
     */
    public static boolean isDicom(ByteSource source) throws IOException {
        byte[] start = read(source, PREAMBLE + PREFIX.length);
        return start.length == PREAMBLE + PREFIX.length
                && Arrays.equals(start, PREAMBLE, start.length, PREFIX, 0, PREFIX.length);
    }

    /**
     * Whether a file is a zip file, by its first entry or its end.
     *
     * @param source its bytes from the start; closed
     * @return true for an archive
     * @throws IOException where it cannot be read
     */
    public static boolean isZip(ByteSource source) throws IOException {
        byte[] start = read(source, ZIP.length);
        return Arrays.equals(start, ZIP) || Arrays.equals(start, EMPTY_ZIP);
    }

    /** As many bytes, or as there are. */
    private static byte[] read(ByteSource source, int count) throws IOException {
        byte[] start = new byte[count];
        int filled = 0;
        try (source) {
            int read = source.read(start, 0, count);
            while (read > 0) {
                filled += read;
                read = filled < count ? source.read(start, filled, count - filled) : -1;
            }
        }
        return Arrays.copyOf(start, filled);
    }
}
