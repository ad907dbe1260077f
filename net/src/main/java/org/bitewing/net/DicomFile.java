package org.bitewing.net;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Objects;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.Tag;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DicomParser;
import org.bitewing.io.Event;
import org.bitewing.io.ReadOptions;

/**
 * What has to be known of a file to send its data set as it is: read from its head, with or without file meta
 * information (PS3.10 7.1).
 *
 * @param sopClassUid       from the data set, else from the meta information
 * @param sopInstanceUid    from the data set, else from the meta information
 * @param transferSyntaxUid as named, or detected where there is no meta information
 * @param dataSetStart      where the data set begins, in bytes
 */
record DicomFile(String sopClassUid, String sopInstanceUid, String transferSyntaxUid, long dataSetStart) {

    /** What is read: as far as the two UIDs, unless the data set lacks them. */
    private static final ReadOptions HEAD = ReadOptions.defaults().stopBefore(Tag.SOPInstanceUID + 1);

    DicomFile {
        Objects.requireNonNull(sopClassUid, "sopClassUid");
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
        Objects.requireNonNull(transferSyntaxUid, "transferSyntaxUid");
    }

    static DicomFile of(Path path) throws IOException {
        return of(ByteSource.of(path));
    }

    /**
     * Reads the head and closes the source.
     *
     * @throws DicomException where it is not DICOM, or not a SOP instance
     */
    static DicomFile of(ByteSource source) throws IOException {
        String name = source.name();
        String sopClass = "";
        String sopInstance = "";
        long start = 0;
        try (DicomParser parser = DicomParser.of(source, HEAD)) {
            for (Event event = parser.next(); event != Event.END; event = parser.next()) {
                if (parser.depth() > 0 || event != Event.ELEMENT) {
                    continue;
                }
                int tag = parser.tag();
                if (parser.inFileMeta()) {
                    start = parser.valueOffset() + parser.length();
                }
                if (tag == Tag.MediaStorageSOPClassUID || tag == Tag.SOPClassUID) {
                    sopClass = parser.ascii();
                } else if (tag == Tag.MediaStorageSOPInstanceUID || tag == Tag.SOPInstanceUID) {
                    sopInstance = parser.ascii();
                }
            }
            if (sopClass.isEmpty() || sopInstance.isEmpty()) {
                throw new DicomException("no SOP Class UID or no SOP Instance UID: not an object that can be sent",
                        Location.of(name));
            }
            return new DicomFile(sopClass, sopInstance, parser.transferSyntax().uid(), start);
        }
    }
}
