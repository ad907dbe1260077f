package org.bitewing.io;

import java.nio.charset.StandardCharsets;
import org.bitewing.data.Value;
import org.bitewing.text.SpecificCharacterSet;

/** The character set that a value of (0008,0005) names (PS3.3 C.12.1.1.2); what it had to be corrected in is said. */
final class SpecificCharacterSets {
    private SpecificCharacterSets() {
    }

    static SpecificCharacterSet of(Value value, DicomParser parser) {
        String terms = new String(value.bytes(), StandardCharsets.ISO_8859_1);
        return SpecificCharacterSet.of(terms.split("\\\\", -1));
    }
}
