package org.bitewing.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON as PS3.18 Annex F wants it, letter by letter. */
class JsonWriterTest {
    private static String json(DataSetBuilder builder) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter.write(builder.build(), out, JsonWriteOptions.defaults());
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aNameIsAnObjectOfItsGroups() throws IOException {
        String json = json(DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 192")
                .set(Tag.PatientName, "Wang^XiaoDong=王^小東"));

        assertEquals("{\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},\"00100010\":{\"vr\":\"PN\","
                + "\"Value\":[{\"Alphabetic\":\"Wang^XiaoDong\",\"Ideographic\":\"王^小東\"}]}}", json);
    }

    @Test
    void anEmptyElementHasOnlyItsVrAndAnEmptyItemIsAnEmptyObject() throws IOException {
        String json = json(DataSet.builder().setEmpty(Tag.AccessionNumber)
                .set(Tag.ReferencedSeriesSequence, DataSet.builder())
                .set(Tag.ReferencedStudySequence, new DataSetBuilder[0]));

        assertEquals("{\"00080050\":{\"vr\":\"SH\"},\"00081110\":{\"vr\":\"SQ\"},"
                + "\"00081115\":{\"vr\":\"SQ\",\"Value\":[{}]}}", json);
    }

    @ParameterizedTest
    @CsvSource({"+3e5, 3e5", "007, 7", ".5, 0.5", "-.5, -0.5", "5., 5", "1.50, 1.50", "-0, -0", "1E+5, 1E+5",
            "abc, '\"abc\"'", "1.5mm, '\"1.5mm\"'", "-, '\"-\"'", "1e, '\"1e\"'", ".e5, '\".e5\"'"})
    void aDecimalStringKeepsItsDigitsAsFarAsJsonHasThem(String stored, String expected) throws IOException {
        assertEquals("{\"00101030\":{\"vr\":\"DS\",\"Value\":[" + expected + "]}}",
                json(DataSet.builder().set(Tag.PatientWeight, stored)));
    }

    @Test
    void anEmptyValueAmongOthersIsNull() throws IOException {
        assertEquals("{\"00080008\":{\"vr\":\"CS\",\"Value\":[\"A\",null,\"B\",null]}}",
                json(DataSet.builder().set(Tag.ImageType, "A", "", "B", "")));
    }

    @Test
    void integersBeyondTwoToThe53AreStrings() throws IOException {
        byte[] bytes = {0, 0, 0, 0, 0, 0, 0x20, 0, 1, 0, 0, 0, 0, 0, 0x20, 0, -1, -1, -1, -1, -1, -1, -1, -1};

        assertEquals("{\"00720082\":{\"vr\":\"SV\",\"Value\":[9007199254740992,\"9007199254740993\",-1]},"
                + "\"00720083\":{\"vr\":\"UV\",\"Value\":[9007199254740992,\"9007199254740993\","
                + "\"18446744073709551615\"]}}",
                json(DataSet.builder().set(Value.of(Tag.SelectorSVValue, VR.SV, bytes))
                        .set(Value.of(Tag.SelectorUVValue, VR.UV, bytes))));
    }

    @Test
    void charactersThatJsonWantsEscapedAreEscaped() throws IOException {
        assertEquals("{\"001021B0\":{\"vr\":\"LT\",\"Value\":[\"a\\\"\\\\\\r\\n\\t\\f\\u001b/b\"]}}",
                json(DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 192")
                        .set(Tag.AdditionalPatientHistory, "a\"\\\r\n\t\f\u001b/b"))
                        .replace("\"00080005\":{\"vr\":\"CS\",\"Value\":[\"ISO_IR 192\"]},", ""));
    }

    @Test
    void tagsAreDigitsAndBytesAreBase64() throws IOException {
        assertEquals("{\"00091002\":{\"vr\":\"UN\",\"InlineBinary\":\"YWJjAA==\"},"
                + "\"00280009\":{\"vr\":\"AT\",\"Value\":[\"0020000D\"]}}",
                json(DataSet.builder().set(Value.of(0x00091002, VR.UN, new byte[] {'a', 'b', 'c', 0}))
                        .set(Tag.FrameIncrementPointer, Tag.StudyInstanceUID)));
    }

    @Test
    void groupLengthsAndFileMetaInformationAreLeftOut() throws IOException {
        assertEquals("{\"00280010\":{\"vr\":\"US\",\"Value\":[5]}}", json(DataSet.builder()
                .set(Tag.TransferSyntaxUID, "1.2.840.10008.1.2.1").set(0x00280000, 10).set(Tag.Rows, 5)));
    }

    @Test
    void textOfAnotherCharacterSetIsUtf8() throws IOException {
        assertTrue(json(DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 100").set(Tag.PatientID, "Jérôme"))
                .contains("Jérôme"));
    }

    @Test
    void notANumberAndEncapsulatedPixelDataAreErrorsThatNameTheElement() {
        DataSetBuilder nan = DataSet.builder().set(Tag.ReferencePixelPhysicalValueX, Double.NaN);
        DataSetBuilder pixels = DataSet.builder()
                .set(new Fragments(Tag.PixelData, VR.OB.code(), List.of(BulkData.of(new byte[2]))));

        assertEquals("(0018,6028)", assertThrows(DicomException.class, () -> json(nan)).location().path().toString());
        assertEquals("(7fe0,0010)",
                assertThrows(DicomException.class, () -> json(pixels)).location().path().toString());
    }
}
