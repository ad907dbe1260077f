package org.bitewing.tools.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The classes that {@link Training} loads, parsed and laid out for the next JVM to map (class-data sharing). It is for
 * the Java that the build runs on; any other one does without. Where it cannot be made, start-up is slower, nothing
 * else.
 */
public final class ClassDataArchive {
    private ClassDataArchive() {
    }

    /**
     * Makes the archive for a jar. The jar's path is kept in it: it serves the jar where it is now.
     *
     * @param jar     the toolkit
     * @param archive the file to make
     * @throws IOException          where the archive cannot be made
     * @throws InterruptedException where waiting for the process that makes it is interrupted
     */
    public static void write(Path jar, Path archive) throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        String classPath = jar.toAbsolutePath().normalize().toString();
        write(Path.of(System.getProperty("java.home")), List.of("-XX:SharedArchiveFile=" + archive.toAbsolutePath()),
                List.of("-cp", classPath, Training.class.getName()));
    }

    /** Makes the archive of an image in the place where its Java looks for one, wherever the image is copied to. */
    static void writeInto(Path image) throws IOException, InterruptedException {
        write(image, List.of(), List.of("-m", Image.MODULE + "/" + Training.class.getName()));
    }

    private static void write(Path home, List<String> archive, List<String> training)
            throws IOException, InterruptedException {
        Path classes = Files.createTempFile("bitewing", ".classlist");
        try {
            // One archive of the JDK's classes and ours: a second one on top of the JDK's would map 4 ms later.
            java(home, List.of("-Xshare:off", "-XX:DumpLoadedClassList=" + classes, "-Xlog:disable"), training);
            List<String> dump = new ArrayList<>(List.of("-Xshare:dump", "-XX:SharedClassListFile=" + classes));
            dump.addAll(archive);
            dump.add("-Xlog:disable");
            java(home, dump, training);
        } finally {
            Files.delete(classes);
        }
    }

    private static void java(Path home, List<String> options, List<String> program)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(options);
        command.addAll(program);
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException("a run for the class-data archive ended with " + process.exitValue());
        }
    }
}
