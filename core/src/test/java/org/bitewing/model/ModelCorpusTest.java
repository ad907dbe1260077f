package org.bitewing.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.json.JsonReadOptions;
import org.bitewing.json.JsonReader;
import org.bitewing.json.JsonWriteOptions;
import org.bitewing.json.JsonWriter;
import org.bitewing.xml.XmlReadOptions;
import org.bitewing.xml.XmlReader;
import org.bitewing.xml.XmlWriteOptions;
import org.bitewing.xml.XmlWriter;
import org.junit.jupiter.api.Test;

/** Real files go to JSON and XML and come back with the same values; skipped where the files are not. */
class ModelCorpusTest {
    private static final int LARGEST = 2 << 20;

    /** The folder of shared files: as given, or beside the root of the project. */
    private static Path folder() {
        String given = System.getProperty("BITEWING_SHARED", System.getenv("BITEWING_SHARED"));
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && Files.exists(root.resolveSibling("pom.xml"))) {
            root = root.getParent();
        }
        return (given == null ? root.resolveSibling("shared") : Path.of(given)).resolve("corpus/files");
    }

    private static List<DataSet> dataSets() throws IOException {
        assumeTrue(Files.isDirectory(folder()), "the corpus is not here: set BITEWING_SHARED to its folder");
        List<DataSet> all = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder())) {
            for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile).sorted()::iterator) {
                if (Files.size(file) > LARGEST) {
                    continue;
                }
                try {
                    all.add(Dicom.read(file));
                } catch (DicomException e) {
                    // Some of the files are no DICOM, or end too early.
                }
            }
        }
        assertTrue(all.size() > 100, "data sets: " + all.size());
        return all;
    }

    @Test
    void realFilesComeBackFromJson() throws IOException {
        for (DataSet dataSet : dataSets()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            JsonWriter.write(dataSet, out, JsonWriteOptions.defaults().with(JsonWriteOptions.NonFinite.TEXT)
                    .withInlineFragments().withFileMeta());
            assertSame(dataSet, JsonReader.read(new ByteArrayInputStream(out.toByteArray()), "json",
                    JsonReadOptions.defaults()), "");
        }
    }

    @Test
    void realFilesComeBackFromXml() throws IOException {
        for (DataSet dataSet : dataSets()) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            XmlWriter.write(dataSet, out, XmlWriteOptions.defaults().withInlineFragments().withFileMeta());
            assertSame(dataSet, XmlReader.read(new ByteArrayInputStream(out.toByteArray()), "xml",
                    XmlReadOptions.defaults()), "");
        }
    }

    private static void assertSame(Attributes expected, Attributes actual, String path) {
        for (Element element : expected.elements()) {
            int tag = element.tag();
            String place = path + Tag.toString(tag);
            if ((tag & 0xffff) == 0 || tag == Tag.SpecificCharacterSet) {
                assertEquals((tag & 0xffff) != 0, actual.contains(tag), place);
                continue;
            }
            Element other = actual.element(tag).orElseThrow(() -> new AssertionError(place + " is not there"));
            if (element instanceof Sequence sequence) {
                assertEquals(sequence.items().size(), actual.items(tag).size(), place);
                for (int i = 0; i < sequence.items().size(); i++) {
                    assertSame(sequence.items().get(i), actual.items(tag).get(i), place + "[" + i + "].");
                }
            } else if (element instanceof Fragments fragments) {
                assertEquals(fragments.all().size(), ((Fragments) other).all().size(), place);
            } else if (element.vr().kind() == VR.Kind.TEXT) {
                assertEquals(normal(element.vr(), expected.texts(tag)), normal(element.vr(), actual.texts(tag)), place);
            } else {
                assertEquals(element, other, place);
            }
        }
    }

    /** Numbers without plus signs and leading zeros, names without empty components at their ends. */
    private static List<String> normal(VR vr, List<String> texts) {
        List<String> normal = texts.stream().map(text -> switch (vr) {
            case DS, IS -> text.matches("[+-]?\\d+(\\.\\d*)?([eE][+-]?\\d+)?") ? new BigDecimal(text).toString() : text;
            case PN -> text.replaceAll("[\\^ ]+(?==|$)", "").replaceAll("=+$", "");
            default -> text;
        }).toList();
        return normal.stream().allMatch(String::isEmpty) && normal.size() == 1 ? List.of() : normal;
    }
}
