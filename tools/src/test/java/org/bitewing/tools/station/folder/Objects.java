package org.bitewing.tools.station.folder;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.tools.station.Samples;
import org.bitewing.tools.station.rules.RuleFile;
import org.bitewing.tools.station.series.ObjectOrigin;

/** Files of objects, and what a station makes of them. */
final class Objects {
    private Objects() {
    }

    /** An object of one of two patients: studies, series and objects count from 1. */
    static DataSetBuilder object(int study, int series, int number) {
        String uid = "1.2.826." + study;
        return Samples.object(number).set(Tag.StudyInstanceUID, uid).set(Tag.SeriesInstanceUID, uid + "." + series)
                .set(Tag.SOPInstanceUID, uid + "." + series + "." + number)
                .set(Tag.PatientID, "PAT" + study % 2).set(Tag.PatientName, "Doe^Jane").set(Tag.StudyDate, "20240203")
                .set(Tag.StudyTime, "1015" + (10 + study)).set(Tag.SeriesNumber, Integer.toString(series))
                .set(Tag.SeriesDescription, "T1 axial " + series).set(Tag.Rows, 256 + number % 3)
                .set(Tag.ImagePositionPatient, "0\\0\\" + number).set(Tag.ImageOrientationPatient, "1\\0\\0\\0\\1\\0")
                .set(Tag.PixelSpacing, "1\\1").set(Tag.ContentDate, "20240203").set(Tag.ContentTime, "1016" + (10 + number));
    }

    static Path write(Path folder, String name, DataSetBuilder object) throws IOException {
        Path file = Files.createDirectories(folder).resolve(name);
        Dicom.write(object.build(), file);
        return file;
    }

    /** Files of several studies. */
    static List<Path> files(Path folder, int studies, int series, int objects) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int study = 1; study <= studies; study++) {
            for (int one = 1; one <= series; one++) {
                for (int number = 1; number <= objects; number++) {
                    files.add(write(folder, study + "-" + one + "-" + number, object(study, one, number)));
                }
            }
        }
        return files;
    }

    static StationOptions options() {
        return StationOptions.of(RuleFile.standard());
    }

    static StationFolder open(Path root) throws IOException {
        return StationFolder.open(root, options(), List.of());
    }

    static void addAll(Path root, List<Path> files) throws IOException {
        try (StationFolder station = open(root)) {
            for (Path file : files) {
                station.add(file, ObjectOrigin.unknown());
            }
        }
    }

    /** All summaries by their names. */
    static Map<String, String> summaries(Path root) throws IOException {
        Map<String, String> summaries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root.resolve("raw"))) {
            for (Path file : all.filter(path -> path.toString().endsWith(".json")).toList()) {
                summaries.put(root.relativize(file).toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        }
        return summaries;
    }

    /** All names, links with where they lead to, but what the station keeps for itself. */
    static List<String> tree(Path root) throws IOException {
        List<String> tree = new ArrayList<>();
        try (Stream<Path> all = Files.walk(root, new FileVisitOption[0])) {
            for (Path path : all.filter(path -> !path.getFileName().toString().startsWith(".")).sorted().toList()) {
                String name = root.relativize(path).toString();
                if (!name.equals("station.journal")) {
                    tree.add(Files.isSymbolicLink(path) ? name + " -> " + Files.readSymbolicLink(path) : name);
                }
            }
        }
        return tree;
    }
}
