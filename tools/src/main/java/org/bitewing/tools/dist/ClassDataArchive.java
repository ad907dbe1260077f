package org.bitewing.tools.dist;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The classes that a run of the tour loads, parsed and laid out for the next JVM to map (class-data sharing). It is for
 * the Java that the build runs on; any other one does without. Where it cannot be made, start-up is slower, nothing
 * else.
 */
final class ClassDataArchive {
    private ClassDataArchive() {
    }

    static void write(Path jar, Path archive) throws IOException, InterruptedException {
        Files.deleteIfExists(archive);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Process process = new ProcessBuilder(List.of(java, "-XX:ArchiveClassesAtExit=" + archive, "-Xlog:disable",
                "-XX:+UseSerialGC", "-cp", jar.toString(), "org.bitewing.tools.Main", "tour"))
                .redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
        if (process.waitFor() != 0) {
            throw new IOException("bitewing tour ended with " + process.exitValue());
        }
    }
}
