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
    /** Compares two JSON files as data, and those of pydicom less what it adds to or leaves out of the standard. */
    private static final String COMPARE = """
            import json, struct, sys, warnings
            warnings.simplefilter('ignore')
            import pydicom
            def clean(d):
                for k in list(d):
                    e = d[k]
                    if k.endswith('0000'):
                        del d[k]
                        continue
                    if k == '00080005':
                        e['Value'] = ['ISO_IR 192']
                    if e['vr'] == 'SQ':
                        for item in e.get('Value', []):
                            clean(item)
                    if e['vr'] == 'FL':
                        e['Value'] = [struct.pack('f', v) for v in e.get('Value', [])]
                    if 'Value' in e:
                        e['Value'] = [v.strip(' ') or None if isinstance(v, str)
                                      else {g: t.rstrip(' ^') for g, t in v.items()} if e['vr'] == 'PN' and v
                                      else v for v in e['Value']]
                        e['Value'] = [None if e['vr'] == 'PN' and v and not any(v.values()) else v for v in e['Value']]
                    if e.get('Value') in ([], [None]):
                        del e['Value']
                return d
            ours = json.load(open(sys.argv[1], encoding='utf-8'))
            if len(sys.argv) > 3:
                theirs = clean(json.load(open(sys.argv[3], encoding='utf-8')))
            else:
                dataset = pydicom.dcmread(sys.argv[2], force=True)
                theirs = clean(json.loads(json.dumps(dataset.to_json_dict(bulk_data_threshold=1 << 40))))
            ours = clean(ours)
            for key in sorted(set(ours) | set(theirs)):
                if ours.get(key) != theirs.get(key):
                    print('differs:', key)
            """;

    @TempDir
    Path folder;

    private void assertSame(Path ours, Object... others) throws IOException {
        Path script = Files.writeString(folder.resolve("compare.py"), COMPARE);
        Object[] words = new Object[2 + others.length];
        words[0] = script;
        words[1] = ours;
        System.arraycopy(others, 0, words, 2, others.length);
        assertEquals("0", Judge.run("/usr/bin/python3", words));
    }

    private Path ours(Path file) throws IOException {
        ToolRun run = ToolRun.of("dcm2json", file);
        assertEquals(0, run.code(), run.errors());
        return Files.write(folder.resolve("ours.json"), run.out());
    }

    @ParameterizedTest
    @ValueSource(strings = {"CT_small.dcm", "rtplan.dcm", "reportsi.dcm", "chrH31.dcm", "chrX1.dcm", "chrFrenMulti.dcm",
        "chrFren.dcm", "waveform_ecg.dcm"})
    void jsonMeansWhatThatOfPydicomMeans(String name) throws IOException {
        Path file = Corpus.file(name);

        assertSame(ours(file), file);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CT_small.dcm", "rtplan.dcm", "reportsi.dcm", "chrFren.dcm", "chrX1.dcm", "waveform_ecg.dcm"})
    void jsonMeansWhatThatOfDcmtkMeans(String name) throws IOException {
        Path file = Corpus.file(name);
        Path theirs = folder.resolve("theirs.json");
        assertEquals("0", Judge.run("dcm2json", "-q", file, theirs));

        assertSame(ours(file), file, theirs);
    }

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
