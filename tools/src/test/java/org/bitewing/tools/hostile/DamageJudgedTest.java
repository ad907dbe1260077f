package org.bitewing.tools.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.bitewing.tools.SharedFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files with damage in their data sets, beside DCMTK: what its {@code dcmdump} prints, ours prints line for line.
 * Where it gives up we may read on. {@code -Djudged.count} and {@code -Djudged.seed} give more and others than a build
 * tries.
 */
class DamageJudgedTest {
    private static final int COUNT = Integer.getInteger("judged.count", 250);
    private static final long FIRST_SEED = Long.getLong("judged.seed", 1);
    private static final int LARGEST = 1 << 17;
    private static final int PREFIX_END = 132;

    private static List<Path> files = List.of();
    private static String dictionary = "";

    @TempDir
    private Path folder;

    @BeforeAll
    static void findFiles() throws IOException {
        files = SharedFiles.below(SharedFiles.shared("corpus/files")).stream()
                .filter(file -> file.toFile().length() > 0 && file.toFile().length() <= LARGEST).toList();
        assertTrue(files.size() > 90, files.size() + " files");
        // Without the private elements, whose names and VRs our dcmdump does not use unless asked to.
        try (Stream<Path> folders = Files.list(Path.of("/usr/share"))) {
            dictionary = folders.filter(path -> path.getFileName().toString().startsWith("libdcmtk"))
                    .map(path -> path.resolve("dicom.dic")).filter(Files::exists).findFirst().map(Path::toString)
                    .orElse("");
        }
        assumeTrue(!dictionary.isEmpty(), "DCMTK's dictionary is not where Debian has it");
    }

    /** Where the data set of a file begins. */
    private static int dataSet(byte[] file) {
        boolean hasLength = file.length > PREFIX_END + 12 && file[PREFIX_END] == 2 && file[PREFIX_END + 2] == 0;
        return hasLength ? Math.min(file.length, PREFIX_END + 12 + (file[PREFIX_END + 8] & 0xff)
                + (file[PREFIX_END + 9] & 0xff) * 256) : 0;
    }

    private static byte[] damaged(long seed) throws IOException {
        Random random = new Random(~seed);
        byte[] file = Files.readAllBytes(files.get(random.nextInt(files.size())));
        byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
        int start = dataSet(file);
        byte[] body = Mutation.of(Arrays.copyOfRange(file, start, file.length),
                Arrays.copyOfRange(other, dataSet(other), other.length), seed);
        byte[] all = Arrays.copyOf(file, start + body.length);
        System.arraycopy(body, 0, all, start, body.length);
        return all;
    }

    /** The lines without the names, which change with the edition of the dictionary. */
    private static List<String> lines(String dump) {
        List<String> lines = new ArrayList<>();
        for (String line : dump.split("\n")) {
            int comment = line.lastIndexOf(" # ");
            int name = comment < 0 ? -1 : line.indexOf(' ', line.indexOf(',', comment) + 3);
            lines.add(name < 0 ? line : line.substring(0, name));
        }
        return lines;
    }

    /** Whether lines are equal, numbers aside whose digits we print so that they read back. */
    private static boolean areEqual(List<String> theirs, List<String> ours) {
        boolean equal = theirs.size() == ours.size();
        for (int i = 0; equal && i < theirs.size(); i++) {
            String line = theirs.get(i);
            equal = line.equals(ours.get(i)) || line.contains(") FD ") && ours.get(i).contains(") FD ");
        }
        return equal;
    }

    /** DCMTK shows elements of file meta information once more where they stand in the data set; our tree has one. */
    private static boolean hasMetaInDataSet(String dump) {
        return dump.indexOf("\n(0002,", Math.max(0, dump.indexOf("# Dicom-Data-Set"))) >= 0;
    }

    @Test
    void whatDcmtkPrintsIsPrinted() throws IOException {
        Path file = folder.resolve("damaged.dcm");
        List<String> wrong = new ArrayList<>();
        int printed = 0;
        for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed++) {
            Files.write(file, damaged(seed));
            String theirs = Judge.run("env", "DCMDICTPATH=" + dictionary, "dcmdump", "-q", file);
            if (!theirs.endsWith("\n0") || hasMetaInDataSet(theirs)) {
                continue;
            }
            printed++;
            Called ours = Called.with("dcmdump", "-q", file.toString());
            if (ours.code() != 0 || !areEqual(lines(theirs.substring(0, theirs.length() - 2)), lines(ours.text()))) {
                wrong.add("seed " + seed + " ends with " + ours.code());
            }
        }
        assertEquals(List.of(), wrong);
        assertTrue(printed > COUNT / 4, "DCMTK prints but " + printed);
    }
}
