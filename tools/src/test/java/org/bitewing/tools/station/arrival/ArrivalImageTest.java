package org.bitewing.tools.station.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bitewing.json.JsonObject;
import org.bitewing.tools.station.journal.JsonFields;
import org.junit.jupiter.api.Test;

/** What the lines of the journal come to. */
class ArrivalImageTest {
    private static final Peer PEER = new Peer("MR1", "STATION", "10.0.0.7");
    private static final Peer OTHER = new Peer("CT1", "STATION", "10.0.0.8");
    private static final Subject STUDY = Subject.ofStudy("1.2");

    private final ArrivalImage image = new ArrivalImage();

    private void apply(ArrivalEntry... entries) {
        for (ArrivalEntry entry : entries) {
            image.apply(entry.json());
        }
    }

    @Test
    void aRoundThatIsOverDoesNotCloseTheNext() {
        apply(new ArrivalEntry.Opened(STUDY, 1, List.of(PEER)), new ArrivalEntry.Opened(STUDY, 2, List.of(PEER)),
                new ArrivalEntry.Completed(new Completion(STUDY, 1, List.of(PEER))));

        assertEquals(List.of(new ArrivalEntry.Opened(STUDY, 2, List.of(PEER))), image.open());
        apply(new ArrivalEntry.Closed(STUDY, 2));
        assertEquals(List.of(), image.open());
    }

    @Test
    void furtherSendersOfARoundAreKept() {
        apply(new ArrivalEntry.Opened(STUDY, 1, List.of(PEER)), new ArrivalEntry.Opened(STUDY, 1, List.of(OTHER)));
        assertEquals(List.of(PEER, OTHER), image.open().get(0).peers());
    }

    @Test
    void whatIsNoEntryIsRefusedAndChangesNothing() {
        for (JsonObject line : List.of(JsonFields.with("entry", "other").object(),
                JsonFields.with("entry", "opened").and("study", "1").object(),
                JsonFields.with("entry", "completed").and("study", "1").and("series", "").and("round", 1)
                        .and("peers", "none").object(), JsonFields.with("x", "y").object())) {
            assertThrows(IllegalArgumentException.class, () -> image.apply(line));
        }
        assertEquals(List.of(), image.entries());
    }

    @Test
    void itsOwnEntriesMakeTheSameImage() {
        Random random = new Random(6);
        List<String> events = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            Subject study = Subject.ofStudy("1." + random.nextInt(5));
            Subject subject = random.nextBoolean() ? study : new Subject(study.study(), "2." + random.nextInt(3));
            int round = 1 + random.nextInt(3);
            String event = events.isEmpty() ? "none" : events.get(random.nextInt(events.size()));
            switch (random.nextInt(7)) {
                case 0, 1 -> apply(new ArrivalEntry.Opened(subject, round, List.of(random.nextBoolean() ? PEER : OTHER)));
                case 2 -> {
                    Completion completion = new Completion(subject, round, List.of(PEER));
                    events.add(completion.id());
                    apply(new ArrivalEntry.Completed(completion));
                }
                case 3 -> apply(new ArrivalEntry.Closed(subject, round));
                case 4 -> apply(new ArrivalEntry.Begun(event, "a" + random.nextInt(2), 1 + random.nextInt(3)));
                case 5 -> apply(new ArrivalEntry.Ended(event, "a" + random.nextInt(2), 1, random.nextBoolean(), "x"));
                default -> apply(new ArrivalEntry.Settled(event));
            }
            ArrivalImage again = new ArrivalImage();
            image.entries().forEach(again::apply);
            assertEquals(image.open(), again.open());
            assertEquals(image.pending(), again.pending());
        }
        assertTrue(image.entries().size() < 200, "it is as large as what is under way");
    }
}
