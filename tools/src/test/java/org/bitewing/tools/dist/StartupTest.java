package org.bitewing.tools.dist;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a dump of a small file loads: time is not asserted, but classes are what a start of Java spends it on. */
class StartupTest {
    private static final String PROJECT = "org.bitewing.";
    /** There are a hundred today. */
    private static final int MOST_OF_OURS = 110;
    /** Of the JDK, beyond those of a main that does nothing; a first lambda or regular expression would be as many. */
    private static final int MOST_OTHERS = 140;

    @TempDir
    Path folder;

    /** The floor. */
    static final class Empty {
        private Empty() {
        }

        /** Does nothing. */
        public static void main(String[] arguments) {
            // Starting and ending is all.
        }
    }

    @Test
    void aDumpLoadsFewClassesAndEachOneFromTheArchive() throws IOException, InterruptedException {
        Path jar = folder.resolve("bitewing.jar");
        MergedJar.write(jar, modules());
        Path archive = folder.resolve("bitewing.jsa");
        ClassDataArchive.write(jar, archive);
        Path image = Files.write(folder.resolve("image.dcm"), DicomWriter.toBytes(DataSet.builder()
                .set(Tag.SpecificCharacterSet, "ISO_IR 100")
                .set(Tag.SOPClassUID, UID.MRImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.4")
                .set(Tag.PatientName, "Nobody")
                .set(Tag.ReferencedImageSequence, DataSet.builder().set(Tag.ReferencedSOPInstanceUID, "2.25.5"))
                .set(Tag.Rows, 2)
                .set(Tag.PixelData, new byte[8])
                .build(), WriteOptions.defaults()));

        List<String> floor = loaded("-cp", System.getProperty("java.class.path"), Empty.class.getName());
        List<String> dump = loaded("-Xshare:auto", "-XX:SharedArchiveFile=" + archive, "-cp", jar.toString(),
                Main.class.getName(), "dcmdump", image.toString());

        List<String> notArchived = new ArrayList<>(dump);
        notArchived.removeIf(line -> line.contains("source: shared objects file"));
        assertEquals(List.of(), notArchived);
        Set<String> atTheFloor = names(floor);
        List<String> ours = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String name : names(dump)) {
            if (!atTheFloor.contains(name)) {
                (name.startsWith(PROJECT) ? ours : others).add(name);
            }
        }
        assertTrue(ours.contains("org.bitewing.tools.dump.Dcmdump"), ours.toString());
        assertTrue(ours.size() <= MOST_OF_OURS, ours.size() + " classes: " + ours);
        assertTrue(others.size() <= MOST_OTHERS, others.size() + " classes: " + others);
    }

    private static List<Path> modules() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> entry.endsWith("classes") && !entry.endsWith("test-classes")
                        || entry.contains("bitewing-"))
                .map(Path::of).toList();
    }

    /** The lines of the log, one for each class. */
    private List<String> loaded(String... arguments) throws IOException, InterruptedException {
        Path log = folder.resolve("classes.log");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xlog:class+load:file=" + log + ":none"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(folder.resolve("output.txt").toFile()).start();
        assertEquals(0, process.waitFor(), Files.readString(folder.resolve("output.txt")));
        return Files.readAllLines(log).stream().filter(line -> line.contains(" source: ")).toList();
    }

    private static Set<String> names(List<String> lines) {
        Set<String> names = new HashSet<>();
        lines.forEach(line -> names.add(line.substring(0, line.indexOf(' '))));
        return names;
    }
}
