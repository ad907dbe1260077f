package org.bitewing.net.pdu;

import java.util.Optional;

/** The kinds of PDU (PS3.8 9.3.1). */
public enum PduType {
    /** Asks for an association (PS3.8 9.3.2). */
    A_ASSOCIATE_RQ(0x01, "A-ASSOCIATE-RQ"),
    /** Accepts one (PS3.8 9.3.3). */
    A_ASSOCIATE_AC(0x02, "A-ASSOCIATE-AC"),
    /** Rejects one (PS3.8 9.3.4). */
    A_ASSOCIATE_RJ(0x03, "A-ASSOCIATE-RJ"),
    /** Carries messages (PS3.8 9.3.5). */
    P_DATA_TF(0x04, "P-DATA-TF"),
    /** Asks for the end of an association (PS3.8 9.3.6). */
    A_RELEASE_RQ(0x05, "A-RELEASE-RQ"),
    /** Agrees to it (PS3.8 9.3.7). */
    A_RELEASE_RP(0x06, "A-RELEASE-RP"),
    /** Ends an association at once (PS3.8 9.3.8). */
    A_ABORT(0x07, "A-ABORT");

    private final int code;
    private final String title;

    PduType(int code, String title) {
        this.code = code;
        this.title = title;
    }

    /**
     * The first byte of the PDU.
     *
     * @return 1 to 7
     */
    public int code() {
        return code;
    }

    /**
     * The kind that a first byte tells.
     *
     * @param code 0 to 255
     * @return empty where PS3.8 knows none
     */
    public static Optional<PduType> of(int code) {
        return code >= 1 && code <= values().length ? Optional.of(values()[code - 1]) : Optional.empty();
    }

    /** The name as in PS3.8. */
    @Override
    public String toString() {
        return title;
    }
}
