package org.bitewing.net.pdu;

/**
 * The A-ABORT PDU (PS3.8 9.3.8). Values that PS3.8 does not define are kept as received.
 *
 * @param source 0 service user, 2 service provider
 * @param reason with the source 0 without meaning, else as in PS3.8 Table 9-26
 */
public record AAbort(int source, int reason) implements Pdu {
    /** The source of what a user aborted. */
    public static final int SERVICE_USER = 0;
    /** The source of what a provider aborted. */
    public static final int SERVICE_PROVIDER = 2;
    /** Reason: none is given. */
    public static final int REASON_NOT_SPECIFIED = 0;
    /** Reason: a PDU of a type that does not exist. */
    public static final int UNRECOGNIZED_PDU = 1;
    /** Reason: a PDU that may not come now. */
    public static final int UNEXPECTED_PDU = 2;
    /** Reason: a value within a PDU that is not allowed. */
    public static final int INVALID_PDU_PARAMETER_VALUE = 6;

    /** The abort of a service user. */
    public static final AAbort BY_USER = new AAbort(SERVICE_USER, REASON_NOT_SPECIFIED);

    /**
     * The source in words.
     *
     * @return for instance {@code service-provider}
     */
    public String sourceText() {
        return switch (source) {
            case SERVICE_USER -> "service-user";
            case SERVICE_PROVIDER -> "service-provider";
            default -> "unknown source " + source;
        };
    }

    /**
     * The reason in words.
     *
     * @return as PS3.8 Table 9-26 has it
     */
    public String reasonText() {
        if (source != SERVICE_PROVIDER) {
            return "reason-not-specified";
        }
        return switch (reason) {
            case REASON_NOT_SPECIFIED -> "reason-not-specified";
            case UNRECOGNIZED_PDU -> "unrecognized-PDU";
            case UNEXPECTED_PDU -> "unexpected-PDU";
            case 4 -> "unrecognized-PDU parameter";
            case 5 -> "unexpected-PDU parameter";
            case INVALID_PDU_PARAMETER_VALUE -> "invalid-PDU-parameter value";
            default -> "unknown reason " + reason;
        };
    }

    @Override
    public PduType type() {
        return PduType.A_ABORT;
    }
}
