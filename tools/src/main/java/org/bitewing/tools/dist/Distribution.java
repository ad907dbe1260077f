package org.bitewing.tools.dist;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Makes the folder that people copy: {@code bin} with launchers, {@code lib} with one jar. Run by the build with the
 * modules on its class path; the same inputs give the same jar and launchers byte for byte.
 */
public final class Distribution {
    private Distribution() {
    }

    /**
     * Makes the distribution.
     *
     * @param arguments the target folder; then, if the class path is not that of this process, the folders and jars of
     *                  the modules
     * @throws IOException          where something cannot be read or written
     * @throws InterruptedException where the process that makes the archive is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        List<Path> modules = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
            modules.add(Path.of(entry));
        }
        Path lib = Files.createDirectories(target.resolve("lib"));
        Path jar = lib.resolve("bitewing.jar");
        MergedJar.write(jar, modules);
        Launchers.OF_JAR.write(Files.createDirectories(target.resolve("bin")));
        SharedFiles.write(target.resolve("share"));
        try {
            ClassDataArchive.write(jar, lib.resolve("bitewing.jsa"));
        } catch (IOException e) {
            // It only makes commands start faster; a Java that cannot make it runs them all the same.
            System.err.println("no class-data archive: " + e.getMessage());
        }
    }
}
