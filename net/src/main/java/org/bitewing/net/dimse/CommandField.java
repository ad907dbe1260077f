package org.bitewing.net.dimse;

import java.util.Optional;

/** The kinds of message (PS3.7 E.1): Command Field (0000,0100). */
public enum CommandField {
    /** Store a data set, request. */
    C_STORE_RQ(0x0001),
    /** Store a data set, response. */
    C_STORE_RSP(0x8001),
    /** Retrieve over this association, request. */
    C_GET_RQ(0x0010),
    /** Retrieve over this association, response. */
    C_GET_RSP(0x8010),
    /** Query, request. */
    C_FIND_RQ(0x0020),
    /** Query, response. */
    C_FIND_RSP(0x8020),
    /** Retrieve over another association, request. */
    C_MOVE_RQ(0x0021),
    /** Retrieve over another association, response. */
    C_MOVE_RSP(0x8021),
    /** Verify, request. */
    C_ECHO_RQ(0x0030),
    /** Verify, response. */
    C_ECHO_RSP(0x8030),
    /** Report an event, request. */
    N_EVENT_REPORT_RQ(0x0100),
    /** Report an event, response. */
    N_EVENT_REPORT_RSP(0x8100),
    /** Get attributes, request. */
    N_GET_RQ(0x0110),
    /** Get attributes, response. */
    N_GET_RSP(0x8110),
    /** Set attributes, request. */
    N_SET_RQ(0x0120),
    /** Set attributes, response. */
    N_SET_RSP(0x8120),
    /** Do something, request. */
    N_ACTION_RQ(0x0130),
    /** Do something, response. */
    N_ACTION_RSP(0x8130),
    /** Create an instance, request. */
    N_CREATE_RQ(0x0140),
    /** Create an instance, response. */
    N_CREATE_RSP(0x8140),
    /** Delete an instance, request. */
    N_DELETE_RQ(0x0150),
    /** Delete an instance, response. */
    N_DELETE_RSP(0x8150),
    /** Cancel a C-FIND, C-GET or C-MOVE; it has no response. */
    C_CANCEL_RQ(0x0fff);

    private static final int RESPONSE = 0x8000;

    private final int code;

    CommandField(int code) {
        this.code = code;
    }

    /**
     * The value of Command Field.
     *
     * @return 0 to 65535
     */
    public int code() {
        return code;
    }

    /**
     * Whether this answers a request.
     *
     * @return true for the RSP
     */
    public boolean isResponse() {
        return (code & RESPONSE) != 0;
    }

    /**
     * The response to this request.
     *
     * @return empty for responses and C-CANCEL-RQ
     */
    public Optional<CommandField> response() {
        return isResponse() || this == C_CANCEL_RQ ? Optional.empty() : of(code | RESPONSE);
    }

    /**
     * The kind that a value tells.
     *
     * @param code the value of Command Field
     * @return empty where PS3.7 knows none
     */
    public static Optional<CommandField> of(int code) {
        for (CommandField field : values()) {
            if (field.code == code) {
                return Optional.of(field);
            }
        }
        return Optional.empty();
    }

    /** The name as in PS3.7, such as {@code C-STORE-RQ}. */
    @Override
    public String toString() {
        return name().replace('_', '-');
    }
}
