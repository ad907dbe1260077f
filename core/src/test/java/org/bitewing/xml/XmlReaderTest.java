package org.bitewing.xml;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader takes, and what it refuses and where. */
class XmlReaderTest {
    private static DataSet read(byte[] xml) throws IOException {
        return XmlReader.read(new ByteArrayInputStream(xml), "test.xml", XmlReadOptions.defaults());
    }

    private static DataSet read(String xml) throws IOException {
        return read(xml.getBytes(StandardCharsets.UTF_8));
    }

    /** A document with some attributes of the Native DICOM Model. */
    private static DataSet model(String attributes) throws IOException {
        return read("<NativeDicomModel>" + attributes + "</NativeDicomModel>");
    }

    private static DicomException refused(String xml) {
        return assertThrows(DicomException.class, () -> read(xml), xml);
    }

    // ---- XML -----------------------------------------------------------------------------------------------------

    @Test
    void textIsWhatXmlSaysItIs() throws IOException {
        String value = model("<!-- a --><?b c?><DicomAttribute tag='001021B0' vr=\"LT\" ><Value number='1'>"
                + "a&lt;&amp;&#x65e5;&#128512;&#13;&#10;b\r\nc\rd<!-- e --><![CDATA[<f>&amp;]]]]><![CDATA[>]]>&gt;"
                + "</Value></DicomAttribute>").text(Tag.AdditionalPatientHistory).orElseThrow();

        assertEquals("a<&日😀\r\nb\nc\nd<f>&amp;]]>>", value);
    }

    @Test
    void prefixesAndEmptyElementsAreUnderstood() throws IOException {
        DataSet dataSet = read("<d:NativeDicomModel xmlns:d='" + XmlWriter.NAMESPACE + "'><d:DicomAttribute "
                + "tag='00280010' vr='US'/><d:DicomAttribute tag='00081115' vr='SQ'><d:Item number='1'/>"
                + "</d:DicomAttribute></d:NativeDicomModel>");

        assertTrue(dataSet.contains(Tag.Rows));
        assertEquals(1, dataSet.items(Tag.ReferencedSeriesSequence).size());
    }

