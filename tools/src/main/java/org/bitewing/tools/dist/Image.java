package org.bitewing.tools.dist;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.StringJoiner;
import java.util.spi.ToolProvider;
import org.bitewing.tools.files.FolderTree;

/**
 * Makes the folder for machines that have no Java: the modules of the JDK that the commands need, the commands as
 * modules beside them, launchers, and a class-data archive that serves the image wherever it is copied to.
 */
public final class Image {
    /** The module of the commands. */
    static final String MODULE = "org.bitewing.tools";
    /**
     * What nothing requires by name, but is looked up: character sets such as ISO 2022 IR 87, and elliptic curves, which
     * are a module of their own up to Java 21.
     */
    private static final List<String> PROVIDERS = List.of("jdk.charsets", "jdk.crypto.ec");

    private Image() {
    }

    /**
     * Makes the image.
     *
     * @param arguments the target folder, which is replaced where an image is there already; the modules are those on
     *                  the class path
     * @throws IOException          where something cannot be read or written, or the modules cannot be linked
     * @throws InterruptedException where the process that makes the archive is interrupted
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        Path target = Path.of(arguments[0]);
        clear(target);
        link(System.getProperty("java.class.path"), target);
        Launchers.OF_IMAGE.write(target.resolve("bin"));
        SharedFiles.write(target.resolve("share"));
        ClassDataArchive.writeInto(target);
    }

    private static void link(String modulePath, Path target) throws IOException {
        StringJoiner modules = new StringJoiner(",").add(MODULE);
        for (String provider : PROVIDERS) {
            if (ModuleFinder.ofSystem().find(provider).isPresent()) {
                modules.add(provider);
            }
        }
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IOException("this Java has no jlink; a JDK is needed"));
        StringWriter messages = new StringWriter();
        PrintWriter printer = new PrintWriter(messages);
        int code = jlink.run(printer, printer, "--module-path", modulePath, "--add-modules", modules.toString(),
                "--strip-java-debug-attributes", "--no-header-files", "--no-man-pages",
                "--output", target.toString());
        if (code != 0) {
            throw new IOException("jlink: " + messages.toString().strip());
        }
    }

    /** Removes an image, and nothing that is not one. */
    private static void clear(Path target) throws IOException {
        if (!Files.exists(target)) {
            return;
        }
        if (!Files.isRegularFile(target.resolve("release")) || !Files.isRegularFile(target.resolve("lib/modules"))) {
            throw new IOException(target + " is there, and is no image");
        }
        FolderTree.remove(target);
    }
}
