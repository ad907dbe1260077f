package org.bitewing.tools.station.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.station.Samples;
import org.bitewing.tools.station.rules.RuleFile;
import org.junit.jupiter.api.Test;

/** What the summaries say, and in which form. */
class SummariesTest {
    private static final RuleFile NONE = RuleFile.of("[]", "none", Limits.defaults());

    private static SeriesState state(DataSetBuilder... objects) {
        SeriesState state = null;
        for (DataSetBuilder object : objects) {
            SeriesState one = SeriesState.of(Samples.facts(object), NONE);
            state = state == null ? one : state.merge(one);
        }
        return state;
    }

    private static JsonObject part(SeriesState state, String key) {
        return (JsonObject) SeriesSummary.json(state).member(key).orElseThrow();
    }

    private static String text(JsonObject object, String key) {
        return object.member(key).map(value -> value instanceof JsonString text ? text.value() : value.text(false))
                .orElse("absent");
    }

    private static DataSetBuilder slice(int number, double position) {
        return Samples.object(number).set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0")
                .set(Tag.ImagePositionPatient, VR.DS, "10", "20", Double.toString(position))
                .set(Tag.SliceLocation, VR.DS, Double.toString(position));
    }

    @Test
    void aSeriesOfOneObjectIsSummarised() {
        DataSetBuilder object = slice(1, -80.5).set(Tag.AcquisitionMatrix, 0, 256, 256, 0).set(Tag.EchoTime, VR.DS, "2.9")
                .set(Tag.ImageType, "ORIGINAL", "PRIMARY", "M", "NORM").set(Tag.Manufacturer, "SIEMENS")
                .set(Tag.PatientID, "DEMO01").set(Tag.SeriesDescription, "T1_MPRAGE").set(Tag.Rows, 256)
                .set(Tag.AcquisitionDate, "20240131").set(Tag.AcquisitionTime, "101112.5");
        ObjectOrigin origin = new ObjectOrigin("SCANNER1", "STATION", "10.0.0.7",
                Optional.of(Instant.parse("2024-01-31T10:20:30.25Z")));
        SeriesState state = SeriesState.of(Samples.facts(object, origin), RuleFile.standard());
        assertEquals("""
                {
                  "AcquisitionMatrix": "[0, 256, 256, 0]",
                  "ClassifyType": [
                    "SIEMENS",
                    "original",
                    "Coil Error"
                  ],
                  "Completeness": {
                    "Complete": "yes",
                    "MissingInstanceNumbers": "",
                    "MissingInstances": "0"
                  },
                  "EchoTime": "2.9",
                  "Geometry": {
                    "FirstPosition": "-80.5",
                    "FirstSliceLocation": "-80.5",
                    "Gaps": "0",
                    "LastPosition": "-80.5",
                    "LastSliceLocation": "-80.5",
                    "Orientation": "1.0\\\\0.0\\\\0.0\\\\0.0\\\\1.0\\\\0.0",
                    "Orientations": "1",
                    "SlicePositions": "1",
                    "SpacingMax": "0.0",
                    "SpacingMin": "0.0"
                  },
                  "ImageOrientationPatient": "[1, 0, 0, 0, 1, 0]",
                  "ImageType": "['ORIGINAL', 'PRIMARY', 'M', 'NORM']",
                  "IncomingConnection": {
                    "AETitleCalled": "STATION",
                    "AETitleCaller": "SCANNER1",
                    "CallerIP": "10.0.0.7"
                  },
                  "InstanceNumber": "1",
                  "Manufacturer": "SIEMENS",
                  "Modality": [
                    "MR"
                  ],
                  "NumBytes": "1000",
                  "NumFiles": "1",
                  "NumFrames": "1",
                  "PatientID": "DEMO01",
                  "Rows": "256",
                  "SOPClassUID": "1.2.840.10008.5.1.4.1.1.4",
                  "SOPClassUIDs": [
                    "1.2.840.10008.5.1.4.1.1.4"
                  ],
                  "SeriesDescription": "T1_MPRAGE",
                  "SeriesInstanceUID": "1.2.3.4",
                  "SliceLocation": "-80.5",
                  "StudyDescription": "missing",
                  "StudyInstanceUID": "1.2.3",
                  "Timing": {
                    "FirstAcquisition": "2024-01-31T10:11:12.500000",
                    "FirstArrival": "2024-01-31T10:20:30.250Z",
                    "LastAcquisition": "2024-01-31T10:11:12.500000",
                    "LastArrival": "2024-01-31T10:20:30.250Z"
                  },
                  "TransferSyntaxUIDs": {
                    "1.2.840.10008.1.2.1": "1"
                  },
                  "Varying": []
                }
                """, SeriesSummary.json(state).text(true));
    }

