package org.bitewing.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.bitewing.io.TransferSyntax;

/**
 * How long {@code dcmdump} of a small file takes, a whole process from its launcher on. The floor is a main that does
 * nothing on the same Java with its default class archive; both are started in turns, and the fastest of each counts.
 */
public final class Startup {
    private static final double MOST_WHEN_SMALL = 1.5;
    /** Three times as many lines, all of them by the interpreter. */
    private static final double MOST_OF_CT = 2;
    private static final long NANOS = 8_000_000_000L;

    private Startup() {
    }

    /** The floor. */
    public static final class Empty {
        private Empty() {
        }

        /**
         * Nothing.
         *
         * @param arguments none
         */
        public static void main(String[] arguments) {
            // Starting and ending is what is measured.
        }
    }

    /**
     * Measures, prints, and ends with exit code 1 where the bar is missed.
     *
     * @param arguments the launcher
     * @throws IOException where a process cannot be started
     */
    public static void main(String[] arguments) throws IOException {
        Report report = new Report(System.out);
        try (ScratchFolder folder = ScratchFolder.withRoomFor(1 << 20)) {
            compare(Shape.MR, MOST_WHEN_SMALL, arguments[0], folder, report);
            compare(Shape.CT, MOST_OF_CT, arguments[0], folder, report);
        }
        System.exit(report.missed() > 0 ? 1 : 0);
    }

    private static void compare(Shape shape, double most, String launcher, ScratchFolder folder, Report report)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Path file = Files.write(folder.resolve(shape + ".dcm"),
                SampleFiles.bytes(shape, TransferSyntax.EXPLICIT_LITTLE));
        Comparison both = Comparison.measure(
                () -> run(java, "-cp", System.getProperty("java.class.path"), Empty.class.getName()),
                () -> run(launcher, file.toString()), NANOS, most);
        report.atMost("dcmdump, " + shape + ", " + shape.elements() + " elements", both.ratio(), most,
                String.format(Locale.ROOT, "%.1f ms, empty main %.1f ms", both.ours() / 1e6, both.floor() / 1e6));
    }

    private static long run(String... command) throws IOException {
        Process process = new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD).start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException(command[0] + " ended with " + code);
            }
            return code;
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }
}
