package org.bitewing.tools.dump;

import java.util.Set;
import org.bitewing.data.Item;
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
        return record.text(Tag.ReferencedFileID).map(file -> "  refFileID=\"" + file + "\"").orElse("");
    }

    static String typeOf(Item record) {
        String type = record.text(Tag.DirectoryRecordType).orElse(PRIVATE);
        return TYPES.contains(type) ? type : PRIVATE;
    }
}
