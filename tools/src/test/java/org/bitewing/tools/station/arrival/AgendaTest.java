package org.bitewing.tools.station.arrival;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.bitewing.tools.net.ArgumentVector;
import org.junit.jupiter.api.Test;

/** Which action is next, by a clock that the test turns. */
class AgendaTest {
    private final Agenda agenda = new Agenda(3, 10);

    private static Attempt attempt(String study, int round, String command) {
        return Attempt.first(new Completion(Subject.ofStudy(study), round, List.of()),
                new Action(true, new ArgumentVector(List.of(command)), Set.of(), Set.of()));
    }

    @Test
    void completionsOfOneStudyWaitForOneAnotherAndOthersDoNot() {
        Attempt first = attempt("1.1", 1, "a");
        Attempt late = attempt("1.1", 2, "a");
        Attempt other = attempt("1.2", 1, "a");
        Attempt otherAction = attempt("1.1", 2, "b");
        agenda.add(first, 0);
        agenda.add(late, 0);
        agenda.add(other, 0);
        agenda.add(otherAction, 0);

        assertEquals(Optional.of(first), agenda.take(0));
        assertEquals(Optional.of(other), agenda.take(0));
        assertEquals(Optional.of(otherAction), agenda.take(0));
        assertEquals(Optional.empty(), agenda.take(1_000));
        agenda.over(first, 5);
        assertEquals(Optional.of(late), agenda.take(5));
        assertEquals(OptionalLong.empty(), agenda.next());
    }

    @Test
    void whatFailedIsTriedAgainAfterAWhileThatDoublesUpToTheLastAttempt() {
        Attempt first = attempt("1.1", 1, "a");
        Attempt late = attempt("1.1", 2, "a");
        agenda.add(first, 0);
        agenda.add(late, 0);

        Attempt one = agenda.take(0).orElseThrow();
        assertFalse(agenda.isLast(one));
        agenda.again(one, 100);
        assertEquals(OptionalLong.of(110), agenda.next());
        assertEquals(Optional.empty(), agenda.take(109));
        Attempt two = agenda.take(110).orElseThrow();
        assertEquals(2, two.number());
        agenda.again(two, 200);
        assertEquals(OptionalLong.of(220), agenda.next());
        Attempt three = agenda.take(220).orElseThrow();
        assertTrue(agenda.isLast(three));
        agenda.over(three, 300);
        assertEquals(Optional.of(late), agenda.take(300));
    }

    @Test
    void theWhileHasAnEnd() {
        assertEquals(Agenda.LONGEST_WAIT, new Agenda(100, 10_000).wait(99));
        assertEquals(0, new Agenda(100, 0).wait(99));
    }
}
