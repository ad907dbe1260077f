package org.bitewing.tools.station.rules;

import java.util.Set;

/** The keys of a series summary that a condition may name. Every other name is that of an element. */
public final class SummaryKeys {
    /** The types of the series, as its rules gave them. */
    public static final String TYPES = "ClassifyType";
    /** How many objects the series has. */
    public static final String FILES = "NumFiles";
    /** How many frames its objects have. */
    public static final String FRAMES = "NumFrames";

    /** Facts of a whole series. Conditions on them are decided when all objects are known. */
    public static final Set<String> SERIES = Set.of(TYPES, FILES, FRAMES);

    /** Facts of an object that are not just an element by its keyword. */
    public static final Set<String> OBJECT = Set.of("IncomingConnection", "Modality", "SoftwareVersion", "SequenceType",
            "PulseSequenceName", "SliceSpacing", "AcquisitionLength", "ActiveCoils", "Slices", "OSLevel",
            "Private0019_105a", "Private0019_10BB", "Private0043_1039", "siemensUUID", "NumSlices", "MeasID",
            "PhaseEncodingDirectionPositive", "StudyDescription");

    private SummaryKeys() {
    }
}
