package org.bitewing.tools.station;

import java.nio.file.Path;
import org.bitewing.tools.zip.ZipEntryFile;

/** What a scan finds. */
sealed interface ScanInput {

    /** As it is told. */
    String name();

    /** A file. */
    record OfFile(Path path) implements ScanInput {
        @Override
        public String name() {
            return path.toString();
        }
    }

    /** An entry of a zip file that is open until the entry was read. */
    record OfZip(ZipEntryFile file) implements ScanInput {
        @Override
        public String name() {
            return file.name();
        }
    }
}
