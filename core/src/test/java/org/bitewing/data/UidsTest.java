package org.bitewing.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UidsTest {
    @Test
    void randomUidsAreValidAndNeverTheSame() {
        Set<String> uids = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            String uid = Uids.random();
            assertTrue(uid.startsWith("2.25.") && Uids.isValid(uid), uid);
            uids.add(uid);
        }
        assertEquals(1000, uids.size());
    }

    @Test
    void aDerivedUidIsTheStartOfTheHashAsAUuidOfVersion8() {
        // SHA-256 of "abc" (FIPS 180-4): ba7816bf 8f01cfea 414140de 5dae2223 ...
        BigInteger uuid = new BigInteger("ba7816bf8f018fea814140de5dae2223", 16);

        assertEquals("2.25." + uuid, Uids.derivedFrom("abc"));
        assertEquals(Uids.derivedFrom("abc"), Uids.derivedFrom(new byte[] {'a', 'b', 'c'}));
        assertNotEquals(Uids.derivedFrom("abc"), Uids.derivedFrom("abd"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.2.840.10008.1.2", "2.25.0", "0.39", "2.999", "1.0.1",
            "2.25.340282366920938463463374607431768211455"})
    void uidsAreValid(String uid) {
        assertTrue(Uids.isValid(uid));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1", "1.", ".1", "1..2", "1.2.", "3.1", "1.40", "0.100", "1.02", "1.2.00", "1.2.a", "1.2 ", "10.2", "1.2.\u0661"})
    void othersAreNot(String text) {
        assertFalse(Uids.isValid(text));
    }

    @Test
    void aUidHasAtMost64Characters() {
        assertTrue(Uids.isValid("1.2." + "3".repeat(60)));
        assertFalse(Uids.isValid("1.2." + "3".repeat(61)));
    }
}
