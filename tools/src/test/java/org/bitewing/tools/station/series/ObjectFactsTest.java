package org.bitewing.tools.station.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.bitewing.Dicom;
import org.bitewing.Limits;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.io.ByteSource;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonString;
import org.bitewing.tools.station.Samples;
import org.bitewing.tools.station.rules.RuleFile;
import org.bitewing.tools.station.rules.SummaryKeys;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ObjectFactsTest {
    @TempDir
    private Path folder;

    private byte[] file(DataSetBuilder object) throws IOException {
        Path file = folder.resolve("file.dcm");
        Dicom.write(object.build(), file);
        return Files.readAllBytes(file);
    }

    private static ObjectReading read(byte[] bytes) throws IOException {
        return ObjectFacts.read(ByteSource.of(bytes), ObjectOrigin.unknown(), Limits.defaults());
    }

    private static String refusal(DataSetBuilder object) {
        ObjectRefusal refusal = (ObjectRefusal) ObjectFacts.of(object.build(), ObjectOrigin.unknown(), 0, "");
        return refusal.reason() + ": " + refusal.message();
    }

    @Test
    void aFileIsReadUpToItsPixels() throws IOException {
        byte[] bytes = file(Samples.object(7).set(Tag.PatientID, "P1").set(Tag.PixelData, new byte[10_000]));
        ObjectFacts facts = (ObjectFacts) read(bytes);
        assertEquals("1.2.3", facts.studyInstanceUid());
        assertEquals("1.2.3.4", facts.seriesInstanceUid());
        assertEquals("1.2.3.4.7", facts.sopInstanceUid());
        assertEquals("P1", facts.text(Tag.PatientID));
        assertEquals(bytes.length, facts.bytes());
        assertEquals("1.2.840.10008.1.2.1", facts.transferSyntax());
        assertEquals(false, facts.attributes().contains(Tag.PixelData));
        // Half of the pixels may still be on their way.
        assertTrue(read(Arrays.copyOf(bytes, bytes.length - 5000)) instanceof ObjectFacts);
    }

    @Test
    void anObjectWithoutAUidIsRefused() {
        assertEquals("UID_MISSING: there is no StudyInstanceUID (0020,000d)",
                refusal(Samples.object(1).remove(Tag.StudyInstanceUID)));
        assertEquals("UID_MISSING: there is no SeriesInstanceUID (0020,000e)",
                refusal(Samples.object(1).setEmpty(Tag.SeriesInstanceUID)));
        assertEquals("UID_MISSING: there is no SOPInstanceUID (0008,0018)",
                refusal(Samples.object(1).set(Tag.SOPInstanceUID, VR.UI, "")));
    }

    @Test
    void aUidThatIsNoNameOfAFolderIsRefused() {
        for (String uid : List.of("..", ".", "1..2", "1.2.", ".1", "1/2", "../1", "a", "1 2", "1".repeat(65), "1.2\\3\\..")) {
            String text = refusal(Samples.object(1).set(Tag.SeriesInstanceUID, VR.LO, uid.replace("\\", "_")));
            assertEquals("UID_INVALID: the value of SeriesInstanceUID (0020,000e) is no UID", text, uid);
        }
        assertTrue(ObjectFacts.of(Samples.object(1).set(Tag.SeriesInstanceUID, "1.02.3").build(), ObjectOrigin.unknown(),
                0, "") instanceof ObjectFacts);
    }

    @Test
    void aUidOfAnotherVrIsNoException() {
        assertEquals("UID_MISSING: there is no StudyInstanceUID (0020,000d)",
                refusal(Samples.object(1).set(Tag.StudyInstanceUID, Samples.object(2))));
    }

    @Test
    void whatIsNotDicomIsRefused() throws IOException {
        ObjectRefusal refusal = (ObjectRefusal) read("hello, this is a text".getBytes(StandardCharsets.US_ASCII));
        assertEquals(ObjectRefusal.Reason.NOT_DICOM, refusal.reason());
        assertEquals(ObjectRefusal.Reason.NOT_DICOM, ((ObjectRefusal) read(new byte[0])).reason());
    }

    @Test
    void mutatedFilesAreFactsOrARefusal() throws IOException {
        DataSetBuilder object = Samples.object(7).set(Tag.ImageType, "ORIGINAL", "M").set(Tag.ImagePositionPatient, VR.DS,
                "1", "2", "3").set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0");
        byte[] bytes = file(Samples.addCsa(object, "lSequenceID = 7", "B_value", "1000"));
        Random random = new Random(1);
        int refused = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] mutated = bytes.clone();
            for (int i = random.nextInt(4); i >= 0; i--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt();
            }
            if (read(mutated) instanceof ObjectFacts facts) {
                SeriesState state = SeriesState.of(facts, RuleFile.standard());
                assertTrue(SeriesSummary.json(state).text(true).length() > 0);
            } else {
                refused++;
            }
        }
        assertTrue(refused > 100 && refused < 2900, refused + " refused");
    }

    // ---- fields --------------------------------------------------------------------------------------------------

    private static String field(DataSetBuilder object, String key) {
        return Samples.facts(object).fields().get(key) instanceof JsonString text ? text.value() : "absent";
    }

    @Test
    void fieldsAreTextsAsTheyAreStored() {
        DataSetBuilder object = Samples.object(1).set(Tag.EchoTime, VR.DS, "2.90").set(Tag.AcquisitionMatrix, 0, 256, 256, 0)
                .set(Tag.ImageType, "ORIGINAL", "PRIMARY").set(0x0019105a, VR.FL, 312800384.0).setEmpty(Tag.StudyID)
                .set(0x0051100a, VR.LO, "TA 05:11").set(Tag.SpacingBetweenSlices, VR.DS, "1.5");
        assertEquals("2.90", field(object, "EchoTime"));
        assertEquals("[0, 256, 256, 0]", field(object, "AcquisitionMatrix"));
        assertEquals("['ORIGINAL', 'PRIMARY']", field(object, "ImageType"));
        assertEquals("312800384.0", field(object, "Private0019_105a"));
        assertEquals("", field(object, "StudyID"));
        assertEquals("TA 05:11", field(object, "AcquisitionLength"));
        assertEquals("1.5", field(object, "SliceSpacing"));
        assertEquals("absent", field(object, "RepetitionTime"));
        assertEquals("missing", field(object, "StudyDescription"));
    }

    @Test
    void theLevelOfTheSoftwareIsPartOfItsVersionOrOfTheProtocol() {
        DataSetBuilder object = Samples.object(1).set(Tag.SoftwareVersions, VR.LO, "27", "LX release:25.0_M4A");
        assertEquals("25.0", field(object, "OSLevel"));
        assertEquals("['27', 'LX release:25.0_M4A']", field(object, "SoftwareVersion"));
        Samples.addCsa(object, "sProtConsistencyInfo.tMeasuredBaselineString\t = \t\"\"N4_VE11C_LATEST\"\"");
        assertEquals("VE11C", field(object, "OSLevel"));
        assertEquals("absent", field(Samples.object(1).set(Tag.SoftwareVersions, "syngo"), "OSLevel"));
    }

    @Test
    void theProtocolOfSiemensGivesItsFields() {
        DataSetBuilder object = Samples.addCsa(Samples.object(1), """
                sWipMemBlock.tFree\t = \t""6b1e-77""
                sGroupArray.asGroup[0].nSize\t = \t60
                lSequenceID\t = \t12""", "PhaseEncodingDirectionPositive", "1");
        assertEquals("6b1e-77", field(object, "siemensUUID"));
        assertEquals("60", field(object, "NumSlices"));
        assertEquals("12", field(object, "MeasID"));
        assertEquals("1", field(object, "PhaseEncodingDirectionPositive"));
        assertEquals("44", field(Samples.addCsa(Samples.object(1), "sSliceArray.lSize = 44"), "NumSlices"));
    }

    @Test
    void aRawValueIsAListOfNumbers() {
        DataSetBuilder object = Samples.object(1).set(0x00431039, VR.IS, "1000", "8", "0", "0");
        assertEquals(new JsonArray(List.of(new JsonNumber("1000"), new JsonNumber("8"), new JsonNumber("0"),
                new JsonNumber("0"))), Samples.facts(object).fields().get("Private0043_1039"));
    }

    @Test
    void damagedHeadersOfSiemensAreSaidAndDoNoHarm() {
        ObjectFacts facts = Samples.facts(Samples.addCsa(Samples.object(1), "lSequenceID = 1")
                .set(0x00291020, new byte[] {'S', 'V', '1', '0', 1, 2, 3, 4, 5, 6}));
        assertEquals("absent", facts.fields().containsKey("MeasID") ? "there" : "absent");
        assertEquals(List.of("a CSA header that ends too early (CSA header (0029,1020), offset 8)"), facts.problems());
    }

    @Test
    void theRulesKnowTheKeysThatAreNoKeywords() {
        for (ElementFields.Field field : ElementFields.all()) {
            int keyword = Dictionary.tagOf(field.key()).orElse(0);
            assertEquals(true, keyword == field.tag() || SummaryKeys.OBJECT.contains(field.key()), field.key());
        }
    }

    @Test
    void numbersHaveTheShortestDigits() {
        assertEquals("0.1", DecimalText.of(0.1));
        assertEquals("2.0", DecimalText.of(2));
        assertEquals("-0.0", DecimalText.of(-0.0));
        assertEquals("1e-05", DecimalText.of(0.00001));
        assertEquals("0.0001", DecimalText.of(0.0001));
        assertEquals("1e+16", DecimalText.of(1e16));
        assertEquals("1234567890123456.0", DecimalText.of(1234567890123456.0));
        assertEquals("-1.25e+100", DecimalText.of(-1.25e100));
        assertEquals("5e-324", DecimalText.of(Double.MIN_VALUE));
        assertEquals("1.7976931348623157e+308", DecimalText.of(Double.MAX_VALUE));
        assertEquals("nan", DecimalText.of(Double.NaN));
        Random random = new Random(2);
        for (int i = 0; i < 20_000; i++) {
            double value = Double.longBitsToDouble(random.nextLong());
            if (Double.isFinite(value)) {
                assertEquals(value, Double.parseDouble(DecimalText.of(value)));
            }
        }
    }
}
