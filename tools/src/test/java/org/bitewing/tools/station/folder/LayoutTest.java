package org.bitewing.tools.station.folder;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.station.series.ObjectOrigin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Names of objects in a layout of one's own, and files as links of all kinds. */
class LayoutTest {
    @TempDir
    Path folder;

    private static void addAll(Path root, StationOptions options, List<Path> files) throws IOException {
        try (StationFolder station = StationFolder.open(root, options, List.of())) {
            for (Path file : files) {
                station.add(file, ObjectOrigin.unknown());
            }
        }
    }

    private static StationOptions options(String template) {
        return Objects.options().withLayout(LayoutTemplate.parse(template));
    }

    @Test
    void objectsHaveTheirNamesInTheLayout() throws IOException {
        List<Path> files = Objects.files(folder.resolve("in"), 2, 1, 3);
        Path root = folder.resolve("root");
        addAll(root, options("{PatientID}/{SeriesNumber:04}_{SeriesDescription}/{InstanceNumber:05}.dcm"), files);
        Path name = root.resolve("sorted/PAT1/0001_T1_axial_1/00002.dcm");
        assertTrue(Files.isSameFile(name, folder.resolve("in/1-1-2")));
        Path moved = Files.move(root, folder.resolve("moved"));
        assertTrue(Files.isRegularFile(moved.resolve("sorted/PAT1/0001_T1_axial_1/00002.dcm")), "the tree may be moved");
    }

    @Test
    void ofSeveralThatWantOneNameTheLeastHasItInWhateverOrderTheyCome() throws IOException {
        List<Path> files = Objects.files(folder.resolve("in"), 3, 2, 3);
        for (LinkKind kind : LinkKind.values()) {
            List<List<String>> trees = new ArrayList<>();
            for (int seed = 0; seed < 4; seed++) {
                List<Path> shuffled = new ArrayList<>(files);
                Collections.shuffle(shuffled, new Random(seed));
                Path root = folder.resolve(kind + "-" + seed);
                StationOptions options = options("{PatientID}/{InstanceNumber:05}.dcm").withArchive(kind);
                addAll(root, options, shuffled.subList(0, 9));
                addAll(root, options, shuffled.subList(5, shuffled.size()));
                trees.add(Objects.tree(root.resolve("sorted")));
                long names;
                try (Stream<Path> all = Files.walk(root.resolve("sorted"))) {
                    names = all.filter(Files::isRegularFile).count();
                }
                assertEquals(files.size(), names);
            }
            assertEquals(1, trees.stream().distinct().count(), trees.toString());
            assertTrue(trees.get(0).contains("PAT1/00001.dcm -> ../../raw/1.2.826.1/1.2.826.1.1/1.2.826.1.1.1"),
                    trees.get(0).toString());
        }
    }

    @Test
    void alreadyThereObjectsGetNamesInANewLayout() throws IOException {
        List<Path> files = Objects.files(folder.resolve("in"), 1, 1, 2);
        Path root = folder.resolve("root");
        Objects.addAll(root, files);
        addAll(root, options("{InstanceNumber}"), files);
        assertTrue(Files.exists(root.resolve("sorted/1")) && Files.exists(root.resolve("sorted/2")));
    }

    @Test
    void nothingIsMadeOutsideOfTheRoot() throws IOException {
        Path root = folder.resolve("a/b/c/root");
        List<Path> files = new ArrayList<>();
        int number = 0;
        for (String value : List.of("..", "../..", "../../../../outside", "/tmp/outside", "a/../../../x", "con", "\u0000",
                "x".repeat(3000), ".station", "..\\..\\x", "")) {
            files.add(Objects.write(folder.resolve("in"), "f" + number, Objects.object(1 + number++, 1, 1)
                    .set(Tag.PatientID, VR.UT, value).set(Tag.StudyDate, VR.UT, value).set(Tag.StudyTime, VR.UT, value)
                    .set(Tag.SeriesDescription, VR.UT, value).set(Tag.Modality, VR.UT, value)));
        }
        addAll(root, options("{PatientID}/{StudyDate}_{Modality}/{SeriesDescription}/{InstanceNumber:05}.dcm"), files);
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                boolean isExpected = path.startsWith(root) || path.startsWith(folder.resolve("in"))
                        || root.startsWith(path);
                assertTrue(isExpected, path.toString());
                if (Files.isSymbolicLink(path) && !path.startsWith(root.resolve("archive"))) {
                    assertTrue(Links.target(path).startsWith(root), path.toString());
                }
            }
        }
        assertTrue(Objects.tree(root).stream().filter(name -> name.startsWith("sorted/") && name.contains(" -> "))
                .count() == files.size(), Objects.tree(root).toString());
    }

    @Test
    void filesMayBeLinkedHardOrCopied() throws IOException {
        for (LinkKind kind : LinkKind.values()) {
            Path file = Objects.write(folder.resolve("in"), "a" + kind, Objects.object(1, 1, 1));
            byte[] content = Files.readAllBytes(file);
            Path root = folder.resolve("root" + kind);
            addAll(root, Objects.options().withArchive(kind), List.of(file));
            Path archived = root.resolve("archive/scp_1.2.826.1/MR.1.2.826.1.1.1");
            assertEquals(kind == LinkKind.SYMBOLIC, Files.isSymbolicLink(archived));
            assertEquals(kind != LinkKind.COPY, Files.isSameFile(archived, file));
            Files.delete(file);
            if (kind != LinkKind.SYMBOLIC) {
                assertArrayEquals(content, Files.readAllBytes(root.resolve("raw/1.2.826.1/1.2.826.1.1/1.2.826.1.1.1")));
            }
        }
    }

    @Test
    void whereALinkCannotBeMadeTheNextKindIs() throws IOException {
        Path file = Objects.write(folder.resolve("in"), "a", Objects.object(1, 1, 1));
        Links hard = new Links(folder, LinkKind.HARD, false);
        hard.make(file, folder.resolve("new/folder/b"), file);
        assertTrue(Files.isSameFile(file, folder.resolve("new/folder/b")));
        Path memory = Path.of("/dev/shm");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isWritable(memory)
                && !Files.getFileStore(memory).equals(Files.getFileStore(folder)), "there is no other file system");
        Path other = Files.createTempDirectory(memory, "bitewing-links");
        try {
            hard.make(file, other.resolve("b"), file);
            assertFalse(Files.isSameFile(file, other.resolve("b")));
            assertArrayEquals(Files.readAllBytes(file), Files.readAllBytes(other.resolve("b")));
        } finally {
            Files.deleteIfExists(other.resolve("b"));
            Files.delete(other);
        }
    }
}
