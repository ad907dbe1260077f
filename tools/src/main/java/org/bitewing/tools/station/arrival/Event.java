package org.bitewing.tools.station.arrival;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.station.folder.Folders;
import org.bitewing.tools.station.journal.JsonFields;

/**
 * What an action is told: JSON on its standard input, its environment, and values in place of marks in its words.
 *
 * @param attempt which action, and for what
 * @param folders where things are
 */
record Event(Attempt attempt, Folders folders) {

    private Completion completion() {
        return attempt.completion();
    }

    private Subject subject() {
        return completion().subject();
    }

    /** The folder with links to the objects. */
    Path directory() {
        return subject().isStudy() ? folders.raw(subject().study())
                : folders.raw(subject().study(), subject().series());
    }

    private Path summary() {
        return subject().isStudy() ? folders.studySummary(subject().study())
                : folders.seriesSummary(subject().study(), subject().series());
    }

    /** The one who sent first by order; a completion from the folder alone may have none. */
    private Peer peer() {
        return completion().peers().isEmpty() ? new Peer("", "", "") : completion().peers().get(0);
    }

    JsonObject json() throws IOException {
        JsonFields members = JsonFields.with("event", completion().id()).and("kind", subject().kind())
                .and("StudyInstanceUID", subject().study());
        if (!subject().isStudy()) {
            members.and("SeriesInstanceUID", subject().series());
        }
        return members.and("round", completion().round()).and("late", completion().isLate())
                .and("attempt", attempt.number()).and("repeated", attempt.isRepeated())
                .and("peers", Peer.json(completion().peers())).and("directory", directory().toString())
                .and("archive", folders.archive(subject().study()).toString()).and("summary", summaryJson()).object();
    }

    private JsonValue summaryJson() throws IOException {
        try (InputStream in = Files.newInputStream(summary())) {
            return JsonDocument.read(in, "summary", Limits.defaults()).root();
        } catch (DicomException e) {
            throw new IOException("the summary is damaged: " + e.reason(), e);
        }
    }

    Map<String, String> environment() {
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("DICOM_EVENT", subject().kind());
        environment.put("DICOM_EVENT_ID", completion().id());
        environment.put("DICOM_ROUND", Integer.toString(completion().round()));
        environment.put("DICOM_LATE", Boolean.toString(completion().isLate()));
        environment.put("DICOM_ATTEMPT", Integer.toString(attempt.number()));
        environment.put("DICOM_DIRECTORY", directory().toString());
        environment.put("DICOM_SUMMARY", summary().toString());
        environment.put("DICOM_CALLING_AE_TITLE", peer().caller());
        environment.put("DICOM_CALLED_AE_TITLE", peer().called());
        environment.put("DICOM_PEER", peer().address());
        environment.put("DICOM_STUDY_INSTANCE_UID", subject().study());
        environment.put("DICOM_SERIES_INSTANCE_UID", subject().series());
        return environment;
    }

    /** Values by the marks of {@code storescp} and of the station's forerunner. */
    Map<String, String> marks() {
        Map<String, String> marks = new LinkedHashMap<>();
        marks.put("#p", directory().toString());
        marks.put("#a", peer().caller());
        marks.put("#c", peer().called());
        marks.put("#r", peer().address());
        marks.put("@StudyInstanceUID@", subject().study());
        marks.put("@SeriesInstanceUID@", subject().series());
        marks.put("@PATH@", directory().toString());
        marks.put("@DESCRIPTION@", summary().toString());
        marks.put("@EVENT@", completion().id());
        return marks;
    }
}
