package org.bitewing.tools.station.series;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.station.Samples;
import org.bitewing.tools.station.rules.RuleFile;
import org.junit.jupiter.api.Test;

/** The same objects give the same state, whatever the order and the groups in which they come. */
class SeriesStateTest {
    private static final RuleFile RULES = RuleFile.of("""
            [{"type": "first", "rules": [{"tag": ["InstanceNumber"], "operator": "<", "value": "3"}]},
             {"type": "all", "check": "SeriesLevel", "rules": [{"tag": ["Rows"], "operator": "exist"}]},
             {"type": "many", "rules": [{"tag": ["NumFiles"], "operator": ">", "value": "10"}]},
             {"type": "mixed", "rules": [{"tag": ["ClassifyType"], "operator": "contains", "value": "first"},
                                         {"tag": ["ImageType"], "operator": "contains", "value": "M"}]},
             {"type": "other", "rules": [{"tag": ["ClassifyType"], "operator": "contains", "value": "all",
                                          "negate": "yes"}]}]
            """, "test", Limits.defaults());

    /** An object with some of everything that a state looks at, also of what is wrong or rare. */
    private static ObjectFacts random(Random random, int number) {
        DataSetBuilder object = Samples.object(number);
        if (random.nextInt(5) > 0) {
            object.set(Tag.Rows, 256 << random.nextInt(2));
        }
        if (random.nextInt(10) == 0) {
            object.remove(Tag.InstanceNumber);
        }
        object.set(Tag.Modality, random.nextBoolean() ? "MR" : "PR").set(Tag.ImageType, "ORIGINAL",
                random.nextBoolean() ? "M" : "P").set(Tag.EchoTime, VR.DS, random.nextInt(2) + ".5");
        object.set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", random.nextInt(4) == 0 ? "0" : "1",
                random.nextBoolean() ? "0" : "1").set(Tag.ImagePositionPatient, VR.DS, "1", "-2",
                random.nextInt(5) == 0 ? "x" : Double.toString(random.nextInt(200) / 2.0));
        object.set(Tag.SliceLocation, VR.DS, random.nextInt(4) == 0 ? "" : Integer.toString(random.nextInt(100) - 50));
        object.set(Tag.AcquisitionDate, "20240101").set(Tag.AcquisitionTime, String.format("%06d", random.nextInt(24) * 10_000))
                .set(Tag.ContentDate, VR.DA, random.nextInt(9) == 0 ? "2024" : "20240102").set(Tag.ContentTime, "12");
        object.set(Tag.AcquisitionNumber, VR.IS, Integer.toString(random.nextInt(3))).set(Tag.ImagesInAcquisition, VR.IS,
                Integer.toString(random.nextInt(20))).set(Tag.TemporalPositionIdentifier, VR.IS,
                Integer.toString(random.nextInt(6))).set(Tag.NumberOfTemporalPositions, VR.IS, "8");
        if (random.nextInt(3) > 0) {
            Samples.addCsa(object, "lSequenceID = " + random.nextInt(3), "B_value", "1000", "DiffusionDirectionality",
                    random.nextBoolean() ? "DIRECTIONAL" : "", "DiffusionGradientDirection", "0.1\\0.2\\0.3");
        } else if (random.nextInt(3) == 0) {
            object.set(0x00290010, VR.LO, "SIEMENS CSA HEADER").set(0x00291010, new byte[20]);
        }
        Optional<Instant> arrival = random.nextInt(5) == 0 ? Optional.empty()
                : Optional.of(Instant.ofEpochMilli(1_700_000_000_000L + random.nextInt(1000)));
        return Samples.facts(object, new ObjectOrigin("CALLER" + random.nextInt(2), "STATION", "10.0.0.1", arrival));
    }

    private static List<SeriesState> states(Random random, int count) {
        List<SeriesState> states = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            states.add(SeriesState.of(random(random, 1 + i + (random.nextInt(10) == 0 ? 1000 : 0)), RULES));
        }
        return states;
    }

    /** Merges neighbours at random until one is left. */
    private static SeriesState merged(List<SeriesState> states, Random random) {
        List<SeriesState> left = new ArrayList<>(states);
        while (left.size() > 1) {
            int at = random.nextInt(left.size() - 1);
            SeriesState second = left.remove(at + 1);
            left.set(at, left.get(at).merge(second));
        }
        return left.get(0);
    }

    @Test
    void orderAndGroupsDoNotMatter() {
        Random random = new Random(4);
        for (int round = 0; round < 60; round++) {
            List<SeriesState> states = states(random, 1 + random.nextInt(30));
            SeriesState first = merged(states, random);
            for (int shuffle = 0; shuffle < 5; shuffle++) {
                Collections.shuffle(states, random);
                SeriesState other = merged(states, random);
                assertEquals(first.line(), other.line());
                assertEquals(SeriesSummary.json(first).text(true), SeriesSummary.json(other).text(true));
                assertEquals(StudySummary.json(List.of(first)).text(true), StudySummary.json(List.of(other)).text(true));
            }
        }
    }

    @Test
    void theLimitsOfWhatIsKeptDoNotMatterEither() {
        List<SeriesState> states = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            DataSetBuilder object = Samples.object(i).set(Tag.Modality, "M" + i).set(Tag.AcquisitionNumber, VR.IS, "" + i * 10)
                    .set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", String.format("0.%04d", i))
                    .set(Tag.ImagePositionPatient, VR.DS, "0", "0", "" + i);
            states.add(SeriesState.of((ObjectFacts) ObjectFacts.of(object.build(), ObjectOrigin.unknown(), 1, "1.2." + i),
                    RULES));
        }
        Random random = new Random(6);
        SeriesState first = merged(states, random);
        assertEquals(TextSet.MOST, first.totals().modalities().values().size());
        assertEquals(Geometry.MOST_STACKS, first.geometry().stacks().size());
        for (int shuffle = 0; shuffle < 5; shuffle++) {
            Collections.shuffle(states, random);
            assertEquals(first.line(), merged(states, random).line());
        }
    }

    @Test
    void twoObjectsOfOneUidThatDifferHaveAnOrderToo() {
        SeriesState one = SeriesState.of(Samples.facts(Samples.object(1).set(Tag.PatientID, "A")), RULES);
        SeriesState other = SeriesState.of(Samples.facts(Samples.object(1).set(Tag.PatientID, "B")), RULES);
        assertEquals(one.merge(other), other.merge(one));
        assertEquals("A", other.merge(one).text("PatientID").orElseThrow());
    }

    @Test
    void aStateIsItsLine() {
        Random random = new Random(8);
        for (int round = 0; round < 100; round++) {
            SeriesState state = merged(states(random, 1 + random.nextInt(20)), random);
            String line = state.line();
            assertEquals(-1, line.indexOf('\n'));
            SeriesState read = SeriesState.parse(line, "journal", RULES, Limits.defaults()).orElseThrow();
            assertEquals(line, read.line());
            assertEquals(state, read);
            assertEquals(SeriesSummary.json(state), SeriesSummary.json(read));
            // And it goes on as if it had never been written.
            SeriesState more = states(random, 1).get(0);
            assertEquals(state.merge(more), read.merge(more));
        }
    }

    @Test
    void aLineOfOtherRulesIsNone() {
        String line = states(new Random(1), 1).get(0).line();
        assertEquals(Optional.empty(), SeriesState.parse(line, "journal", RuleFile.standard(), Limits.defaults()));
        assertEquals(Optional.empty(), SeriesState.parse(line.replace("\"version\":\"1\"", "\"version\":\"0\""),
                "journal", RULES, Limits.defaults()));
    }

    @Test
    void mutatedLinesAreAStateOrAnError() {
        String line = merged(states(new Random(2), 3), new Random(2)).line();
        Random random = new Random(3);
        int errors = 0;
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder(line);
            text.setCharAt(random.nextInt(line.length()), (char) (' ' + random.nextInt(95)));
            try {
                SeriesState.parse(text.toString(), "journal", RULES, Limits.defaults())
                        .ifPresent(state -> SeriesSummary.json(state).text(true));
            } catch (DicomException e) {
                assertTrue(e.getMessage().contains("journal"), e.getMessage());
                errors++;
            }
        }
        assertTrue(errors > 1000, errors + " errors");
        for (int length = 0; length < line.length(); length += 7) {
            String cut = line.substring(0, length);
            assertThrows(DicomException.class, () -> SeriesState.parse(cut, "journal", RULES, Limits.defaults()));
        }
    }

    @Test
    void aStateDoesNotGrowWithItsObjects() {
        SeriesState state = null;
        for (int i = 0; i < 20_000; i++) {
            SeriesState one = SeriesState.of(Samples.facts(Samples.object(i).set(Tag.AcquisitionNumber, VR.IS, "" + i)
                    .set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0")
                    .set(Tag.ImagePositionPatient, VR.DS, "0", "0", "" + i)), RULES);
            state = state == null ? one : state.merge(one);
        }
        assertEquals(20_000, state.objects());
        assertTrue(state.line().length() < 100_000, state.line().length() + " characters");
    }

    @Test
    void seriesAreNotMixed() {
        SeriesState one = SeriesState.of(Samples.facts(Samples.object(1)), RULES);
        SeriesState other = SeriesState.of(Samples.facts(Samples.object(1).set(Tag.SeriesInstanceUID, "1.2.9")), RULES);
        assertThrows(IllegalArgumentException.class, () -> one.merge(other));
        assertNotEquals(one, other);
    }
}
