package org.bitewing.io;

import java.util.Optional;
import org.bitewing.dict.Tag;

/** SOP Class and Instance UID of a data set that passes by, for its file meta information. */
final class SopUids {
    /** A UID has 64 bytes (PS3.5 9.1); what is longer is none, and is not kept. */
    static final int LONGEST = 64;

    private String sopClass = "";
    private String sopInstance = "";

    static boolean isOne(int tag) {
        return tag == Tag.SOPClassUID || tag == Tag.SOPInstanceUID;
    }

    void note(int tag, byte[] value, int offset, int length) {
        String uid = length > LONGEST ? "" : ElementValue.trimmed(value, offset, length);
        if (tag == Tag.SOPClassUID) {
            sopClass = uid;
        } else {
            sopInstance = uid;
        }
    }

    Optional<String> sopClass() {
        return Optional.of(sopClass).filter(uid -> !uid.isEmpty());
    }

    Optional<String> sopInstance() {
        return Optional.of(sopInstance).filter(uid -> !uid.isEmpty());
    }
}
