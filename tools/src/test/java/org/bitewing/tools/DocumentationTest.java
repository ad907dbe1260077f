package org.bitewing.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Every Java block of the documentation compiles and runs, in a folder that holds the files it speaks of. */
class DocumentationTest {
    private static final String IMPORTS = """
            import java.awt.image.BufferedImage;
            import java.io.*;
            import java.nio.charset.StandardCharsets;
            import java.nio.file.*;
            import java.time.*;
            import java.util.*;
            import javax.imageio.ImageIO;
            import org.bitewing.*;
            import org.bitewing.codec.awt.*;
            import org.bitewing.codec.image.*;
            import org.bitewing.data.*;
            import org.bitewing.dict.*;
            import org.bitewing.dict.Dictionary;
            import org.bitewing.io.*;
            import org.bitewing.net.*;
            import org.bitewing.tools.station.folder.*;
            import org.bitewing.tools.station.rules.*;
            import org.bitewing.tools.station.series.*;
            """;

    @TempDir
    Path folder;

    @BeforeEach
    void makeTheFileThatExamplesRead() throws IOException {
        Dicom.write(DataSet.builder()
                .set(Tag.SpecificCharacterSet, "ISO_IR 192")
                .set(Tag.SOPClassUID, UID.CTImageStorage)
                .set(Tag.SOPInstanceUID, "2.25.3")
                .set(Tag.StudyDate, "20260102")
                .set(Tag.AnatomicRegionSequence, DataSet.builder().set(Tag.CodeValue, "T-D1100")
                        .set(Tag.CodeMeaning, "Head"))
                .set(Tag.PatientName, "Yamada^Tarou=山田^太郎")
                .set(Tag.StudyInstanceUID, "2.25.1")
                .set(Tag.SeriesInstanceUID, "2.25.2")
                .set(Tag.SamplesPerPixel, 1).set(Tag.PhotometricInterpretation, "MONOCHROME2")
                .set(Tag.Rows, 2).set(Tag.Columns, 2)
                .set(Tag.BitsAllocated, 16).set(Tag.BitsStored, 12).set(Tag.HighBit, 11)
                .set(Tag.PixelRepresentation, 0)
                .set(Tag.PixelSpacing, 0.5, 0.5)
                .set(Tag.PixelData, new byte[8])
                .build(), folder.resolve("ct.dcm"));
    }

    @TestFactory
    Stream<DynamicTest> everyJavaBlockCompilesAndRuns() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (Path page : pages()) {
            List<String> blocks = javaBlocks(Files.readString(page));
            for (int i = 0; i < blocks.size(); i++) {
                String block = blocks.get(i);
                tests.add(DynamicTest.dynamicTest(page.getFileName() + " block " + (i + 1), () -> run(block)));
            }
        }
        return tests.stream();
    }

    @Test
    void theReadmeHasFiveRecipes() throws IOException {
        assertTrue(javaBlocks(Files.readString(root().resolve("README.md"))).size() >= 5);
    }

    @Test
    void theReadmeListsEveryCommand() throws IOException {
        String readme = Files.readString(root().resolve("README.md"));
        for (String command : Commands.NAMES) {
            String name = Commands.isPartOfBitewing(command) ? "bitewing " + command : command;
            assertTrue(readme.contains("`" + name + "`"), name);
        }
    }

    private void run(String block) throws IOException, InterruptedException {
        Path source = Files.writeString(folder.resolve("Example.java"), IMPORTS
                + "class Example { public static void main(String[] arguments) throws Exception {\n" + block + "}}\n");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter messages = new StringWriter();
        String classPath = System.getProperty("java.class.path") + File.pathSeparator
                + System.getProperty("jdk.module.path", "");
        boolean compiled = compiler.getTask(messages, null, null, List.of("-d", folder.toString(), "-cp", classPath,
                "-proc:none", "-Xlint:all,-path,-processing", "-Werror"), null,
                compiler.getStandardFileManager(null, null, null).getJavaFileObjects(source)).call();
        assertTrue(compiled, messages.toString());

        Path output = folder.resolve("output.txt");
        Process process = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp", folder + File.pathSeparator + classPath, "Example").directory(folder.toFile())
                .redirectErrorStream(true).redirectOutput(output.toFile()).start();
        assertEquals(0, process.waitFor(), Files.readString(output));
    }

    private static List<String> javaBlocks(String page) {
        List<String> blocks = new ArrayList<>();
        int start = page.indexOf("```java\n");
        while (start >= 0) {
            int end = page.indexOf("```", start + 8);
            blocks.add(page.substring(start + 8, end));
            start = page.indexOf("```java\n", end);
        }
        return blocks;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        try (Stream<Path> found = Files.list(root())) {
            found.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
        }
        Path docs = root().resolve("docs");
        if (Files.isDirectory(docs)) {
            try (Stream<Path> found = Files.walk(docs)) {
                found.filter(page -> page.toString().endsWith(".md")).forEach(pages::add);
            }
        }
        pages.sort(null);
        return pages;
    }

    static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("CONTRIBUTING.md"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
