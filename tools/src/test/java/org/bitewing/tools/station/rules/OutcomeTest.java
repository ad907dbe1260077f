package org.bitewing.tools.station.rules;

import static org.bitewing.tools.station.rules.Outcome.FALSE;
import static org.bitewing.tools.station.rules.Outcome.TRUE;
import static org.bitewing.tools.station.rules.Outcome.UNKNOWN;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class OutcomeTest {
    @Test
    void falseWinsAndUnknownIsNeither() {
        Outcome[][] table = {
            {TRUE, TRUE, TRUE}, {TRUE, FALSE, FALSE}, {TRUE, UNKNOWN, UNKNOWN},
            {FALSE, FALSE, FALSE}, {FALSE, UNKNOWN, FALSE}, {UNKNOWN, UNKNOWN, UNKNOWN}};
        for (Outcome[] row : table) {
            assertEquals(row[2], row[0].and(row[1]));
            assertEquals(row[2], row[1].and(row[0]));
        }
        assertEquals(FALSE, TRUE.not());
        assertEquals(TRUE, FALSE.not());
        assertEquals(UNKNOWN, UNKNOWN.not());
    }

    @Test
    void aSignGivesItsOutcome() {
        for (Outcome outcome : Outcome.values()) {
            assertEquals(outcome, Outcome.of(outcome.sign()));
        }
    }
}
