package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitewing.data.DataSet;
import org.bitewing.io.WriteOptions.GroupLengths;
import org.bitewing.io.WriteOptions.LengthForm;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Other toolkits read what we write. */
class JudgesTest {
    private static final List<TransferSyntax> SYNTAXES = List.of(TransferSyntax.IMPLICIT_LITTLE, TransferSyntax.EXPLICIT_LITTLE,
            TransferSyntax.EXPLICIT_BIG, TransferSyntax.DEFLATED);

    @TempDir
    Path folder;

    /** What a judge said, and its exit code. */
    private record Verdict(int code, String output, String errors) {
    }

    private Verdict judge(List<String> command) throws IOException, InterruptedException {
        Path output = folder.resolve("output");
        Path errors = folder.resolve("errors");
        Process process;
        try {
            process = new ProcessBuilder(command).redirectOutput(output.toFile()).redirectError(errors.toFile()).start();
        } catch (IOException e) {
            Assumptions.abort("skipped: " + command.get(0) + " is not installed");
            throw e;
        }
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        return new Verdict(process.waitFor(), new String(Files.readAllBytes(output), java.nio.charset.StandardCharsets.ISO_8859_1),
                Files.readString(errors));
    }

    /** Every syntax and form of length, of trees that have every VR. */
    private List<Path> written(LengthForm form, GroupLengths groups) throws IOException {
        List<Path> files = new ArrayList<>();
        DataSet dataSet = new RandomDataSets(21, 3).next();
        for (TransferSyntax syntax : SYNTAXES) {
            Path file = folder.resolve(syntax.uid() + "-" + form + "-" + groups + ".dcm");
            Files.write(file, DicomWriter.toBytes(dataSet, WriteOptions.defaults().with(syntax).with(form).with(groups)));
            files.add(file);
        }
        return files;
    }

    @Test
    void dcmdumpReadsEverySyntaxAndForm() throws IOException, InterruptedException {
        for (LengthForm form : LengthForm.values()) {
            for (Path file : written(form, GroupLengths.MADE)) {
                Verdict verdict = judge(List.of("dcmdump", "-q", "+L", file.toString()));
                assertEquals(0, verdict.code(), verdict.errors());
                assertEquals("", verdict.errors(), file.toString());
            }
        }
    }

    @Test
    void dcmdumpSeesTheSameInEveryNativeSyntax() throws IOException, InterruptedException {
        List<String> dumps = new ArrayList<>();
        for (Path file : written(LengthForm.DEFINED, GroupLengths.DROPPED)) {
            // Lengths and the names of syntaxes differ.
            String dump = judge(List.of("dcmdump", "-q", "+L", file.toString())).output();
            dumps.add(dump.substring(dump.indexOf("# Dicom-Data-Set")).replaceAll("# Used TransferSyntax.*|# +[0-9]+, *|with explicit length #=[0-9]+", ""));
        }
        assertEquals(dumps.get(1), dumps.get(3));
        assertEquals(dumps.get(1), dumps.get(2));
        // Other dictionaries know other VRs in implicit VR, but no other elements.
        assertEquals(tags(dumps.get(1)), tags(dumps.get(0)));
    }

    private static List<String> tags(String dump) {
        return dump.lines().map(String::strip).filter(line -> line.matches("\\([0-9a-f]{4},[0-9a-f]{4}\\) .*"))
                .map(line -> line.substring(0, 11)).toList();
    }

    @Test
    void gdcmdumpReadsEverySyntaxAndForm() throws IOException, InterruptedException {
        for (LengthForm form : LengthForm.values()) {
            for (Path file : written(form, GroupLengths.DROPPED)) {
                assertEquals(0, judge(List.of("gdcmdump", file.toString())).code(), file.toString());
            }
        }
    }

    @Test
    void pydicomReadsEverySyntaxAndForm() throws IOException, InterruptedException {
        Assumptions.assumeTrue(judge(List.of("/usr/bin/python3", "-c", "import pydicom")).code() == 0, "skipped: pydicom is not installed");
        for (LengthForm form : LengthForm.values()) {
            for (Path file : written(form, GroupLengths.MADE)) {
                Verdict verdict = judge(List.of("/usr/bin/python3", "-W", "ignore", "-c",
                        "import pydicom,sys\nfor e in pydicom.dcmread(sys.argv[1]): e.tag", file.toString()));
                assertEquals(0, verdict.code(), verdict.errors());
            }
        }
    }
}
