package org.bitewing.tools.net;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Uids;
import org.bitewing.dict.Tag;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;
import org.bitewing.net.OutgoingObject;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.InputFiles;

/**
 * New instances, series, studies and patients for objects that are sent to test a peer. An object is held in memory
 * while it is sent. For one thread.
 */
final class InventedObjects {
    static final String TEXT = """
                +II   --invent-instance    invent a new SOP instance UID for every image
                                           sent
                +IR   --invent-series      [n]umber: integer (1..1000000)
                                           invent a new series UID after n images have been
                                           sent (implies --invent-instance)
                +IS   --invent-study       [n]umber: integer (1..1000000)
                                           invent a new study UID after n series have been
                                           sent (implies --invent-instance, and 100 images
                                           a series where +IR does not say otherwise)
                +IP   --invent-patient     [n]umber: integer (1..1000000)
                                           invent a new patient ID and name after n studies
                                           have been sent (implies --invent-instance, and 50
                                           series a study where +IS does not say otherwise)
            """;
    private static final int USUAL_SERIES = 100;
    private static final int USUAL_STUDY = 50;

    private final int imagesOfSeries;
    private final int seriesOfStudy;
    private final int studiesOfPatient;
    private String series = Uids.random();
    private String study = Uids.random();
    private int sent;
    private int patient = 1;

    /** Counts of 0 leave the level as it is. */
    private InventedObjects(int imagesOfSeries, int seriesOfStudy, int studiesOfPatient) {
        this.imagesOfSeries = imagesOfSeries;
        this.seriesOfStudy = seriesOfStudy;
        this.studiesOfPatient = studiesOfPatient;
    }

    /** Empty where nothing is to be invented. */
    static Optional<InventedObjects> of(CommandLine line) {
        int patient = NetworkOptions.number(line, "--invent-patient", 0);
        int study = NetworkOptions.number(line, "--invent-study", patient > 0 ? USUAL_STUDY : 0);
        int series = NetworkOptions.number(line, "--invent-series", study > 0 ? USUAL_SERIES : 0);
        return line.has("--invent-instance") || series > 0
                ? Optional.of(new InventedObjects(series, study, patient)) : Optional.empty();
    }

    /** Who an invented object is; empty for what stays as it is. */
    private record Identity(String instance, String series, String study, String patient) {
        private byte[] file(InputFiles.Input input) throws IOException {
            DataSet original = DataSetReader.read(input.open(), ReadOptions.defaults());
            DataSetBuilder builder = original.toBuilder().set(Tag.SOPInstanceUID, instance);
            if (original.contains(Tag.MediaStorageSOPInstanceUID)) {
                builder.set(Tag.MediaStorageSOPInstanceUID, instance);
            }
            if (!series.isEmpty()) {
                builder.set(Tag.SeriesInstanceUID, series);
            }
            if (!study.isEmpty()) {
                builder.set(Tag.StudyInstanceUID, study);
            }
            if (!patient.isEmpty()) {
                builder.set(Tag.PatientID, "PI" + patient).set(Tag.PatientName, "Invented^" + patient);
            }
            return Dicom.toBytes(builder.build());
        }
    }

    /** The object of a file, as a new one. */
    OutgoingObject invent(InputFiles.Input input) throws IOException {
        count();
        Identity identity = new Identity(Uids.random(), imagesOfSeries > 0 ? series : "",
                seriesOfStudy > 0 ? study : "", studiesOfPatient > 0 ? Integer.toString(patient) : "");
        return OutgoingObject.of(input.name(), () -> new ByteArrayInputStream(identity.file(input)));
    }

    private void count() {
        boolean isNewSeries = imagesOfSeries > 0 && sent > 0 && sent % imagesOfSeries == 0;
        int seriesSent = imagesOfSeries > 0 ? sent / imagesOfSeries : 0;
        boolean isNewStudy = isNewSeries && seriesOfStudy > 0 && seriesSent % seriesOfStudy == 0;
        if (isNewSeries) {
            series = Uids.random();
        }
        if (isNewStudy) {
            study = Uids.random();
            if (studiesOfPatient > 0 && seriesSent / seriesOfStudy % studiesOfPatient == 0) {
                patient++;
            }
        }
        sent++;
    }
}
