package org.bitewing.tools.station.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** When series and studies are quiet, by a clock that the test turns. */
class RoundsTest {
    private static final Peer PEER = new Peer("MR1", "STATION", "10.0.0.7");
    private static final Subject STUDY = Subject.ofStudy("1.2");
    private static final Subject SERIES = new Subject("1.2", "1.2.1");

    private final Rounds rounds = new Rounds(10, 16);

    @Test
    void aSeriesIsQuietBeforeItsStudyAndBothStayOpenUntilTheyAreClosed() {
        rounds.open(SERIES, 1, List.of(PEER), 100);
        rounds.open(STUDY, 1, List.of(PEER), 100);

        assertEquals(OptionalLong.of(110), rounds.next());
        assertEquals(List.of(), rounds.quiet(109));
        assertEquals(List.of(SERIES), rounds.quiet(110));
        assertEquals(List.of(SERIES, STUDY), rounds.quiet(116));
        assertEquals("series/1.2/1.2.1/1", rounds.completion(SERIES, 116).orElseThrow().id());
        rounds.close(SERIES);
        rounds.close(STUDY);
        assertEquals(List.of(), rounds.quiet(1_000));
        assertEquals(OptionalLong.empty(), rounds.next());
        assertEquals(0, rounds.round(STUDY));
    }

    @Test
    void whatComesInBetweenMakesItWaitAgain() {
        rounds.open(STUDY, 3, List.of(PEER), 100);
        assertEquals(List.of(STUDY), rounds.quiet(116));
        assertTrue(rounds.touch(STUDY, PEER, 117));

        assertEquals(Optional.empty(), rounds.completion(STUDY, 117), "an object came since it was found quiet");
        assertEquals(List.of(), rounds.quiet(132));
        assertEquals(3, rounds.completion(STUDY, 133).orElseThrow().round());
    }

    @Test
    void eachSenderIsNamedOnce() {
        Peer other = new Peer("CT1", "STATION", "10.0.0.8");
        rounds.open(STUDY, 1, List.of(PEER), 0);

        assertFalse(rounds.touch(STUDY, other, 1));
        assertTrue(rounds.touch(STUDY, other, 2));
        assertEquals(List.of(other, PEER), rounds.completion(STUDY, 18).orElseThrow().peers());
    }

    @Test
    void aStudyWaitsNoShorterThanItsSeries() {
        assertThrows(IllegalArgumentException.class, () -> new Rounds(17, 16));
    }

    /** Against a model that looks at everything each time. */
    @Test
    void anyOrderOfTouchesIsTheSameAsLookingAtAll() {
        Random random = new Random(20);
        TreeMap<String, Long> model = new TreeMap<>();
        for (long now = 0; now < 5_000; now++) {
            String study = "1." + random.nextInt(30);
            Subject subject = Subject.ofStudy(study);
            switch (random.nextInt(4)) {
                case 0, 1 -> {
                    if (rounds.round(subject) == 0) {
                        rounds.open(subject, 1, List.of(PEER), now);
                    } else {
                        rounds.touch(subject, PEER, now);
                    }
                    model.put(study, now);
                }
                case 2 -> {
                    if (model.containsKey(study)) {
                        rounds.postpone(subject, now);
                        model.put(study, now);
                    }
                }
                default -> {
                    long time = now;
                    List<String> expected = model.keySet().stream().filter(key -> model.get(key) <= time - 16).toList();
                    List<Subject> quiet = rounds.quiet(now);
                    assertEquals(expected, quiet.stream().map(Subject::study).sorted().toList());
                    quiet.forEach(one -> {
                        assertTrue(rounds.completion(one, time).isPresent());
                        rounds.close(one);
                        model.remove(one.study());
                    });
                }
            }
            assertEquals(model.values().stream().mapToLong(Long::longValue).min().orElse(-17) + 16,
                    rounds.next().orElse(-1));
        }
    }
}
