package org.bitewing.tools.markup;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.dict.Tag;
import org.bitewing.tools.Corpus;
import org.bitewing.tools.Judge;
import org.bitewing.tools.ToolRun;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What DCMTK and Python make of the same files; skipped where they, or the files, are not there. */
class MarkupJudgesTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"CT_small.dcm", "rtplan.dcm", "reportsi.dcm", "chrFren.dcm", "chrArab.dcm", "JPEG2000.dcm",
        "liver_1frame.dcm", "SC_rgb_rle.dcm"})
    void xmlIsThatOfDcmtkLetterByLetterButForPrivateNames(String name) throws IOException {
        Path file = Corpus.file(name);
        Path theirs = folder.resolve("theirs.xml");
        assertEquals("0", Judge.run("dcm2xml", "-q", "+M", "+Wb", file, theirs));
        ToolRun ours = ToolRun.of("dcm2xml", "+M", "+Wb", file);

        assertEquals(withoutPrivateNames(Files.readAllBytes(theirs)), withoutPrivateNames(ours.out()));
    }

    /** The private dictionaries differ. */
    private static String withoutPrivateNames(byte[] xml) {
        return new String(xml, StandardCharsets.ISO_8859_1)
                .replaceAll("(tag=\"...[13579bdf],.*) name=\"[^\"]*\"", "$1").replace("RETIRED_", "");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rtplan.dcm", "reportsi.dcm", "chrX1.dcm", "chrH31.dcm", "SC_rgb_rle.dcm"})
    void dcmtkReadsWhatWeMakeOfXml(String name) throws IOException {
        Path file = Corpus.file(name);
        Path xml = folder.resolve("a.xml");
        Path made = folder.resolve("made.dcm");
        ToolRun.of("dcm2xml", "+M", "+Wb", file, xml);

        assertEquals("0", Judge.run("xml2dcm", "-q", xml, made));
        assertEquals(content(file), content(made));
    }

    /** The data set in UTF-8, without file meta information. */
    private static DataSet content(Path file) throws IOException {
        DataSet read = Dicom.read(file);
        DataSetBuilder builder = read.toBuilder().set(Tag.SpecificCharacterSet, "ISO_IR 192");
        for (Element element : read.elements()) {
            if (element.tag() >>> 16 == 2) {
                builder.remove(element.tag());
            }
        }
        return builder.build();
    }

    @ParameterizedTest
    @ValueSource(strings = {"CT_small.dcm", "reportsi.dcm", "chrX1.dcm", "chrH31.dcm"})
    void theNativeModelIsWellFormed(String name) throws IOException {
        Path xml = folder.resolve("a.xml");
        ToolRun.of("dcm2xml", "-nat", "+Xn", "+Eb", Corpus.file(name), xml);

        assertEquals("0", Judge.run("/usr/bin/python3", "-c",
                "import sys, xml.dom.minidom as m; m.parse(sys.argv[1])", xml));
    }
}
