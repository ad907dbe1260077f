package org.bitewing.tools.dump;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.bitewing.data.Item;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;

/** The types of directory records (PS3.3 F.5); any other one is private. */
final class DirectoryRecords {
    private static final String PRIVATE = "PRIVATE";
    private static final Set<String> TYPES = Set.of("CURVE", "FILM BOX", "FILM SESSION", "IMAGE BOX", "IMAGE",
            "INTERPRETATION", "MODALITY LUT", "MRDR", "OVERLAY", "PATIENT", "PRINT QUEUE", PRIVATE, "RESULTS", "SERIES",
            "STUDY COMPONENT", "STUDY", "TOPIC", "VISIT", "VOI LUT", "SR DOCUMENT", "PRESENTATION", "WAVEFORM",
            "RT DOSE", "RT STRUCTURE SET", "RT PLAN", "RT TREAT RECORD", "STORED PRINT", "KEY OBJECT DOC",
            "REGISTRATION", "FIDUCIAL", "RAW DATA", "SPECTROSCOPY", "ENCAP DOC", "VALUE MAP", "HANGING PROTOCOL",
            "STEREOMETRIC", "HL7 STRUC DOC", "PALETTE", "IMPLANT", "IMPLANT GROUP", "IMPLANT ASSY", "MEASUREMENT",
            "SURFACE", "SURFACE SCAN", "TRACT", "ASSESSMENT", "RADIOTHERAPY", "PLAN", "ANNOTATION", "INVENTORY");

    private DirectoryRecords() {
    }

    /** What follows the offset of a record that refers to a file. */
    static String fileOf(Item record) {
        String file = text(record, Tag.ReferencedFileID);
        return file.isEmpty() ? "" : "  refFileID=\"" + file + "\"";
    }

    static String typeOf(Item record) {
        String type = text(record, Tag.DirectoryRecordType);
        return TYPES.contains(type) ? type : PRIVATE;
    }

    /** The bytes as they are, as in the line of the element itself. */
    private static String text(Item record, int tag) {
        boolean isText = record.element(tag).filter(found -> found instanceof Value).isPresent();
        return isText ? new String(record.bytes(tag), StandardCharsets.ISO_8859_1).stripTrailing() : "";
    }
}
