package org.bitewing.tools.station.series;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The keys of a summary that are just elements, and which ones. */
final class ElementFields {
    /** A line each. Most keys are keywords; of the others the rules know the name, too. */
    private static final String TABLE = """
            AccessionNumber 00080050
            AcquisitionLength 0051100a
            AcquisitionMatrix 00181310
            ActiveCoils 0051100f
            Columns 00280011
            EchoTime 00180081
            ImageOrientationPatient 00200037
            ImageType 00080008
            ImagesInAcquisition 00201002
            InstanceNumber 00200013
            InstitutionName 00080080
            Manufacturer 00080070
            ManufacturerModelName 00081090
            NumberOfTemporalPositions 00200105
            OperatorsName 00081070
            PatientID 00100020
            PatientName 00100010
            PatientSex 00100040
            PixelSpacing 00280030
            Private0019_105a 0019105a
            Private0019_10BB 001910bb
            PulseSequenceName 0019109c
            RepetitionTime 00180080
            Rows 00280010
            SOPClassUID 00080016
            ScanningSequence 00180020
            SequenceName 00180024
            SequenceType 20011020
            SequenceVariant 00180021
            SeriesDescription 0008103e
            SeriesInstanceUID 0020000e
            SeriesNumber 00200011
            SeriesTime 00080031
            SliceSpacing 00180088
            SliceThickness 00180050
            Slices 0021104f
            SoftwareVersion 00181020
            StationName 00081010
            StudyDate 00080020
            StudyDescription 00081030
            StudyID 00200010
            StudyInstanceUID 0020000d
            StudyTime 00080030
            """;

    private static final List<Field> FIELDS = new ArrayList<>();
    private static final Map<String, Integer> TAGS = new HashMap<>();

    /** A key and its element. */
    record Field(String key, int tag) {
    }

    static {
        for (String line : TABLE.split("\n")) {
            int blank = line.indexOf(' ');
            Field field = new Field(line.substring(0, blank), Integer.parseUnsignedInt(line.substring(blank + 1), 16));
            FIELDS.add(field);
            TAGS.put(field.key, field.tag);
        }
    }

    private ElementFields() {
    }

    static List<Field> all() {
        return FIELDS;
    }

    /** The element of a key; 0 where the key is no element. */
    static int tag(String key) {
        return TAGS.getOrDefault(key, 0);
    }
}
