package org.bitewing.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the reader takes, and what it refuses and where. */
class JsonReaderTest {
    private static DataSet read(String json) throws IOException {
        return JsonReader.read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "test.json",
                JsonReadOptions.defaults());
    }

    private static DicomException refused(String json) {
        return assertThrows(DicomException.class, () -> read(json), json);
    }

    // ---- lenient about DICOM -------------------------------------------------------------------------------------

    @Test
    void membersAndAttributesComeInAnyOrder() throws IOException {
        DataSet dataSet = read("{\"00280010\":{\"Value\":[5],\"vr\":\"US\"},\"00100010\":{\"Value\":"
                + "[{\"Phonetic\":\"c\",\"Alphabetic\":\"a\"}],\"vr\":\"PN\"},"
                + "\"00091001\":{\"Value\":[{\"Alphabetic\":\"x\"}],\"vr\":\"PN\"},"
                + "\"00091002\":{\"Value\":[{\"00280010\":{\"vr\":\"US\"}},{},null],\"vr\":\"SQ\"}}");

        assertEquals("a==c", dataSet.text(Tag.PatientName).orElseThrow());
        assertEquals(5, dataSet.integer(Tag.Rows).orElseThrow());
        assertEquals("x", dataSet.text(0x00091001).orElseThrow());
        assertEquals(3, dataSet.items(0x00091002).size());
    }

    @Test
    void theDictionaryHasTheVrThatIsLeftOutAndTheTagOfAKeyword() throws IOException {
        DataSet dataSet = read("{\"Rows\":{\"Value\":[\"5\"]},\"0020000d\":{\"Value\":[\"1.2\"]}}");

        assertEquals(5, dataSet.integer(Tag.Rows).orElseThrow());
        assertEquals(VR.UI, dataSet.element(Tag.StudyInstanceUID).orElseThrow().vr());
    }

    @Test
    void membersThatTheStandardDoesNotKnowAreSkipped() throws IOException {
        DataSet dataSet = read("{\"00280010\":{\"vr\":\"US\",\"x\":[1,{\"y\":[true,\"z\\\"\"]}],\"Value\":[5]}}");

        assertEquals(5, dataSet.integer(Tag.Rows).orElseThrow());
    }

    @Test
    void aVrOfTheFutureIsKeptWithItsBytes() throws IOException {
        DataSet dataSet = read("{\"00091001\":{\"vr\":\"ZZ\",\"InlineBinary\":\"AQI=\"}}");

        assertEquals('Z' << 8 | 'Z', dataSet.element(0x00091001).orElseThrow().vrCode());
        assertEquals(2, dataSet.bytes(0x00091001).length);
    }

    @Test
    void textBeyondAsciiMakesTheDataSetUtf8AndOtherTextDoesNot() throws IOException {
        DataSet utf8 = read("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\\u65e5\\ud83d\\ude00\"]}}");
        DataSet ascii = read("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"a\"]}}");
        DataSet told = read("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 100\"]},"
                + "\"00100020\":{\"vr\":\"LO\",\"Value\":[\"é\"]}}");

        assertEquals("日😀", utf8.text(Tag.PatientID).orElseThrow());
        assertEquals("ISO_IR 192", utf8.text(Tag.SpecificCharacterSet).orElseThrow());
        assertFalse(ascii.contains(Tag.SpecificCharacterSet));
        assertEquals(SpecificCharacterSet.UTF_8, told.characterSet());
        assertEquals("ISO_IR 192", told.text(Tag.SpecificCharacterSet).orElseThrow());
        assertEquals("é", told.text(Tag.PatientID).orElseThrow());
    }

    @ParameterizedTest
    @CsvSource({"0.30000000000000004, 0.3", "-0.33333333333333331, -0.3333333333333", "123456789012345678901, 1.234567890E+20",
            "1.5, 1.5", "1234567890123456, 1234567890123456"})
    void aNumberWithMoreDigitsThanADecimalStringHoldsIsRounded(String number, String expected) throws IOException {
        String stored = read("{\"00101030\":{\"vr\":\"DS\",\"Value\":[" + number + "]}}")
                .text(Tag.PatientWeight).orElseThrow();

        assertTrue(stored.length() <= 16, stored);
        assertEquals(Double.parseDouble(number), Double.parseDouble(stored), Math.abs(Double.parseDouble(number)) * 1e-9);
        if (number.length() <= 16) {
            assertEquals(expected, stored);
        }
    }

    @Test
    void anIntegerMayBeWrittenWithAFractionOfZero() throws IOException {
        DataSet dataSet = read("{\"00280010\":{\"vr\":\"US\",\"Value\":[5.0,1e2]},"
                + "\"00200013\":{\"vr\":\"IS\",\"Value\":[7.0]}}");

        assertEquals(List.of("5", "100"), dataSet.texts(Tag.Rows));
        assertEquals("7", dataSet.text(Tag.InstanceNumber).orElseThrow());
    }

    // ---- strict about JSON ---------------------------------------------------------------------------------------

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "{", "[", "{}}", "{} {}", "[{},]", "[,{}]", "{\"00280010\"}", "{'00280010':{}}",
        "{\"00280010\":{},}", "{\"00280010\":{\"vr\":\"US\",\"Value\":[5,]}}", "{\"00280010\" {}}",
        "{\"00280010\":{\"x\":01}}", "{\"00280010\":{\"x\":+1}}", "{\"00280010\":{\"x\":1.}}",
        "{\"00280010\":{\"x\":.5}}", "{\"00280010\":{\"x\":1e}}", "{\"00280010\":{\"x\":-}}",
        "{\"00280010\":{\"x\":0x1}}", "{\"00280010\":{\"x\":nan}}", "{\"00280010\":{\"x\":NaN}}",
        "{\"00280010\":{\"x\":-inf}}", "{\"00280010\":{\"x\":tru}}", "{\"00280010\":{\"x\":truex}}",
        "{\"00280010\":{\"x\":\"\\x\"}}", "{\"00280010\":{\"x\":\"\\u12\"}}", "{\"00280010\":{\"x\":\"\\u12g4\"}}",
        "{\"00280010\":{\"x\":\"a\nb\"}}", "{\"00280010\":{\"x\":\"\u0001\"}}", "{\"00280010\":{}} x",
        "// comment\n{}", "{\"00280010\":{\"x\":1 2}}"})
    void whatIsNoJsonIsASyntaxErrorWithItsPlace(String json) {
        DicomException e = refused(json);

        assertEquals(DicomException.Kind.SYNTAX, e.kind(), e.getMessage());
        assertTrue(e.location().source().matches("test.json, line \\d+, column \\d+"), e.getMessage());
    }

    @Test
    void anErrorNamesTheLineAndColumnOfTheCharacter() {
        DicomException e = refused("{\n  \"00280010\": {\r\n    \"x\": \"日😀\" x\n");

        assertEquals("test.json, line 3, column 15", e.location().source());
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[{},{}]", "5", "\"x\"", "{\"0028001\":{}}", "{\"patient\":{}}", "{\"00280010\":5}",
        "{\"00280010\":{\"vr\":5}}", "{\"00280010\":{\"vr\":\"us\"}}", "{\"00280010\":{\"vr\":\"US\",\"vr\":\"US\"}}",
        "{\"00280010\":{\"vr\":\"US\"},\"Rows\":{}}", "{\"00280010\":{\"Value\":{}}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[70000]}}", "{\"00280010\":{\"vr\":\"US\",\"Value\":[-1]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[1.5]}}", "{\"00280010\":{\"vr\":\"US\",\"Value\":[1e999999999]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[true]}}", "{\"00280010\":{\"vr\":\"US\",\"Value\":[{}]}}",
        "{\"00280010\":{\"vr\":\"US\",\"Value\":[1],\"InlineBinary\":\"\"}}",
        "{\"00186028\":{\"vr\":\"FD\",\"Value\":[1e400]}}", "{\"00189313\":{\"vr\":\"FL\",\"Value\":[1e39]}}",
        "{\"00200013\":{\"vr\":\"IS\",\"Value\":[1.5]}}", "{\"00101030\":{\"vr\":\"DS\",\"Value\":[1e9999999999999999]}}",
        "{\"00280009\":{\"vr\":\"AT\",\"Value\":[\"0018106\"]}}", "{\"7FE00010\":{\"vr\":\"OW\",\"Value\":[1]}}",
        "{\"7FE00010\":{\"vr\":\"OW\",\"BulkDataURI\":\"http://127.0.0.1/\"}}", "{\"00091001\":{\"Value\":[1]}}",
        "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[5]}}", "{\"00081115\":{\"vr\":\"SQ\",\"InlineBinary\":\"\"}}",
        "{\"00080060\":{\"vr\":\"CS\",\"Value\":[\"é\"]}}", "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\\ud800\"]}}",
        "{\"001021B0\":{\"vr\":\"LT\",\"Value\":[\"a\",\"b\"]}}",
        "{\"00100010\":{\"vr\":\"PN\",\"Value\":[{\"Alphabetic\":\"a\",\"Alphabetic\":\"b\"}]}}"})
    void whatIsNoDataSetIsAValueErrorWithItsPlace(String json) {
        DicomException e = refused(json);

        assertEquals(DicomException.Kind.VALUE, e.kind(), e.getMessage());
        assertTrue(e.location().source().matches("test.json, line \\d+, column \\d+"), e.getMessage());
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "AQ", "AQI", "AQ=", "AQI==", "AR==", "AQJ=", "AQI=A", "=", "====", "A===", "AQ I=", "AQI-"})
    void base64IsStrict(String base64) {
        assertEquals(DicomException.Kind.SYNTAX,
                refused("{\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"" + base64 + "\"}}").kind());
    }

    @Test
    void theMessageHasNoValue() {
        assertFalse(refused("{\"00280010\":{\"vr\":\"US\",\"Value\":[\"secret\"]}}").getMessage().contains("secret"));
    }

    @Test
    void bytesThatAreNotUtf8AreAnErrorAtTheirPlace() {
        byte[] json = "{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"a\u00e9\"]}}".getBytes(StandardCharsets.ISO_8859_1);

        DicomException e = assertThrows(DicomException.class, () -> JsonReader.read(new ByteArrayInputStream(json),
                "test.json", JsonReadOptions.defaults()));

        assertEquals("test.json, line 1, column 35", e.location().source());
    }
}
