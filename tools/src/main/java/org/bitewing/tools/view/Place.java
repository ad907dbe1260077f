package org.bitewing.tools.view;

import java.io.IOException;
import java.nio.file.Path;
import org.bitewing.io.ByteSource;
import org.bitewing.tools.cli.FileStart;
import org.bitewing.tools.zip.ZipEntryFile;

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

    /** Whether the file says that it is DICOM; one that cannot be read does not. */
    default boolean isDicom() {
        try {
            return FileStart.isDicom(open());
        } catch (IOException | RuntimeException e) {
            // Said by whoever reads all of it.
            return false;
        }
    }

    /** Whether the file is a zip file; one that cannot be read is none. */
    default boolean isZip() {
        try {
            return FileStart.isZip(open());
        } catch (IOException | RuntimeException e) {
            return false;
        }
    }

    /** A file of its own. */
    record OfFile(Path path, String name) implements Place {
        @Override
        public ByteSource open() throws IOException {
            return ByteSource.of(path);
        }
    }

    /** An entry of a zip file. */
    record OfZip(ZipEntryFile file) implements Place {
        @Override
        public String name() {
            return file.name();
        }

        @Override
        public ByteSource open() throws IOException {
            return file.open();
        }

        @Override
        public ByteSource openWhole() throws IOException {
            return file.openWhole();
        }
    }
}
