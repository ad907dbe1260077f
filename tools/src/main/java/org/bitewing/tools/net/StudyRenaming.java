package org.bitewing.tools.net;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.bitewing.DicomException;
import org.bitewing.net.OutgoingObject;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.dcmtk.ModalityPrefixTable;

/**
 * New names for the objects of a study that has ended: the letters of the modality and a number, as {@code CT000001},
 * without an extension. Objects that have such a name keep it, so that a study that goes on is numbered on.
 */
record StudyRenaming(Console console) {
    private static final int DIGITS = 6;

    /** Renames all files of a study's directory, the oldest first. */
    void rename(Path directory) {
        try {
            List<Path> files = files(directory);
            int number = 0;
            for (Path file : files) {
                if (!isNumbered(file.getFileName().toString())) {
                    number = rename(file, number + 1);
                }
            }
        } catch (IOException e) {
            console.log(Level.ERROR, "cannot rename the files of a study: " + directory + ": " + Failures.reason(e));
        }
    }

    private static List<Path> files(Path directory) throws IOException {
        record Dated(Path path, long time) {
        }

        List<Dated> files = new ArrayList<>();
        try (Stream<Path> all = Files.list(directory)) {
            for (Path file : (Iterable<Path>) all::iterator) {
                if (Files.isRegularFile(file) && !file.getFileName().toString().startsWith(".")) {
                    files.add(new Dated(file, Files.getLastModifiedTime(file).toMillis()));
                }
            }
        }
        files.sort(Comparator.comparingLong(Dated::time).thenComparing(Dated::path));
        return files.stream().map(Dated::path).toList();
    }

    private static boolean isNumbered(String name) {
        int start = name.length() - DIGITS;
        return start > 0 && name.indexOf('.') < 0 && name.substring(start).chars().allMatch(Character::isDigit);
    }

    /** Gives a file the first name that is free from a number on, and says which number that was. */
    private int rename(Path file, int first) throws IOException {
        String modality;
        try {
            modality = ModalityPrefixTable.of(OutgoingObject.of(file).sopClassUid());
        } catch (DicomException e) {
            console.log(Level.WARN, "not renamed, since it is no object: " + file);
            return first - 1;
        }
        int number = first;
        Path target = name(file, modality, number);
        while (Files.exists(target)) {
            target = name(file, modality, ++number);
        }
        Files.move(file, target);
        console.log(Level.INFO, "renamed " + file + " to " + target.getFileName());
        return number;
    }

    private static Path name(Path file, String modality, int number) {
        return file.resolveSibling(modality + String.format(Locale.ROOT, "%0" + DIGITS + "d", number));
    }
}
