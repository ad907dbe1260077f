package org.bitewing.tools.view;

import java.io.IOException;
import java.nio.file.Path;
import org.bitewing.io.ByteSource;

/** Where the bytes of a file are: kept for every image, and so a small one. Safe for threads. */
interface Place {
    /** As people know it: below the folder or archive that was given. Any text, fit for being shown only. */
    String name();

    /** The bytes once, from the start: for reading the head. */
    ByteSource open() throws IOException;

    /** The bytes, values that stay in place among them: for looking at all of it. */
    default ByteSource openWhole() throws IOException {
        return open();
    }

    /** A file of its own. */
    record OfFile(Path path, String name) implements Place {
        @Override
        public ByteSource open() throws IOException {
            return ByteSource.of(path);
        }
    }
}
