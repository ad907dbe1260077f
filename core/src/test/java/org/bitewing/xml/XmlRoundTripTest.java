package org.bitewing.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.model.GeneratedDataSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data set that goes to XML and comes back is the same. */
class XmlRoundTripTest {
    /** Names and numbers that nobody reads back. */
    private static final DcmtkXmlStyle STYLE = new DcmtkXmlStyle() {
        @Override
        public String elementName(int tag, String creator) {
            return "a <name> & \"more\"";
        }

        @Override
        public String transferSyntaxName(String uid) {
            return uid;
        }

        @Override
        public String number(VR vr, double value) {
            return vr.unit() == 4 ? Float.toString((float) value) : Double.toString(value);
        }
    };

    private static byte[] xml(DataSet dataSet, XmlWriteOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlWriter.write(dataSet, out, options);
        return out.toByteArray();
    }

    private static byte[] dcmtk(DataSet dataSet, DcmtkXmlOptions.Binary binary, String documentType)
            throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        DcmtkXmlWriter.write(dataSet, "1.2.840.10008.1.2.1", true, out,
                new DcmtkXmlOptions(binary, STYLE, true, true, false, Long.MAX_VALUE, documentType));
        return out.toByteArray();
    }

    private static DataSet read(byte[] xml, XmlReadOptions options) throws IOException {
        return XmlReader.read(new ByteArrayInputStream(xml), "test", options);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyVrComesBackFromBothForms(long seed) throws IOException {
        DataSet dataSet = GeneratedDataSets.of(seed);

        byte[] model = xml(dataSet, XmlWriteOptions.defaults());
        byte[] hexadecimal = dcmtk(dataSet, DcmtkXmlOptions.Binary.HEXADECIMAL, "");
        byte[] base64 = dcmtk(dataSet, DcmtkXmlOptions.Binary.BASE64, "<!DOCTYPE file-format SYSTEM \"x>.dtd\" [\n"
                + "<!-- ' --><!ELEMENT a (#PCDATA)> <?x ]> ?> <!ATTLIST a b CDATA \"]>\">\n]>\n");

        assertEquals(dataSet, read(model, XmlReadOptions.defaults().withNamespaceRequired()));
        assertEquals(dataSet, read(hexadecimal, XmlReadOptions.defaults().withNamespaceRequired()));
        assertEquals(dataSet, read(base64, XmlReadOptions.defaults()));
    }

    @Test
    void notANumberAndInfinityComeBackFromBothForms() throws IOException {
        DataSet dataSet = DataSet.builder()
                .set(Tag.ReferencePixelPhysicalValueX, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1)
                .build();

        assertEquals(dataSet, read(xml(dataSet, XmlWriteOptions.defaults()), XmlReadOptions.defaults()));
        assertEquals(dataSet, read(dcmtk(dataSet, DcmtkXmlOptions.Binary.HIDDEN, ""), XmlReadOptions.defaults()));
    }

    @Test
    void fragmentsComeBackFromBothForms() throws IOException {
        Fragments fragments = new Fragments(Tag.PixelData, VR.OB.code(),
                List.of(BulkData.of(new byte[0]), BulkData.of(new byte[] {1, 2, 3, 4}), BulkData.of(new byte[] {5, 6})));
        DataSet dataSet = DataSet.builder().set(Tag.TransferSyntaxUID, "1.2.840.10008.1.2.5").set(Tag.Rows, 1)
                .set(fragments).build();

        byte[] model = xml(dataSet, XmlWriteOptions.defaults().withInlineFragments().withFileMeta());

        assertEquals(dataSet, read(model, XmlReadOptions.defaults()));
        assertEquals(dataSet, read(dcmtk(dataSet, DcmtkXmlOptions.Binary.HEXADECIMAL, ""), XmlReadOptions.defaults()));
        assertEquals(dataSet, read(dcmtk(dataSet, DcmtkXmlOptions.Binary.BASE64, ""), XmlReadOptions.defaults()));
    }

    @Test
    void largeValuesComeBackThroughReferences() throws IOException {
        DataSet dataSet = DataSet.builder().set(Tag.Rows, 5).set(Value.of(Tag.PixelData, VR.OW, new byte[1000]))
                .build();
        Map<String, byte[]> store = new HashMap<>();
        XmlWriteOptions options = XmlWriteOptions.defaults().withBulkOver(100, (path, element) -> {
            store.put("bulk?a&b", ((Value) element).bytes());
            return Optional.of("bulk?a&b");
        });

        byte[] xml = xml(dataSet, options);

        assertEquals(dataSet, read(xml, XmlReadOptions.defaults().withBulk(uri -> BulkData.of(store.get(uri)))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ISO_IR 100", "ISO_IR 144", "ISO_IR 126"})
    void aCharacterSetWithAnEncodingKeepsItInTheFormOfDcmtk(String term) throws IOException {
        String name = term.equals("ISO_IR 144") ? "Люкс" : term.equals("ISO_IR 126") ? "Διον" : "Äneas";
        DataSet dataSet = DataSet.builder().set(Tag.SpecificCharacterSet, term).set(Tag.PatientName, name).build();

        byte[] xml = dcmtk(dataSet, DcmtkXmlOptions.Binary.HIDDEN, "");

        try (XmlReader reader = XmlReader.of(new ByteArrayInputStream(xml), "test", XmlReadOptions.defaults())) {
            DataSet back = reader.read();
            assertEquals(name, back.text(Tag.PatientName).orElseThrow());
            assertEquals("ISO_IR 192", back.text(Tag.SpecificCharacterSet).orElseThrow());
            assertEquals(term, reader.characterSetTold());
        }
    }
}
