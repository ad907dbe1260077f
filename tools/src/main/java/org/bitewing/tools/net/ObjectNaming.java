package org.bitewing.tools.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bitewing.data.DataSet;
import org.bitewing.data.Uids;
import org.bitewing.dict.Tag;
import org.bitewing.net.FileNaming;
import org.bitewing.net.ReceivedObject;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.dcmtk.ModalityPrefixTable;

/** The names that {@code storescp} gives to objects and studies. Thread-safe. */
final class ObjectNaming implements FileNaming {
    private static final DateTimeFormatter STUDY_TIME = DateTimeFormatter.ofPattern("yyyyMMdd_HHmmssSSS");
    private static final DateTimeFormatter OBJECT_TIME = DateTimeFormatter.ofPattern("yyyyMMddHHmmssSSS");
    private static final String BY_UID = "--sort-on-study-uid";
    private static final String BY_TIME = "--sort-conc-studies";
    private static final String BY_NAME = "--sort-on-patientname";
    /** So many studies are remembered, those that got objects last. */
    private static final int MOST_STUDIES = 10_000;

    private final Path folder;
    private final Console console;
    private final String sorting;
    private final String prefix;
    private final String naming;
    private final String extension;
    private final Map<String, String> folders = recent();
    private final Map<String, String> studies = recent();

    private ObjectNaming(CommandLine line, Path folder, Console console) {
        this.folder = folder;
        this.console = console;
        this.sorting = line.choice("", BY_UID, BY_TIME, BY_NAME);
        this.prefix = sorting.isEmpty() || sorting.equals(BY_NAME) ? "" : part(line, sorting);
        this.naming = line.choice("--default-filenames", "--unique-filenames", "--timenames");
        this.extension = part(line, "--filename-extension");
    }

    static ObjectNaming of(CommandLine line, Path folder, Console console) {
        return new ObjectNaming(line, folder, console);
    }

    private static <K, V> Map<K, V> recent() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > MOST_STUDIES;
            }
        };
    }

    /** A value that becomes a part of a name, and must not lead elsewhere. */
    private static String part(CommandLine line, String option) {
        String value = line.value(option).orElse("");
        if (value.chars().anyMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ')) {
            throw new UsageException("Invalid value for option " + option + " (" + value + ")");
        }
        return value;
    }

    boolean sorts() {
        return !sorting.isEmpty();
    }

    /** The Study Instance UID of the objects in a folder of this naming; empty where it is not remembered. */
    String studyOf(Path studyFolder) {
        synchronized (studies) {
            return studies.getOrDefault(String.valueOf(studyFolder.getFileName()), "");
        }
    }

    @Override
    public String nameOf(ReceivedObject object) throws IOException {
        String name = fileName(object);
        if (!sorts()) {
            return name;
        }
        DataSet head = object.dataSetBefore(Tag.StudyInstanceUID + 1);
        String study = head.uid(Tag.StudyInstanceUID).orElse("");
        // What is remembered is short, whatever the peer sent.
        String known = FileNaming.clean(study);
        String studyFolder;
        synchronized (studies) {
            studyFolder = folders.get(known);
            if (studyFolder == null) {
                studyFolder = folderOf(known, head);
                folders.put(known, studyFolder);
                announce(studyFolder);
            }
            studies.put(studyFolder, known);
        }
        return studyFolder + "/" + name;
    }

    private void announce(String studyFolder) {
        Path path = folder.resolve(studyFolder);
        console.log(Level.INFO, (Files.isDirectory(path) ? "using existing" : "created new")
                + " subdirectory for study: " + path);
    }

    private String folderOf(String study, DataSet head) {
        if (sorting.equals(BY_UID)) {
            return prefix.isEmpty() ? study : prefix + "_" + study;
        }
        String start = sorting.equals(BY_NAME) ? FileNaming.clean(head.text(Tag.PatientName).orElse("")) : prefix;
        LocalDateTime time = LocalDateTime.now();
        String name = start + "_" + STUDY_TIME.format(time);
        while (studies.containsKey(name)) {
            // Two studies that begin in the same millisecond.
            time = time.plus(1, ChronoUnit.MILLIS);
            name = start + "_" + STUDY_TIME.format(time);
        }
        return name;
    }

    private String fileName(ReceivedObject object) {
        String code = ModalityPrefixTable.of(object.request().sopClassUid());
        return switch (naming) {
            case "--unique-filenames" -> code + ".X." + Uids.random();
            case "--timenames" -> OBJECT_TIME.format(LocalDateTime.now()) + "." + code;
            default -> code + "." + object.request().sopInstanceUid();
        } + extension;
    }
}