    @Test
    void whereObjectsDifferTheFirstByNumberCountsAndTheKeyIsNamed() {
        JsonObject summary = SeriesSummary.json(state(Samples.object(3).set(Tag.EchoTime, VR.DS, "9"),
                Samples.object(2).set(Tag.EchoTime, VR.DS, "5").set(Tag.SequenceName, "x"),
                Samples.object(10).set(Tag.EchoTime, VR.DS, "5")));
        assertEquals("5", text(summary, "EchoTime"));
        assertEquals("2", text(summary, "InstanceNumber"));
        assertEquals("x", text(summary, "SequenceName"));
        assertEquals("[\"EchoTime\",\"InstanceNumber\",\"SequenceName\"]", text(summary, "Varying"));
        assertEquals("3", text(summary, "NumFiles"));
    }

    @Test
    void modalitiesAreThoseOfAllObjects() {
        JsonObject summary = SeriesSummary.json(state(Samples.object(1), Samples.object(2).set(Tag.Modality, "PR")));
        assertEquals("[\"MR\",\"PR\"]", text(summary, "Modality"));
    }

    @Test
    void theSliceLocationIsTheGreatestNumber() {
        SeriesState state = state(slice(1, -80.5), slice(2, 9), slice(3, 10), slice(4, -9));
        assertEquals("10.0", text(SeriesSummary.json(state), "SliceLocation"));
        assertEquals("-80.5", text(part(state, "Geometry"), "FirstSliceLocation"));
    }

    @Test
    void positionsLieAlongTheNormal() {
        JsonObject geometry = part(state(slice(1, 0), slice(2, 2.5), slice(3, 5), slice(4, 12.5), slice(5, 5)), "Geometry");
        assertEquals("0.0", text(geometry, "FirstPosition"));
        assertEquals("12.5", text(geometry, "LastPosition"));
        assertEquals("4", text(geometry, "SlicePositions"));
        assertEquals("2.5", text(geometry, "SpacingMin"));
        assertEquals("7.5", text(geometry, "SpacingMax"));
        assertEquals("1", text(geometry, "Gaps"));
    }

    @Test
    void ofSeveralOrientationsTheOneWithMostSlicesIsTold() {
        DataSetBuilder sagittal = slice(9, 0).set(Tag.ImageOrientationPatient, VR.DS, "0", "1", "0", "0", "0", "-1");
        JsonObject geometry = part(state(sagittal, slice(1, 0), slice(2, 1)), "Geometry");
        assertEquals("2", text(geometry, "Orientations"));
        assertEquals("1.0\\0.0\\0.0\\0.0\\1.0\\0.0", text(geometry, "Orientation"));
    }

