package org.bitewing.io;

import java.nio.charset.StandardCharsets;
import org.bitewing.Problem.Kind;
import org.bitewing.data.Value;
import org.bitewing.text.SpecificCharacterSet;

/** The character set that a value of (0008,0005) names (PS3.3 C.12.1.1.2); what had to be corrected in it is said. */
final class SpecificCharacterSets {
    private SpecificCharacterSets() {
    }

    static SpecificCharacterSet of(Value value, EventReader reader) {
        SpecificCharacterSet set = SpecificCharacterSet.parse(new String(value.bytes(), StandardCharsets.ISO_8859_1));
        for (String correction : set.corrections()) {
            reader.warn(Kind.CHARACTER_SET, correction);
        }
        return set;
    }
}
