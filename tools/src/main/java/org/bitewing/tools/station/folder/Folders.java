package org.bitewing.tools.station.folder;

import java.nio.file.Path;
import java.util.Set;
import org.bitewing.tools.dcmtk.ModalityPrefixTable;

/**
 * Where things are below the root of a station. UIDs are digits and dots, as
 * {@link org.bitewing.tools.station.series.ObjectFacts} has them.
 *
 * @param root an absolute path without symbolic links
 */
public record Folders(Path root) {
    /** What stands before a Study Instance UID in names of the archive and of files that are touched. */
    public static final String STUDY_PREFIX = "scp_";
    /** What stands behind a UID in the name of a summary. */
    static final String JSON = ".json";

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

    /**
     * All that the station makes besides the archive.
     *
     * @return files and folders right below the root
     */
    public Set<Path> derived() {
        return Set.of(raw(), participants(), sorted(), arrived(), journal(), lock());
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
