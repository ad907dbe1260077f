package org.bitewing.tools.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> OPTIONS = List.of("--search", "--search-first", "--recurse", "--no-recurse",
            "+r", "-q", "+sd", "-ll");

    private static Optional<String> meant(String typed) {
        return Nearest.of(typed, OPTIONS);
    }

    @Test
    void aLetterMoreOrLessOrSwappedOrWrongIsForgiven() {
        assertEquals(Optional.of("--search"), meant("--serach"));
        assertEquals(Optional.of("--search"), meant("--seach"));
        assertEquals(Optional.of("--recurse"), meant("--recursse"));
        assertEquals(Optional.of("--no-recurse"), meant("--no_recurse"));
        assertEquals(Optional.of("--recurse"), meant("-recurse"));
    }

    @Test
    void caseAndSignAreForgivenInShortNamesAndNothingElse() {
        assertEquals(Optional.of("+r"), meant("-r"));
        assertEquals(Optional.of("-q"), meant("-Q"));
        assertEquals(Optional.of("+sd"), meant("-SD"));
        assertEquals(Optional.empty(), meant("-x"));
        assertEquals(Optional.empty(), meant("-lx"));
    }

    @Test
    void aBeginningIsEnoughWhereNothingIsNearer() {
        assertEquals(Optional.of("--search-first"), Nearest.of("--search-", List.of("--recurse", "--search-first")));
    }

    @Test
    void whatIsLikeNothingMeansNothing() {
        assertEquals(Optional.empty(), meant("--bogus"));
        assertEquals(Optional.empty(), meant("--"));
        assertEquals(Optional.empty(), meant("-" + "r".repeat(1_000_000)));
    }
}