    @Test
    void theEncodingIsThatOfTheMarkOrTheDeclaration() throws IOException {
        String body = "<NativeDicomModel><DicomAttribute tag='00100020' vr='LO'><Value>é</Value></DicomAttribute>"
                + "</NativeDicomModel>";
        List<byte[]> documents = List.of(body.getBytes(StandardCharsets.UTF_8),
                ("\ufeff" + body).getBytes(StandardCharsets.UTF_8), ("\ufeff" + body).getBytes(StandardCharsets.UTF_16BE),
                ("\ufeff" + body).getBytes(StandardCharsets.UTF_16LE),
                ("<?xml version='1.0' encoding='ISO-8859-1'?>" + body).getBytes(StandardCharsets.ISO_8859_1));

        for (byte[] document : documents) {
            assertEquals("é", read(document).text(Tag.PatientID).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "x", "<", "<a", "<NativeDicomModel", "<NativeDicomModel>", "<NativeDicomModel></a>",
        "<NativeDicomModel/><b/>", "<NativeDicomModel/>x", "</a>", "<NativeDicomModel a=b/>",
        "<NativeDicomModel a='1' a='2'/>", "<NativeDicomModel a='1'b='2'/>", "<NativeDicomModel a='<'/>",
        "<NativeDicomModel a='&x;'/>", "<NativeDicomModel a='&#0;'/>", "<NativeDicomModel a='&#xd800;'/>",
        "<NativeDicomModel a='&#x110000;'/>", "<NativeDicomModel a='&#99999999999;'/>", "<NativeDicomModel a='&#;'/>",
        "<NativeDicomModel>text</NativeDicomModel>", "<NativeDicomModel><![CDATA[x]]></NativeDicomModel>",
        "<NativeDicomModel><!-- -- --></NativeDicomModel>", "<NativeDicomModel>\u0001</NativeDicomModel>",
        "<?xml version='1.0' encoding='no-such'?><NativeDicomModel/>", "<NativeDicomModel/ >", "< NativeDicomModel/>",
        "<!DOCTYPE a [<!ENTITY x 'y'>]><NativeDicomModel/>", "<!DOCTYPE a [<!ENTITY % x 'y'>%x;]><NativeDicomModel/>",
        "<!DOCTYPE a [%x;]><NativeDicomModel/>", "<!DOCTYPE a [<!ELEMENT b", "<NativeDicomModel/><!DOCTYPE a>"})
    void whatIsNotWellFormedIsASyntaxErrorWithItsPlace(String xml) {
        DicomException e = refused(xml);

        assertEquals(DicomException.Kind.SYNTAX, e.kind(), e.getMessage());
        assertTrue(e.location().source().matches("test.xml, line \\d+, column \\d+"), e.getMessage());
    }

    @Test
    void anErrorNamesTheLineAndColumnOfItsTag() {
        DicomException e = refused("<NativeDicomModel>\n <DicomAttribute tag='00280010' vr='US'>\r\n  <Value>x</Value>\n"
                + " </DicomAttribute>\n</NativeDicomModel>");

        assertEquals("test.xml, line 2, column 2", e.location().source());
        assertEquals("(0028,0010)", e.location().path().toString());
    }

    @Test
    void entitiesOfDocumentsAreRefusedBeforeAnythingIsRead() {
        assertTrue(refused("<!DOCTYPE a [<!ENTITY e SYSTEM 'file:///etc/hostname'>]><NativeDicomModel>"
                + "<DicomAttribute tag='00100020' vr='LO'><Value>&e;</Value></DicomAttribute></NativeDicomModel>")
                .getMessage().contains("entities are refused"));
    }

    @Test
    void bytesThatAreNotOfTheEncodingAreAnErrorAtTheirPlace() {
        byte[] xml = "<NativeDicomModel>\u00e9</NativeDicomModel>".getBytes(StandardCharsets.ISO_8859_1);

        assertEquals("test.xml, line 1, column 19",
                assertThrows(DicomException.class, () -> read(xml)).location().source());
    }

    // ---- the Native DICOM Model ----------------------------------------------------------------------------------

    @Test
    void aPrivateAttributeGoesToTheBlockOfItsCreator() throws IOException {
        DataSet dataSet = model("<DicomAttribute tag='00090010' vr='LO'><Value>A</Value></DicomAttribute>"
                + "<DicomAttribute tag='00090011' vr='LO'><Value>B</Value></DicomAttribute>"
                + "<DicomAttribute tag='00090001' vr='LO' privateCreator='B'><Value>b</Value></DicomAttribute>"
                + "<DicomAttribute tag='00091001' vr='LO' privateCreator='A'><Value>a</Value></DicomAttribute>");

        assertEquals("b", dataSet.text(0x00091101).orElseThrow());
        assertEquals("a", dataSet.text(0x00091001).orElseThrow());
    }

    @Test
    void aPrivateCreatorThatIsNotThereIsMade() throws IOException {
        DataSet dataSet = model("<DicomAttribute tag='00090010' vr='LO'><Value>A</Value></DicomAttribute>"
                + "<DicomAttribute tag='00090001' vr='LO' privateCreator='B'><Value>b</Value></DicomAttribute>"
                + "<DicomAttribute tag='00111001' vr='LO' privateCreator='C'><Value>c</Value></DicomAttribute>"
                + "<DicomAttribute tag='00081115' vr='SQ'><Item><DicomAttribute tag='00090001' vr='LO' "
                + "privateCreator='B'><Value>b</Value></DicomAttribute></Item></DicomAttribute>");

        assertEquals("b", dataSet.text(dataSet.privateTag("B", 0x00090001).orElseThrow()).orElseThrow());
        assertEquals(0x00091101, dataSet.privateTag("B", 0x00090001).orElseThrow());
        assertEquals("C", dataSet.text(0x00110010).orElseThrow());
        assertEquals("B", dataSet.items(Tag.ReferencedSeriesSequence).get(0).text(0x00090010).orElseThrow());
    }

    @Test
    void valuesTakeTheirPlacesByNumber() throws IOException {
        assertEquals(List.of("", "b", "", "d"), model("<DicomAttribute tag='00080008' vr='CS'>"
                + "<Value number='2'>b</Value><Value number='4'>d</Value></DicomAttribute>").texts(Tag.ImageType));
    }

    @Test
    void aNameIsMadeOfItsComponents() throws IOException {
        assertEquals("A^B^^Dr=山田=^Taro^^^III", model("<DicomAttribute keyword='PatientName'><PersonName number='1'>"
                + "<Alphabetic><FamilyName>A</FamilyName><GivenName>B</GivenName><NamePrefix>Dr</NamePrefix></Alphabetic>"
                + "<Ideographic><FamilyName>山田</FamilyName></Ideographic><Phonetic><GivenName>Taro</GivenName>"
                + "<NameSuffix>III</NameSuffix></Phonetic></PersonName></DicomAttribute>")
                .text(Tag.PatientName).orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a/>", "<DicomAttribute/>", "<DicomAttribute tag='0028'/>",
        "<DicomAttribute tag='00280010' vr='us'/>", "<DicomAttribute tag='00280010'/><DicomAttribute tag='00280010'/>",
        "<DicomAttribute tag='00280010' vr='US'><Value>x</Value></DicomAttribute>",
        "<DicomAttribute tag='00280010' vr='US'><Value number='x'>1</Value></DicomAttribute>",
        "<DicomAttribute tag='00280010' vr='US'><Value number='2'>1</Value><Value number='1'>1</Value></DicomAttribute>",
        "<DicomAttribute tag='00280010' vr='US'><Item/></DicomAttribute>",
        "<DicomAttribute tag='7FE00010' vr='OW'><BulkData uri='file:///etc/hostname'/></DicomAttribute>",
        "<DicomAttribute tag='7FE00010' vr='OW'><BulkData/></DicomAttribute>",
        "<DicomAttribute tag='00090001' vr='LO' privateCreator='a'/><DicomAttribute tag='00090010' vr='LO'/>"})
    void whatIsNoDataSetIsAValueErrorWithItsPlace(String attributes) {
        DicomException e = assertThrows(DicomException.class, () -> model(attributes), attributes);

        assertEquals(DicomException.Kind.VALUE, e.kind(), e.getMessage());
        assertTrue(e.location().source().matches("test.xml, line 1, column \\d+"), e.getMessage());
    }

    @Test
    void aNamespaceThatIsRequiredHasToBeThere() {
        byte[] without = "<NativeDicomModel/>".getBytes(StandardCharsets.UTF_8);
        byte[] other = "<NativeDicomModel xmlns='http://example.org'/>".getBytes(StandardCharsets.UTF_8);
        XmlReadOptions options = XmlReadOptions.defaults().withNamespaceRequired();

        for (byte[] xml : List.of(without, other)) {
            assertThrows(DicomException.class, () -> XmlReader.read(new ByteArrayInputStream(xml), "test.xml", options));
        }
    }

    // ---- DCMTK's format ------------------------------------------------------------------------------------------

    @Test
    void bytesAndWordsOfDcmtkAreHexadecimal() throws IOException {
        DataSet dataSet = read("<data-set xfer='1.2.840.10008.1.2'>"
                + "<element tag='0009,1001' vr='OB' binary='yes'>01\\fF</element>"
                + "<element tag='7fe0,0010' vr='OW' binary='yes'>0102\\ff00</element></data-set>");

        assertArrayEquals(new byte[] {1, -1}, dataSet.bytes(0x00091001));
        assertArrayEquals(new byte[] {2, 1, 0, -1}, dataSet.bytes(Tag.PixelData));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "01\\", "01\\\\02", "0102", "01 02", "zz", "01\\2"})
    void bytesThatAreNotTwoDigitsEachAreAnError(String digits) {
        assertThrows(DicomException.class, () -> read("<data-set><element tag='0009,1001' vr='OB' binary='yes'>" + digits
                + "</element></data-set>"));
    }

    @Test
    void aHiddenValueIsAnErrorUnlessItMayBeEmpty() throws IOException {
        byte[] xml = ("<data-set><element tag='7fe0,0010' vr='OW' binary='hidden'></element>"
                + "<element tag='0010,21b0' vr='LT' loaded='no'/></data-set>").getBytes(StandardCharsets.UTF_8);

        assertThrows(DicomException.class, () -> read(xml));
        try (XmlReader reader = XmlReader.of(new ByteArrayInputStream(xml), "test.xml",
                XmlReadOptions.defaults().withHiddenAsEmpty())) {
            assertEquals(0, reader.read().bytes(Tag.PixelData).length);
            assertEquals("[(7fe0,0010), (0010,21b0)]", reader.hidden().toString());
        }
    }
}
