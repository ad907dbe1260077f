package org.bitewing.tools.dist;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/** All modules in one jar for the class path: sorted entries and one fixed time, so that it is reproducible. */
final class MergedJar {
    private static final String MANIFEST = "META-INF/MANIFEST.MF";
    private static final String SERVICES = "META-INF/services/";
    private static final LocalDateTime TIME = LocalDateTime.of(2026, 1, 1, 0, 0);

    private MergedJar() {
    }

    static void write(Path jar, List<Path> modules) throws IOException {
        Map<String, byte[]> entries = new TreeMap<>();
        for (Path module : modules) {
            if (Files.isDirectory(module)) {
                addFolder(module, entries);
            } else {
                addJar(module, entries);
            }
        }
        entries.remove(MANIFEST);
        try (OutputStream file = Files.newOutputStream(jar); ZipOutputStream zip = new ZipOutputStream(file)) {
            put(zip, MANIFEST, manifest());
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                put(zip, entry.getKey(), entry.getValue());
            }
        }
    }

    private static byte[] manifest() {
        return ("Manifest-Version: 1.0\r\nMain-Class: org.bitewing.tools.Main\r\n"
                + "Automatic-Module-Name: org.bitewing\r\nMulti-Release: true\r\n\r\n").getBytes(StandardCharsets.UTF_8);
    }

    private static void addFolder(Path folder, Map<String, byte[]> entries) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
                add(folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file), entries);
            }
        }
    }

    private static void addJar(Path jar, Map<String, byte[]> entries) throws IOException {
        try (ZipFile zip = new ZipFile(jar.toFile())) {
            for (ZipEntry entry : (Iterable<ZipEntry>) zip.stream().map(found -> (ZipEntry) found)::iterator) {
                if (!entry.isDirectory()) {
                    add(entry.getName(), zip.getInputStream(entry).readAllBytes(), entries);
                }
            }
        }
    }

    /**
     * A module's descriptor says nothing of the others, and that of a package nothing at all at run time, so that some
     * builds make it and some do not. Services of all modules are joined.
     */
    private static void add(String name, byte[] bytes, Map<String, byte[]> entries) {
        if (name.equals("module-info.class") || name.endsWith("package-info.class")) {
            return;
        }
        byte[] before = entries.get(name);
        if (before != null && name.startsWith(SERVICES)) {
            String both = new String(before, StandardCharsets.UTF_8).stripTrailing() + "\n"
                    + new String(bytes, StandardCharsets.UTF_8);
            entries.put(name, both.getBytes(StandardCharsets.UTF_8));
        } else {
            entries.put(name, bytes);
        }
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
