package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkSource;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    private static final byte[] OLD = {'o', 'l', 'd'};
    private static final byte[] NEW = {'n', 'e', 'w', 'e', 'r'};

    @TempDir
    Path folder;

    private static void write(AtomicFile file, byte[] bytes) throws IOException {
        OutputStream stream = file.stream();
        stream.write(bytes);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    private static boolean isPosix(Path path) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    @Test
    void nothingShowsUnderTheNameBeforeCommit() throws IOException {
        Path path = folder.resolve("a.dcm");
        try (AtomicFile file = AtomicFile.create(path)) {
            write(file, NEW);
            assertFalse(Files.exists(path));
            assertTrue(files().get(0).getFileName().toString().matches("\\.bitewing-.*\\.part"));
            file.commit();
        }
        assertArrayEquals(NEW, Files.readAllBytes(path));
        assertEquals(List.of(path), files());
    }

    @Test
    void withoutCommitTheOldFileStaysAndNothingIsLeft() throws IOException {
        Path path = Files.write(folder.resolve("a.dcm"), OLD);
        try (AtomicFile file = AtomicFile.create(path)) {
            write(file, NEW);
        }
        assertArrayEquals(OLD, Files.readAllBytes(path));
        assertEquals(List.of(path), files());
    }

    @Test
    void closingTheStreamDoesNotCommit() throws IOException {
        Path path = folder.resolve("a.dcm");
        try (AtomicFile file = AtomicFile.create(path); OutputStream stream = file.stream()) {
            stream.write(1);
        }
        assertEquals(List.of(), files());
    }

    @Test
    void anUnforcedFileIsJustAsWhole() throws IOException {
        Path path = Files.write(folder.resolve("a.dcm"), OLD);
        try (AtomicFile file = AtomicFile.create(path, false)) {
            write(file, NEW);
            file.commit();
            assertThrows(IllegalStateException.class, file::commit);
        }
        assertArrayEquals(NEW, Files.readAllBytes(path));
    }

    @Test
    void permissionsOfTheReplacedFileStay() throws IOException {
        assumeTrue(isPosix(folder), "skipped: no POSIX permissions here");
        Path path = Files.write(folder.resolve("a.dcm"), OLD);
        for (String permissions : List.of("rw-------", "rw-rw-rw-", "rwxr-x---")) {
            Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
            try (AtomicFile file = AtomicFile.create(path)) {
                write(file, NEW);
                file.commit();
            }
            assertEquals(permissions, PosixFilePermissions.toString(Files.getPosixFilePermissions(path)));
        }
    }

    @Test
    void aFileThatMayNotBeWrittenIsNotReplaced() throws IOException {
        assumeTrue(isPosix(folder), "skipped: no POSIX permissions here");
        Path path = Files.write(folder.resolve("a.dcm"), OLD);
        Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("r--r--r--"));
        assumeTrue(!Files.isWritable(path), "skipped: this user may write everything");
        assertThrows(AccessDeniedException.class, () -> AtomicFile.create(path));
    }

    @Test
    void aSymbolicLinkStaysAndItsTargetIsReplaced() throws IOException {
        Path real = Files.write(Files.createDirectory(folder.resolve("real")).resolve("a.dcm"), OLD);
        Path link = Files.createSymbolicLink(folder.resolve("link.dcm"), Path.of("real", "a.dcm"));
        Path dangling = Files.createSymbolicLink(folder.resolve("dangling.dcm"), Path.of("real", "b.dcm"));
        for (Path path : List.of(link, dangling)) {
            try (AtomicFile file = AtomicFile.create(path)) {
                write(file, NEW);
                file.commit();
            }
        }
        assertTrue(Files.isSymbolicLink(link) && Files.isSymbolicLink(dangling));
        assertArrayEquals(NEW, Files.readAllBytes(real));
        assertArrayEquals(NEW, Files.readAllBytes(real.resolveSibling("b.dcm")));
    }

    @Test
    void aCircleOfLinksIsAnError() throws IOException {
        Path one = folder.resolve("one");
        Files.createSymbolicLink(folder.resolve("two"), one);
        Files.createSymbolicLink(one, folder.resolve("two"));
        assertThrows(FileSystemException.class, () -> AtomicFile.create(one));
    }

    @Test
    void foldersAreNotReplacedAndMissingOnesNotMade() throws IOException {
        assertThrows(FileSystemException.class, () -> AtomicFile.create(folder));
        assertThrows(NoSuchFileException.class, () -> AtomicFile.create(folder.resolve("missing").resolve("a.dcm")));
        assertEquals(List.of(), files());
    }

    @Test
    void aDeviceIsWrittenDirectly() throws IOException {
        Path device = Path.of("/dev/null");
        assumeTrue(Files.exists(device) && !Files.isRegularFile(device), "skipped: no /dev/null");
        try (AtomicFile file = AtomicFile.create(device)) {
            write(file, NEW);
            file.commit();
        }
        assertFalse(Files.isRegularFile(device));
    }

    @Test
    void aDataSetThatCannotBeWrittenLeavesTheOldFile() throws IOException {
        Path path = Files.write(folder.resolve("a.dcm"), OLD);
        DataSet compressed = DataSet.builder().set(new Fragments(Tag.PixelData, VR.OB.code(), List.of(BulkData.of(new byte[0])))).build();

        assertThrows(DicomException.class, () -> Dicom.write(compressed, path));

        assertArrayEquals(OLD, Files.readAllBytes(path));
        assertEquals(List.of(path), files());
    }

    @Test
    void aFileIsRewrittenFromItself() throws IOException {
        Path path = folder.resolve("a.dcm");
        byte[] large = new byte[200_000];
        new Random(1).nextBytes(large);
        Dicom.write(DataSet.builder().set(0x00091010, large).build(), path);
        DataSet read = Dicom.read(path);
        assertTrue(read.element(0x00091010).orElseThrow() instanceof BulkValue);

        Dicom.write(read.toBuilder().set(Tag.Modality, "CT").build(), path);

        assertArrayEquals(large, Dicom.read(path).bytes(0x00091010));
    }

    @Test
    void aKilledProcessLeavesTheOldFileOrTheNewOne() throws IOException, InterruptedException {
        Path path = Files.write(folder.resolve("a.bin"), content(0));
        Random random = new Random(3);
        int replaced = 0;
        for (int kill = 0; kill < 12; kill++) {
            Process child = rewriter(path);
            try (InputStream output = child.getInputStream()) {
                // It says so after each file; so it is killed somewhere in the middle of a later one.
                for (int files = 1 + random.nextInt(4); files > 0; files--) {
                    assertEquals('.', output.read(), () -> "the child did not start");
                }
                child.waitFor(random.nextInt(8), TimeUnit.MILLISECONDS);
                child.destroyForcibly().waitFor();
            }
            byte[] found = Files.readAllBytes(path);
            assertArrayEquals(content(found[0]), found, "file " + found[0]);
            replaced += found[0] == 0 ? 0 : 1;
        }
        assertTrue(replaced > 0);
    }

    @Test
    void aProcessThatIsInterruptedLeavesNoTemporaryFile() throws IOException, InterruptedException {
        assumeTrue(isPosix(folder), "skipped: a process cannot be interrupted here, but only killed");
        Path path = Files.write(folder.resolve("a.bin"), content(0));
        for (int interrupt = 0; interrupt < 4; interrupt++) {
            Process child = rewriter(path);
            try (InputStream output = child.getInputStream()) {
                assertEquals('.', output.read(), "the child did not start");
                child.toHandle().destroy();
                output.readAllBytes();
                child.waitFor();
            }
            byte[] found = Files.readAllBytes(path);
            assertArrayEquals(content(found[0]), found, "file " + found[0]);
            assertEquals(List.of(path), files());
        }
    }

    @Test
    void theLastWorksOfAProcessStillMakeFiles() throws IOException, InterruptedException {
        assumeTrue(isPosix(folder), "skipped: a process cannot be interrupted here, but only killed");
        Path path = folder.resolve("a.bin");
        Process child = java(LastWorker.class, path);
        try (InputStream output = child.getInputStream()) {
            assertEquals('.', output.read(), "the child did not start");
            child.toHandle().destroy();
            assertEquals("", new String(output.readAllBytes()));
            child.waitFor();
        }
        assertArrayEquals(NEW, Files.readAllBytes(path));
        assertEquals(List.of(path), files());
    }

    @Test
    void aValueThatCannotBeReadLeavesTheOldFile() throws IOException {
        Path path = Files.write(folder.resolve("a.dcm"), OLD);
        BulkData gone = BulkData.of(BulkSource.headOf(new byte[100_000], "a stream"), 0, 1_000_000);
        DataSet dataSet = DataSet.builder().set(new BulkValue(Tag.PixelData, VR.OW.code(), gone)).build();

        assertThrows(IOException.class, () -> Dicom.write(dataSet, path));

        assertArrayEquals(OLD, Files.readAllBytes(path));
        assertEquals(List.of(path), files());
    }

    private static Process rewriter(Path path) throws IOException {
        return java(Rewriter.class, path);
    }

    private static Process java(Class<?> main, Path path) throws IOException {
        return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xshare:auto",
                "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path") + File.pathSeparator
                + System.getProperty("jdk.module.path", ""), main.getName(), path.toString()).redirectErrorStream(true).start();
    }

    /** Content that tells whether it is whole. */
    static byte[] content(int number) {
        byte[] bytes = new byte[3_000_000 + number * 1000];
        Arrays.fill(bytes, (byte) number);
        return bytes;
    }

    /** The process that makes a file at its end, beside one that is never finished. */
    static final class LastWorker {
        private LastWorker() {
        }

        public static void main(String[] arguments) throws IOException, InterruptedException {
            Path path = Path.of(arguments[0]);
            AtomicFile.atEnd(() -> {
                try (AtomicFile file = AtomicFile.create(path)) {
                    file.stream().write(NEW);
                    file.commit();
                } catch (IOException e) {
                    System.out.print(e);
                    System.out.flush();
                }
            });
            try (AtomicFile unfinished = AtomicFile.create(path.resolveSibling("other"))) {
                unfinished.stream().write(NEW);
                System.out.print('.');
                System.out.flush();
                Thread.sleep(100_000);
            }
        }
    }

    /** The process that is killed: replaces a file again and again. */
    static final class Rewriter {
        private Rewriter() {
        }

        public static void main(String[] arguments) throws IOException {
            for (int number = 1;; number = number % 100 + 1) {
                try (AtomicFile file = AtomicFile.create(Path.of(arguments[0]))) {
                    OutputStream stream = file.stream();
                    byte[] content = content(number);
                    for (int at = 0; at < content.length; at += 10_000) {
                        stream.write(content, at, Math.min(10_000, content.length - at));
                    }
                    file.commit();
                }
                System.out.print('.');
                System.out.flush();
            }
        }
    }
}
