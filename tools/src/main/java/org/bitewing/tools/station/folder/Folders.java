package org.bitewing.tools.station.folder;

import java.nio.file.Path;
import org.bitewing.tools.dcmtk.ModalityPrefixTable;

/**
 * Where things are below the root of a station. UIDs are digits and dots, as
 * {@link org.bitewing.tools.station.series.ObjectFacts} has them.
 *
 * @param root an absolute path without symbolic links
 */
public record Folders(Path root) {
    private static final String STUDY_PREFIX = "scp_";
    private static final String JSON = ".json";

    /**
     * Where files are as they came.
     *
     * @return a folder
     */
    public Path archive() {
        return root.resolve("archive");
    }

    /**
     * The files of a study as they came.
     *
     * @param study the Study Instance UID
     * @return a folder
     */
    public Path archive(String study) {
        return archive().resolve(STUDY_PREFIX + study);
    }

    /**
     * The name of an object in the archive, as {@code storescp --sort-on-study-uid scp} gives it.
     *
     * @param study    the Study Instance UID
     * @param sopClass the SOP Class UID
     * @param object   the SOP Instance UID
     * @return two parts, separated by a slash
     */
    public static String archiveName(String study, String sopClass, String object) {
        return STUDY_PREFIX + study + "/" + ModalityPrefixTable.of(sopClass) + "." + object;
    }

    /**
     * The series of all studies.
     *
     * @return a folder
     */
    public Path raw() {
        return root.resolve("raw");
    }

    /**
     * The series of a study.
     *
     * @param study the Study Instance UID
     * @return a folder
     */
    public Path raw(String study) {
        return raw().resolve(study);
    }

    /**
     * The objects of a series.
     *
     * @param study  the Study Instance UID
     * @param series the Series Instance UID
     * @return a folder
     */
    public Path raw(String study, String series) {
        return raw(study).resolve(series);
    }

    /**
     * The summary of a study.
     *
     * @param study the Study Instance UID
     * @return a file
     */
    public Path studySummary(String study) {
        return raw().resolve(study + JSON);
    }

    /**
     * The summary of a series.
     *
     * @param study  the Study Instance UID
     * @param series the Series Instance UID
     * @return a file
     */
    public Path seriesSummary(String study, String series) {
        return raw(study).resolve(series + JSON);
    }

    /**
     * Where studies are found by their patients.
     *
     * @return a folder
     */
    public Path participants() {
        return root.resolve("participants");
    }

    /**
     * Where the layout of a template begins.
     *
     * @return a folder
     */
    public Path sorted() {
        return root.resolve("sorted");
    }

    /**
     * Where files are touched for what has arrived.
     *
     * @return a folder
     */
    public Path arrived() {
        return root.resolve(".arrived");
    }

    /** What the station itself remembers of a study. */
    Path memory(String study) {
        return raw(study).resolve(".station");
    }

    Path journal() {
        return root.resolve("station.journal");
    }

    Path lock() {
        return root.resolve(".station.lock");
    }
}
