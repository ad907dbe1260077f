package org.bitewing.io;

import java.io.IOException;

/** Opens the same source again, for what has to be read twice: {@code () -> Dicom.parse(path)}. */
@FunctionalInterface
public interface ParserOpener {
    /**
     * Opens the source from its start.
     *
     * @return a parser before its first event; closed by who asked for it
     * @throws IOException where the source cannot be opened
     */
    DicomParser open() throws IOException;
}
