package org.bitewing.tools.station.rules;

import static org.bitewing.tools.station.rules.Outcome.FALSE;
import static org.bitewing.tools.station.rules.Outcome.TRUE;
import static org.bitewing.tools.station.rules.Outcome.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import org.bitewing.Limits;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.station.Samples;
import org.junit.jupiter.api.Test;

/** Every operator over every kind of value; where the first system of its kind had it wrong, how it is right. */
class OperatorsTest {
    private static final DataSetBuilder OBJECT = Samples.object(12)
            .set(Tag.ImageType, "ORIGINAL", "PRIMARY", "M").set(Tag.SeriesDescription, "T1 25% head")
            .set(Tag.AcquisitionMatrix, 0, 256, 256, 0).set(Tag.Rows, 256).set(Tag.EchoTime, VR.DS, "2.90")
            .set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "0.99999", "0").setEmpty(Tag.StudyID)
            .set(0x0019105a, VR.FL, 312800384.0).set(0x00191010, "b\u00e4d".getBytes(StandardCharsets.UTF_8));

    private static Outcome of(String condition) {
        RuleFile file = RuleFile.of("[{\"type\": \"T\", \"rules\": [{" + condition + "}]}]", "test", Limits.defaults());
        return Evaluation.of(file, Samples.facts(OBJECT)).of(file.rule(1).terms().get(0));
    }

    private static Outcome of(String tag, String operator, String value) {
        return of("\"tag\": " + tag + ", \"operator\": \"" + operator + "\", \"value\": " + value);
    }

    private static void both(Outcome expected, String tag, String operator, String value) {
        String condition = "\"tag\": " + tag + ", \"operator\": \"" + operator + "\", \"value\": " + value;
        assertEquals(expected, of(condition), condition);
        assertEquals(expected.not(), of(condition + ", \"negate\": \"yes\""), condition);
        assertEquals(expected, of(condition + ", \"negate\": \"no\""), condition);
    }

    @Test
    void aPatternIsFoundAnywhereInTheText() {
        assertEquals(TRUE, of("\"tag\": [\"SeriesDescription\"], \"value\": \"25% h\""));
        both(TRUE, "[\"SeriesDescription\"]", "regexp", "\"^T1.*d$\"");
        both(FALSE, "[\"SeriesDescription\"]", "regexp", "\"t1\"");
        both(TRUE, "[\"0x08\", \"0x08\"]", "regexp", "\"^\\\\['ORIGINAL', 'PRIMARY', 'M'\\\\]$\"");
        both(TRUE, "[\"AcquisitionMatrix\"]", "regexp", "\"^\\\\[0, 256, 256, 0\\\\]$\"");
        both(TRUE, "[\"0x19\", \"0x105a\"]", "regexp", "\"^312800384.0$\"");
        both(TRUE, "[\"EchoTime\"]", "regexp", "\"^2.90$\"");
        both(TRUE, "[\"0x28\", \"0x10\"]", "regexp", "\"^256$\"");
    }

    @Test
    void whatIsAbsentIsTheEmptyTextToAPattern() {
        both(FALSE, "[\"ProtocolName\"]", "regexp", "\"x\"");
        both(TRUE, "[\"ProtocolName\"]", "regexp", "\"^$\"");
    }

    @Test
    void numbersAreCompared() {
        both(TRUE, "[\"Rows\"]", "==", "\"256\"");
        both(TRUE, "[\"EchoTime\"]", "==", "2.9");
        both(FALSE, "[\"Rows\"]", "!=", "\"256.0\"");
        both(TRUE, "[\"Rows\"]", "<", "\"257\"");
        both(FALSE, "[\"Rows\"]", "<", "\"256\"");
        both(TRUE, "[\"Rows\"]", ">", "\"2.55e2\"");
        both(FALSE, "[\"Rows\"]", ">", "\"256\"");
        both(TRUE, "[\"0x18\", \"0x1310\", \"1\"]", "==", "\"256\"");
    }

    @Test
    void aComparisonThatCannotBeMadeIsUndecidedEitherWay() {
        for (String operator : new String[] {"==", "!=", "<", ">", "approx"}) {
            both(UNKNOWN, "[\"Columns\"]", operator, "\"1\"");
            both(UNKNOWN, "[\"StudyID\"]", operator, "\"1\"");
            both(UNKNOWN, "[\"SeriesDescription\"]", operator, "\"1\"");
            both(UNKNOWN, "[\"AcquisitionMatrix\"]", operator, "\"1\"");
            both(UNKNOWN, "[\"0x18\", \"0x1310\", \"4\"]", operator, "\"1\"");
        }
    }

    @Test
    void existenceIsThatOfTheElementOrKey() {
        both(TRUE, "[\"Rows\"]", "exist", "\"\"");
        both(TRUE, "[\"StudyID\"]", "exist", "\"\"");
        both(FALSE, "[\"Columns\"]", "exist", "\"\"");
        both(TRUE, "[\"Columns\"]", "notexist", "\"\"");
        both(FALSE, "[\"Rows\"]", "notexist", "\"\"");
        both(FALSE, "[\"0x18\", \"0x1310\", \"4\"]", "exist", "\"\"");
        both(FALSE, "[\"NumSlices\"]", "exist", "\"\"");
        assertEquals(TRUE, of("\"tag\": [\"Rows\"], \"operator\": \"exist\""));
    }

    @Test
    void oneOfSeveralValuesIsTheTextAndASingleTextHasItAsAPart() {
        both(TRUE, "[\"ImageType\"]", "contains", "\"PRIMARY\"");
        both(FALSE, "[\"ImageType\"]", "contains", "\"PRIM\"");
        both(TRUE, "[\"SeriesDescription\"]", "contains", "\"25%\"");
        both(TRUE, "[\"AcquisitionMatrix\"]", "contains", "\"256\"");
        both(TRUE, "[\"Rows\"]", "contains", "\"256\"");
        both(FALSE, "[\"Rows\"]", "contains", "\"25\"");
        both(FALSE, "[\"ProtocolName\"]", "contains", "\"\"");
        both(TRUE, "[\"0x19\", \"0x1010\"]", "contains", "\"b\u00e4\"");
        both(TRUE, "[\"Modality\"]", "contains", "\"MR\"");
    }

    @Test
    void nearNumbersAreAboutTheSame() {
        both(TRUE, "[\"ImageOrientationPatient\"]", "approx", "[\"1\", \"0\", \"0\", \"0\", \"1\", \"0\"]");
        both(FALSE, "[\"ImageOrientationPatient\"]", "approx", "[0.9, 0, 0, 0, 1, 0]");
        both(UNKNOWN, "[\"ImageOrientationPatient\"]", "approx", "[1, 0, 0, 0, 1]");
        both(TRUE, "[\"EchoTime\"]", "approx", "2.90005");
        both(FALSE, "[\"EchoTime\"]", "approx", "3");
        assertEquals(TRUE, of("\"tag\": [\"EchoTime\"], \"operator\": \"approx\", \"value\": \"3\", \"approxLevel\": \"0.2\""));
        assertEquals(TRUE, of("\"tag\": [\"EchoTime\"], \"operator\": \"approx\", \"value\": 3, \"approxLevel\": 0.2"));
    }

    @Test
    void anExpectedValueMayBeAnotherValue() {
        both(TRUE, "[\"Rows\"]", "==", "[\"0x18\", \"0x1310\", \"1\"]");
        both(FALSE, "[\"Rows\"]", "==", "[\"0x18\", \"0x1310\", \"0\"]");
        both(UNKNOWN, "[\"Rows\"]", "==", "[\"Columns\"]");
        both(TRUE, "[\"SeriesDescription\"]", "contains", "[\"SeriesDescription\"]");
        both(TRUE, "[\"AcquisitionMatrix\"]", "approx", "[\"AcquisitionMatrix\"]");
        both(TRUE, "[\"Modality\"]", "regexp", "[\"Modality\"]");
    }

    @Test
    void aShortTextIsAText() {
        // Not the keys "2" and "5", nor element (0002,0005).
        both(TRUE, "[\"SeriesDescription\"]", "contains", "\"25\"");
        both(TRUE, "[\"0x20\", \"0x13\"]", "==", "\"12\"");
    }

    @Test
    void whereAnotherValueIsAbsentTheListItselfCounts() {
        assertEquals(FALSE, of("[\"Modality\"]", "contains", "[\"ProtocolName\"]"));
        assertEquals(TRUE, of("[\"ImagePositionPatient\"]", "notexist", "[\"1\", \"2\"]"));
    }
}
