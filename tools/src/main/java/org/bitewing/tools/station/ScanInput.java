package org.bitewing.tools.station;

import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

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
    record OfZip(Path path, ZipFile zip, ZipEntry entry) implements ScanInput {
        @Override
        public String name() {
            return path + "!/" + entry.getName();
        }
    }
}
