package org.bitewing.tools.station.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

/** No pattern and no text makes a search go on for ever, or ends in anything but an outcome. */
class BoundedPatternTest {
    @Test
    void aPatternIsSearchedFor() {
        assertEquals(Outcome.TRUE, BoundedPattern.of("b+$").find("aabb"));
        assertEquals(Outcome.FALSE, BoundedPattern.of("^b").find("aabb"));
        assertEquals(Outcome.TRUE, BoundedPattern.of("(?<=a)b\\b").find("ab"));
    }

    @Test
    void aSearchThatWouldNotEndIsUndecided() {
        String text = "a".repeat(5000) + "!";
        for (String pattern : List.of("(a+)+$", "(a|aa)+$", "(.*)*x(.*)*y", "(a*)*b", "(?:a?){40}a{40}b", "^(.+)+\\1z")) {
            assertEquals(Outcome.UNKNOWN, BoundedPattern.of(pattern).find(text), pattern);
        }
    }

    @Test
    void aLoopThatNeedsTooMuchStackIsAnOutcome() {
        Outcome outcome = BoundedPattern.of("(?:a|b|c)*d").find("abc".repeat(5000));
        assertTrue(outcome == Outcome.UNKNOWN || outcome == Outcome.FALSE, outcome.toString());
    }

    @Test
    void aTextThatIsTooLongIsUndecided() {
        String text = "a".repeat(BoundedPattern.LONGEST_TEXT);
        assertEquals(Outcome.TRUE, BoundedPattern.of("a").find(text));
        assertEquals(Outcome.UNKNOWN, BoundedPattern.of("a").find(text + "a"));
    }

    @Test
    void patternsThatAreTooMuchAreRefused() {
        for (String pattern : List.of("(", "[a", "*", "x".repeat(1025), "(?:(?:(?:){1000}){1000}){1000}",
                "a{2147483647}", "a{99999999999}", "(".repeat(100) + ")".repeat(100), "(?<n")) {
            assertThrows(IllegalArgumentException.class, () -> BoundedPattern.of(pattern), pattern);
        }
        assertEquals(Outcome.FALSE, BoundedPattern.of("(?:(?:){1000}){1000}x").find("y"));
    }
}
