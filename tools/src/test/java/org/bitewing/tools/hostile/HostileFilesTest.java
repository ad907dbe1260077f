package org.bitewing.tools.hostile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Sequence;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomParser;
import org.bitewing.io.Event;
import org.bitewing.io.ReadOptions;
import org.bitewing.tools.Called;
import org.bitewing.tools.SharedFiles;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real files with damage of all kinds: reading ends in data or in a {@link DicomException}, the command in an exit
 * code and one clear message, and within the limits. {@code -Dhostile.count} and {@code -Dhostile.seed} give more and
 * others than a build tries.
 */
class HostileFilesTest {
    private static final int COUNT = Integer.getInteger("hostile.count", 1500);
    private static final long FIRST_SEED = Long.getLong("hostile.seed", 1);
    private static final int LARGEST = 1 << 18;
    private static final ReadOptions LITTLE = ReadOptions.defaults().keepBulk()
            .withLimits(Limits.defaults().withMemory(8 << 20).withDepth(32).withProblems(100));

    private static List<Path> files = List.of();

    @TempDir
    private Path folder;

    @BeforeAll
    static void findFiles() throws IOException {
        files = SharedFiles.below(SharedFiles.shared("corpus/files")).stream()
                .filter(file -> file.toFile().length() > 0 && file.toFile().length() <= LARGEST).toList();
        assertTrue(files.size() > 100, files.size() + " files");
    }

    private static byte[] mutated(long seed) throws IOException {
        Random random = new Random(~seed);
        byte[] file = Files.readAllBytes(files.get(random.nextInt(files.size())));
        byte[] other = Files.readAllBytes(files.get(random.nextInt(files.size())));
        return Mutation.of(file, other, seed);
    }

    /** Runs a check for every seed and names the seed that fails. */
    private static void forEverySeed(int step, SeedCheck check) throws IOException {
        for (long seed = FIRST_SEED; seed < FIRST_SEED + COUNT; seed += step) {
            try {
                check.accept(mutated(seed));
            } catch (RuntimeException | AssertionError | StackOverflowError | OutOfMemoryError e) {
                throw new AssertionError("seed " + seed, e);
            }
        }
    }

    private interface SeedCheck {
        void accept(byte[] bytes) throws IOException;
    }

    @Test
    void theParserEndsInEventsOrInADicomException() throws IOException {
        forEverySeed(1, bytes -> {
            try (DicomParser parser = DicomParser.of(ByteSource.of(bytes), LITTLE)) {
                long events = 0;
                // A deflated byte may become 1,032, and an event takes 8 of them or ends one that did.
                long most = 260L * (bytes.length + 1);
                for (Event event = parser.next(); event != Event.END; event = parser.next()) {
                    assertTrue(++events <= most, "the parser does not come to an end");
                    assertTrue(parser.depth() <= 33, "depth " + parser.depth());
                    if (event == Event.ELEMENT) {
                        parser.value();
                    }
                }
            } catch (DicomException e) {
                assertFalse(e.reason().isBlank());
            }
        });
    }

    @Test
    void theReaderEndsInADataSetWhoseEveryValueCanBeAskedFor() throws IOException {
        forEverySeed(2, bytes -> {
            try {
                DataSet set = DataSetReader.read(ByteSource.of(bytes), LITTLE);
                askForEverything(set);
                assertFalse(set.toString().isEmpty() && !set.elements().isEmpty());
                assertTrue(set.problems().size() <= 101, set.problems().size() + " problems");
            } catch (DicomException e) {
                assertFalse(e.reason().isBlank());
            }
        });
    }

    private static void askForEverything(Attributes attributes) {
        for (Element element : attributes.elements()) {
            int tag = element.tag();
            if (element instanceof Sequence sequence) {
                sequence.items().forEach(HostileFilesTest::askForEverything);
                continue;
            }
            answers(() -> attributes.texts(tag));
            answers(() -> attributes.decimals(tag));
            answers(() -> attributes.doubles(tag));
            answers(() -> attributes.longs(tag));
            answers(() -> attributes.tags(tag));
            answers(() -> attributes.personNames(tag));
            answers(() -> attributes.date(tag));
            answers(() -> attributes.time(tag));
            answers(() -> attributes.instant(tag));
            answers(() -> attributes.bytes(tag));
            answers(() -> attributes.items(tag));
        }
    }

    private static void answers(Runnable question) {
        try {
            question.run();
        } catch (DicomException e) {
            assertEquals(DicomException.Kind.VALUE, e.kind(), e.getMessage());
        }
    }

    @Test
    void whatIsKeptOfDamagedFilesIsAlwaysADataSetOrALimit() throws IOException {
        forEverySeed(4, bytes -> {
            try {
                DataSetReader.read(ByteSource.of(bytes), LITTLE.keepDamaged());
            } catch (DicomException e) {
                assertTrue(e.kind() == DicomException.Kind.LIMIT || e.kind() == DicomException.Kind.EMPTY,
                        e.getMessage());
            }
        });
    }

    @Test
    void theCommandEndsWithAnExitCodeAndAClearMessage() throws IOException {
        Path file = folder.resolve("mutated.dcm");
        String[][] calls = {{}, {"+L", "+E"}, {"-M", "+T"}, {"+U8"}, {"-ev", "+uc"}, {"+P", "0008,0018", "+p"},
            {"+Ep", "-vr", "+rd", "+ae"}, {"-f", "-td", "+Qn"}};
        int[] call = new int[1];
        forEverySeed(3, bytes -> {
            Files.write(file, bytes);
            String[] options = calls[call[0]++ % calls.length];
            String[] arguments = new String[options.length + 2];
            arguments[0] = "dcmdump";
            System.arraycopy(options, 0, arguments, 1, options.length);
            arguments[arguments.length - 1] = file.toString();
            Called called = Called.with(arguments);
            String end = String.join(" ", arguments) + ": " + called.error();
            assertTrue(called.code() == 0 || called.code() == 1, end);
            assertFalse(called.error().contains("internal error") || called.error().contains("\tat "), end);
            assertFalse(called.error().contains("heap"), end);
            assertTrue(called.code() == 0 || called.error().contains("E: ") || called.error().contains("F: "), end);
        });
    }

    @Test
    void aMutationIsTheSameEveryTime() throws IOException {
        for (long seed = 1; seed < 20; seed++) {
            assertEquals(Arrays.hashCode(mutated(seed)), Arrays.hashCode(mutated(seed)));
        }
    }
}
