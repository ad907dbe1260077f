package org.bitewing.tools.station.folder;

import java.io.IOException;

/** The folder of a station cannot take something: it is full, or may not be written. */
public final class PlaceException extends IOException {
    private static final long serialVersionUID = 1L;

    PlaceException(IOException cause) {
        super(cause.getMessage(), cause);
    }
}
