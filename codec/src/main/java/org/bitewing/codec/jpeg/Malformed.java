package org.bitewing.codec.jpeg;

import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;

/** Makes the errors of this package: what is wrong, and at which byte of the JPEG stream. */
final class Malformed {
    private Malformed() {
    }

    /**
     * An error in a stream.
     *
     * @param reason what is wrong
     * @param offset bytes from the start of the stream
     */
    static DicomException at(int offset, String reason) {
        return new DicomException(reason, new Location("JPEG stream", offset, TagPath.ROOT));
    }
}
