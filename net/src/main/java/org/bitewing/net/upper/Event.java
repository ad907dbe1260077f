package org.bitewing.net.upper;

import org.bitewing.net.pdu.PduType;

/** The nineteen events (PS3.8 9.2.2 and Table 9-10). */
public enum Event {
    /** The local user asks for an association. */
    EVT1("A-ASSOCIATE request"),
    /** The connection that we asked for is open. */
    EVT2("transport connection confirmation"),
    /** An A-ASSOCIATE-AC came. */
    EVT3("A-ASSOCIATE-AC PDU received"),
    /** An A-ASSOCIATE-RJ came. */
    EVT4("A-ASSOCIATE-RJ PDU received"),
    /** A peer opened a connection. */
    EVT5("transport connection indication"),
    /** An A-ASSOCIATE-RQ came. */
    EVT6("A-ASSOCIATE-RQ PDU received"),
    /** The local user accepts the association. */
    EVT7("A-ASSOCIATE response (accept)"),
    /** The local user rejects the association. */
    EVT8("A-ASSOCIATE response (reject)"),
    /** The local user sends data. */
    EVT9("P-DATA request"),
    /** A P-DATA-TF came. */
    EVT10("P-DATA-TF PDU received"),
    /** The local user asks for the end of the association. */
    EVT11("A-RELEASE request"),
    /** An A-RELEASE-RQ came. */
    EVT12("A-RELEASE-RQ PDU received"),
    /** An A-RELEASE-RP came. */
    EVT13("A-RELEASE-RP PDU received"),
    /** The local user agrees to the end of the association. */
    EVT14("A-RELEASE response"),
    /** The local user aborts. */
    EVT15("A-ABORT request"),
    /** An A-ABORT came. */
    EVT16("A-ABORT PDU received"),
    /** The connection was closed. */
    EVT17("transport connection closed"),
    /** The ARTIM timer ran out. */
    EVT18("ARTIM timer expired"),
    /** What came is no PDU, or not a valid one. */
    EVT19("unrecognized or invalid PDU received");

    private final String meaning;

    Event(String meaning) {
        this.meaning = meaning;
    }

    /**
     * What happened.
     *
     * @return in the words of PS3.8
     */
    public String meaning() {
        return meaning;
    }

    /**
     * The event that a PDU is.
     *
     * @param type of the PDU that came
     * @return its event
     */
    public static Event received(PduType type) {
        return switch (type) {
            case A_ASSOCIATE_RQ -> EVT6;
            case A_ASSOCIATE_AC -> EVT3;
            case A_ASSOCIATE_RJ -> EVT4;
            case P_DATA_TF -> EVT10;
            case A_RELEASE_RQ -> EVT12;
            case A_RELEASE_RP -> EVT13;
            case A_ABORT -> EVT16;
        };
    }
}
