package org.bitewing.tools.dist;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergedJarTest {
    @TempDir
    Path folder;
    private Path one;
    private Path other;

    @BeforeEach
    void makeTwoModules() throws IOException {
        one = module("one", "Codec", "one.Codec");
        other = module("other", "Codec", "other.Codec\n");
    }

    private Path module(String name, String service, String provider) throws IOException {
        Path module = folder.resolve(name);
        Files.createDirectories(module.resolve("META-INF/services"));
        Files.writeString(module.resolve("META-INF/services").resolve(service), provider);
        Files.writeString(module.resolve("module-info.class"), name);
        Files.writeString(module.resolve("META-INF/package-info.class"), name);
        Files.writeString(module.resolve(name + ".class"), name);
        return module;
    }

    @Test
    void theSameInputsGiveTheSameBytesWhenever() throws IOException {
        MergedJar.write(folder.resolve("a.jar"), List.of(one, other));
        Files.setLastModifiedTime(one.resolve("one.class"), FileTime.fromMillis(0));
        MergedJar.write(folder.resolve("b.jar"), List.of(one, other));

        assertArrayEquals(Files.readAllBytes(folder.resolve("a.jar")), Files.readAllBytes(folder.resolve("b.jar")));
    }

    @Test
    void servicesAreJoinedAndDescriptorsLeftOut() throws IOException {
        MergedJar.write(folder.resolve("a.jar"), List.of(one, other));

        try (ZipFile jar = new ZipFile(folder.resolve("a.jar").toFile())) {
            assertNull(jar.getEntry("module-info.class"));
            assertNull(jar.getEntry("META-INF/package-info.class"));
            byte[] services = jar.getInputStream(jar.getEntry("META-INF/services/Codec")).readAllBytes();
            assertEquals("one.Codec\nother.Codec\n", new String(services, StandardCharsets.UTF_8));
        }
    }
}
