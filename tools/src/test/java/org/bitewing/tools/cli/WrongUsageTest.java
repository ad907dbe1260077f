package org.bitewing.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.tools.Called;
import org.bitewing.tools.Judge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Options that make no sense together are refused as DCMTK refuses them, and nothing is written. */
class WrongUsageTest {
    @TempDir
    Path folder;

    /** The command line with its files in place: IN is a DICOM file, OUT is to be written. */
    private String[] words(String call) throws IOException {
        Path file = folder.resolve("in.dcm");
        if (!Files.exists(file)) {
            Dicom.write(DataSet.builder().set(Tag.PatientName, "A^B").build(), file);
        }
        return call.replace("IN", file.toString()).replace("OUT", out().toString()).split(" ");
    }

    private Path out() {
        return folder.resolve("out");
    }

    private static List<String> errors(String text) {
        return text.lines().filter(line -> line.startsWith("error: ")).toList();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "dcmdump +s IN", "dcmdump -s IN", "dcmdump -p IN", "dcmdump +p IN", "dcmdump +Fs IN", "dcmdump -ti IN",
        "dcmdump +r IN", "dcmdump +sp * IN", "dcmdump -tb +r IN", "dcmdump -v -ll info IN", "dcmdump -ll info -q IN",
        "dcmconv +cl 5 IN OUT", "dcmconv -Ct IN OUT", "dcmconv -Cd IN OUT", "dcmconv -F +p 8 8 IN OUT",
        "dcmconv -d -ll warn IN OUT", "dcm2xml +Eh IN OUT", "dcm2xml +Eb IN OUT", "dcm2xml +Eu IN OUT",
        "dcm2xml -nat +Wb IN OUT", "dcm2xml +Xf IN IN OUT", "dcm2json -te IN OUT", "dump2dcm +l 79 IN OUT",
        "dump2dcm +cl 5 IN OUT", "img2dcm +Vd IN OUT", "img2dcm +Vn IN OUT", "dcmodify -tb IN"})
    void theErrorIsThatOfDcmtk(String call) throws IOException {
        String[] words = words(call);

        Called called = Called.with(words);

        assertEquals(1, called.code(), call);
        assertEquals(1, errors(called.error()).size(), called.error());
        assertFalse(Files.exists(out()));
        String theirs = Judge.run(words[0], (Object[]) Arrays.copyOfRange(words, 1, words.length));
        assertEquals(errors(theirs), errors(called.error()), call);
    }

    @Test
    void uidsAreOverwrittenOnlyWhereNewOnesAreMade() throws IOException {
        Path xml = folder.resolve("in.xml");
        Files.write(xml, Called.with(words("dcm2xml IN")).bytes());
        for (String option : List.of("-Uo", "+Uo")) {
            String[] words = {"xml2dcm", option, xml.toString(), out().toString()};
            Called called = Called.with(words);
            assertEquals(1, called.code());
            assertFalse(Files.exists(out()));
            assertEquals(errors(Judge.run("xml2dcm", option, xml, out())), errors(called.error()));
        }
    }

    @Test
    void ofOptionsThatExcludeEachOtherTheLastOneCounts() throws IOException {
        for (String call : List.of("dcmdump -ti -t= IN", "dcmdump -f -ti +f -t= IN")) {
            String[] words = words(call);
            String theirs = Judge.run(words[0], (Object[]) Arrays.copyOfRange(words, 1, words.length));
            assertEquals(theirs.substring(theirs.lastIndexOf('\n') + 1), "" + Called.with(words).code(), call);
        }
    }

    @Test
    void quietIsQuietAboutWrongUsageToo() throws IOException {
        String[] words = words("dcmdump -q -s IN");
        assertEquals("", Called.with(words).error());
        assertEquals(1, Called.with(words).code());
        assertEquals("1", Judge.run("dcmdump", "-q", "-s", words[3]));
    }
}
