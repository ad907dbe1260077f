package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.io.WriteOptions.GroupLengths;
import org.bitewing.io.WriteOptions.LengthForm;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Other toolkits read real files that we wrote again, as they are and in each native syntax, and see what they see in the
 * files themselves: DCMTK and GDCM the same dumps, pydicom the same elements and pixels, dicom3tools no further errors.
 */
class CorpusJudgesTest {
    private static final Map<String, WriteOptions> NATIVE = Map.of(
            "explicit", WriteOptions.defaults().with(TransferSyntax.EXPLICIT_LITTLE).with(LengthForm.DEFINED),
            "implicit", WriteOptions.defaults().with(TransferSyntax.IMPLICIT_LITTLE).with(LengthForm.UNDEFINED),
            "deflated", WriteOptions.defaults().with(TransferSyntax.DEFLATED).with(GroupLengths.DROPPED));
    /** The one of the system, which has Debian's packages. */
    private static final String PYTHON = "/usr/bin/python3";
    private static final int NOT_THERE = 127;

    @TempDir
    static Path folder;

    @BeforeAll
    static void writeCopies() throws IOException {
        StringBuilder list = new StringBuilder();
        Files.createDirectory(folder.resolve("kept"));
        for (String form : NATIVE.keySet()) {
            Files.createDirectory(folder.resolve(form));
        }
        int number = 0;
        for (Path file : CorpusFiles.all()) {
            String name = file.getFileName().toString();
            if (!name.startsWith("IM0000") && writeCopies(file, number + ".dcm")) {
                list.append(number + ".dcm\t" + file + "\n");
                number++;
            }
        }
        Files.writeString(folder.resolve("list"), list);
        assertTrue(number > 150, number + " files");
    }

    private static boolean writeCopies(Path file, String name) throws IOException {
        DataSet read;
        try {
            read = Dicom.read(file);
        } catch (DicomException e) {
            return false; // Some are damaged, or no DICOM.
        }
        boolean isNative = read.elements().stream().noneMatch(Fragments.class::isInstance);
        if (isNative) {
            for (Map.Entry<String, WriteOptions> form : NATIVE.entrySet()) {
                // A directory is never deflated (PS3.10 8.6): it refers to places in the file.
                if (!form.getKey().equals("deflated") || !read.contains(Tag.DirectoryRecordSequence)) {
                    Files.write(folder.resolve(form.getKey()).resolve(name), DicomWriter.toBytes(read, form.getValue()));
                }
            }
        }
        TransferSyntax syntax = FileMeta.transferSyntax(read).orElse(TransferSyntax.EXPLICIT_LITTLE);
        if (isNative || syntax.encapsulated()) {
            Files.write(folder.resolve("kept").resolve(name), DicomWriter.toBytes(read, WriteOptions.faithful()));
        }
        return true;
    }

    private static List<String> differences(String judge) throws IOException, InterruptedException {
        assumeTrue(Files.isExecutable(Path.of(PYTHON)), "skipped: " + PYTHON + " is not installed");
        Path script = folder.resolve("judges.py");
        try (InputStream resource = CorpusJudgesTest.class.getResourceAsStream("judges.py")) {
            Files.write(script, resource.readAllBytes());
        }
        Process process = new ProcessBuilder(PYTHON, script.toString(), judge, folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        int code = process.waitFor();
        assumeTrue(code != NOT_THERE, "skipped: " + judge + " is not installed");
        assertEquals(0, code, output);
        List<String> differences = new ArrayList<>();
        for (String line : output.split("\n")) {
            differences.add(line.replace('\t', ' '));
        }
        return output.isEmpty() ? List.of() : differences;
    }

    @Test
    void dcmtkPrintsTheSameDumps() throws IOException, InterruptedException {
        // Its data set is not in the transfer syntax that it names; what we write is.
        assertEquals(List.of("kept SC_rgb_jpeg.dcm 0 elements: 36"), differences("dcmtk"));
    }

    @Test
    void gdcmPrintsTheSameDumps() throws IOException, InterruptedException {
        assertEquals(List.of(), differences("gdcm"));
    }

    @Test
    void pydicomSeesTheSameElementsAndPixels() throws IOException, InterruptedException {
        // A fragment of odd length is padded (PS3.5 A.4), and the delimiter behind it goes up by one.
        assertEquals(List.of("kept NM_Kakadu44_SOTmarkerincons.dcm 7fe0,0010 OW 3742522 bytes with CRC a38d27f1: "
                + "7fe0,0010 OW 3742522 bytes with CRC a7ed0eaf"), differences("pydicom"));
    }

    @Test
    void dicom3toolsFindsNoFurtherErrors() throws IOException, InterruptedException {
        String missing = "empty_charset_LEI.dcm Error - MediaStorage%1$s but missing %1$s and not a directory";
        assertEquals(List.of(
                // It has no SOP class and no meta information, in which one has to be named.
                "explicit " + missing.formatted("SOPClassUID"), "explicit " + missing.formatted("SOPInstanceUID"),
                "implicit " + missing.formatted("SOPClassUID"), "implicit " + missing.formatted("SOPInstanceUID"),
                // These can be read now, and so are compared with others of their folder.
                "kept CT_small.dcm Error - Duplicate SOPInstanceUID - 1.2.826.0.1.3680043.8.498."
                        + "13002811185086637637347356263722492924 within Series for file SC_rgb_jpeg_dcmd.dcm versus SC_rgb_jpeg.dcm",
                "kept DICOMDIR Error - Duplicate SOPInstanceUID -  within Series for file DICOMDIR-nooffset versus DICOMDIR"),
                differences("dicom3tools"));
    }
}