    @Test
    void framesOfAMultiFrameObjectHaveTheirPlaces() {
        DataSetBuilder shared = DataSet.builder().set(Tag.PlaneOrientationSequence,
                DataSet.builder().set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0"));
        DataSetBuilder[] frames = new DataSetBuilder[5];
        for (int i = 0; i < frames.length; i++) {
            frames[i] = DataSet.builder().set(Tag.PlanePositionSequence, DataSet.builder()
                    .set(Tag.ImagePositionPatient, VR.DS, "0", "0", Integer.toString(3 * i)));
        }
        SeriesState state = state(Samples.object(1).set(Tag.NumberOfFrames, VR.IS, "5")
                .set(Tag.SharedFunctionalGroupsSequence, shared).set(Tag.PerFrameFunctionalGroupsSequence, frames));
        assertEquals("5", text(SeriesSummary.json(state), "NumFrames"));
        assertEquals("5", text(part(state, "Geometry"), "SlicePositions"));
        assertEquals("3.0", text(part(state, "Geometry"), "SpacingMin"));
    }

    @Test
    void holesInTheNumbersAreMissing() {
        JsonObject completeness = part(state(Samples.object(1), Samples.object(5), Samples.object(7)), "Completeness");
        assertEquals("no", text(completeness, "Complete"));
        assertEquals("2-4, 6", text(completeness, "MissingInstanceNumbers"));
        assertEquals("4", text(completeness, "MissingInstances"));
        assertEquals("absent", text(completeness, "ExpectedImages"));
    }

    @Test
    void imagesOfEachAcquisitionAreCounted() {
        DataSetBuilder[] objects = new DataSetBuilder[5];
        for (int i = 0; i < objects.length; i++) {
            objects[i] = Samples.object(i + 1).set(Tag.AcquisitionNumber, VR.IS, i < 3 ? "1" : "2")
                    .set(Tag.ImagesInAcquisition, VR.IS, "3");
        }
        JsonObject completeness = part(state(objects), "Completeness");
        assertEquals("6", text(completeness, "ExpectedImages"));
        assertEquals("1", text(completeness, "MissingImages"));
        assertEquals("no", text(completeness, "Complete"));
    }

    @Test
    void temporalPositionsAreCounted() {
        DataSetBuilder first = Samples.object(1).set(Tag.NumberOfTemporalPositions, VR.IS, "2");
        assertEquals("absent", text(part(state(first), "Completeness"), "MissingTemporalPositions"));
        first.set(Tag.TemporalPositionIdentifier, VR.IS, "1");
        assertEquals("1", text(part(state(first), "Completeness"), "MissingTemporalPositions"));
        DataSetBuilder second = Samples.object(2).set(Tag.NumberOfTemporalPositions, VR.IS, "2")
                .set(Tag.TemporalPositionIdentifier, VR.IS, "2");
        assertEquals("yes", text(part(state(first, second), "Completeness"), "Complete"));
    }

    @Test
    void diffusionIsListedInTheOrderOfTheObjects() {
        DataSetBuilder weighted = Samples.addCsa(Samples.object(2), "", "B_value", "1000", "DiffusionDirectionality",
                "DIRECTIONAL", "DiffusionGradientDirection", "1\\0\\0");
        DataSetBuilder first = Samples.addCsa(Samples.object(1), "", "B_value", "0", "DiffusionDirectionality", "NONE");
        DataSetBuilder without = Samples.addCsa(Samples.object(3), "", "B_value", "0");
        JsonArray list = (JsonArray) SeriesSummary.json(state(weighted, without, first))
                .member("siemensDiffusionInformation").orElseThrow();
        assertEquals("""
                [{"B_value":"0","DiffusionDirectionality":"NONE","InstanceNumber":"1","SOPInstanceUID":"1.2.3.4.1"},\
                {"B_value":"1000","DiffusionDirectionality":"DIRECTIONAL","DiffusionGradientDirection":["1","0","0"],\
                "InstanceNumber":"2","SOPInstanceUID":"1.2.3.4.2"}]""", list.text(false));
        assertEquals("[]", text(SeriesSummary.json(state(without)), "siemensDiffusionInformation"));
        assertEquals("absent", text(SeriesSummary.json(state(Samples.object(1))), "siemensDiffusionInformation"));
    }

    @Test
    void whatWasWrongIsSaid() {
        RuleFile slow = RuleFile.of("[{\"type\": \"T\", \"rules\": [{\"tag\": [\"SeriesDescription\"], \"value\": "
                + "\"(a+)+$\"}]}]", "slow", Limits.defaults());
        DataSetBuilder object = Samples.object(1).set(Tag.SeriesDescription, VR.LO, "a".repeat(5000) + "!")
                .set(0x00290010, VR.LO, "SIEMENS CSA HEADER").set(0x00291010, new byte[6]);
        SeriesState one = SeriesState.of(Samples.facts(object), slow);
        assertEquals(List.of(), one.types());
        JsonArray problems = (JsonArray) SeriesSummary.json(one.merge(one)).member("Problems").orElseThrow();
        assertEquals(JsonArray.ofTexts(List.of("a CSA header that ends too early (CSA header (0029,1010), offset 4)",
                "a pattern was given up, as its search took too long or its text is too long: (0008,103e) "
                + "SeriesDescription matches \"(a+)+$\"")), problems);
    }

    @Test
    void aValueThatIsTooLongIsThereWithoutItsText() {
        JsonObject summary = SeriesSummary.json(state(Samples.object(1).set(Tag.PatientName, VR.PN, "x".repeat(20_000))));
        assertEquals("", text(summary, "PatientName"));
    }

    // ---- studies -------------------------------------------------------------------------------------------------

    @Test
    void aStudyIsTheSumOfItsSeries() {
        SeriesState first = state(Samples.object(1).set(Tag.SeriesNumber, VR.IS, "2").set(Tag.PatientID, "P"),
                Samples.object(2).set(Tag.SeriesNumber, VR.IS, "2").set(Tag.PatientID, "P"));
        SeriesState second = state(Samples.object(3).set(Tag.SeriesInstanceUID, "1.2.5").set(Tag.Modality, "CT")
                .set(Tag.SeriesNumber, VR.IS, "10").set(Tag.PatientID, "Q"));
        JsonObject study = StudySummary.json(List.of(second, first));
        assertEquals(study, StudySummary.json(List.of(first, second)));
        assertEquals("P", text(study, "PatientID"));
        assertEquals("[\"PatientID\"]", text(study, "Varying"));
        assertEquals("2", text(study, "NumSeries"));
        assertEquals("3", text(study, "NumFiles"));
        assertEquals("{\"CT\":{\"NumFiles\":\"1\",\"NumSeries\":\"1\"},\"MR\":{\"NumFiles\":\"2\",\"NumSeries\":\"1\"}}",
                text(study, "Modalities"));
        List<JsonValue> series = ((JsonArray) study.member("Series").orElseThrow()).elements();
        assertEquals("1.2.3.4", text((JsonObject) series.get(0), "SeriesInstanceUID"));
        assertEquals("1.2.5", text((JsonObject) series.get(1), "SeriesInstanceUID"));
        assertEquals(new JsonObject(Map.of("Complete", new JsonString("yes"), "IncompleteSeries",
                new JsonArray(List.of()))), study.member("Completeness").orElseThrow());
    }

    @Test
    void aStudyNamesItsIncompleteSeries() {
        JsonObject study = StudySummary.json(List.of(state(Samples.object(1), Samples.object(3))));
        assertEquals("{\"Complete\":\"no\",\"IncompleteSeries\":[\"1.2.3.4\"]}", text(study, "Completeness"));
    }

    @Test
    void seriesOfDifferentStudiesAreNoStudy() {
        SeriesState other = state(Samples.object(1).set(Tag.StudyInstanceUID, "1.2.9"));
        assertThrows(IllegalArgumentException.class, () -> StudySummary.json(List.of(state(Samples.object(1)), other)));
        assertThrows(IllegalArgumentException.class, () -> StudySummary.json(List.of()));
    }
}
