package org.bitewing.net.pdu;

/**
 * The A-ASSOCIATE-RJ PDU (PS3.8 9.3.4). Values that PS3.8 does not define are kept as received.
 *
 * @param result 1 rejected permanently, 2 rejected for now
 * @param source 1 service user, 2 service provider (ACSE), 3 service provider (presentation)
 * @param reason its meaning depends on the source
 */
public record AAssociateRJ(int result, int source, int reason) implements Pdu {

    /** The result of what may be tried again later. */
    public static final int TRANSIENT = 2;

    /** The reasons for which an association is rejected (PS3.8 Table 9-21). */
    public enum Reason {
        /** None is given. */
        NO_REASON_GIVEN(1, 1, 1, "no-reason-given"),
        /** Another application context than DICOM's. */
        APPLICATION_CONTEXT_NAME_NOT_SUPPORTED(1, 1, 2, "application-context-name-not-supported"),
        /** The peer's own title is not welcome. */
        CALLING_AE_TITLE_NOT_RECOGNIZED(1, 1, 3, "calling-AE-title-not-recognized"),
        /** There is nobody of the title that was called. */
        CALLED_AE_TITLE_NOT_RECOGNIZED(1, 1, 7, "called-AE-title-not-recognized"),
        /** The provider's, for instance for a user identity that was not accepted (PS3.7 D.3.3.7). */
        NO_REASON_GIVEN_BY_ACSE(1, 2, 1, "no-reason-given (ACSE)"),
        /** Bit 0 of the protocol version is not set. */
        PROTOCOL_VERSION_NOT_SUPPORTED(1, 2, 2, "protocol-version-not-supported"),
        /** Too much is going on. */
        TEMPORARY_CONGESTION(2, 3, 1, "temporary-congestion"),
        /** There are as many associations as may be. */
        LOCAL_LIMIT_EXCEEDED(2, 3, 2, "local-limit-exceeded");

        private final AAssociateRJ pdu;
        private final String text;

        Reason(int result, int source, int reason, String text) {
            this.pdu = new AAssociateRJ(result, source, reason);
            this.text = text;
        }

        /**
         * The PDU that says so.
         *
         * @return result, source and reason
         */
        public AAssociateRJ pdu() {
            return pdu;
        }
    }

    /**
     * Whether the same request may be accepted later.
     *
     * @return true for a transient rejection
     */
    public boolean isTransient() {
        return result == TRANSIENT;
    }

    /**
     * The reason in words.
     *
     * @return as PS3.8 Table 9-21 has it, with what it does not know in numbers
     */
    public String reasonText() {
        for (Reason known : Reason.values()) {
            if (known.pdu.source == source && known.pdu.reason == reason) {
                return known.text;
            }
        }
        return "unknown reason " + reason + " of source " + source;
    }

    @Override
    public PduType type() {
        return PduType.A_ASSOCIATE_RJ;
    }
}
