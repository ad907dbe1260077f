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
     * Makes the archive. The jar's path is kept in it: it serves the jar where it is now.
     *
     * @param jar     the toolkit
     * @param archive the file to make
     * @throws IOException          where the archive cannot be made
     * @throws InterruptedException where waiting for the process that makes it is interrupted
     */
    public static void write(Path jar, Path archive) throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        String classPath = jar.toAbsolutePath().normalize().toString();
        Path classes = Files.createTempFile("bitewing", ".classlist");
        try {
            // One archive of the JDK's classes and ours: a second one on top of the JDK's would map 4 ms later.
            java("-Xshare:off", "-XX:DumpLoadedClassList=" + classes, "-Xlog:disable", "-cp", classPath,
                    Training.class.getName());
            java("-Xshare:dump", "-XX:SharedClassListFile=" + classes,
                    "-XX:SharedArchiveFile=" + archive.toAbsolutePath(), "-Xlog:disable", "-cp", classPath);
        } finally {
            Files.delete(classes);
        }
    }

    private static void java(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException("a run for the class-data archive ended with " + process.exitValue());
        }
    }
}
