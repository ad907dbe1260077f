package org.bitewing.net.pdu;

import java.util.Objects;

/**
 * A presentation context item of an A-ASSOCIATE-AC (PS3.8 9.3.3.2).
 *
 * @param id             that of the proposed context
 * @param result         0 accepted, 1 user rejection, 2 no reason, 3 abstract syntax not supported, 4 transfer syntaxes
 *                       not supported
 * @param transferSyntax the one that was chosen; without meaning unless accepted, and may then be empty
 */
public record AnsweredContext(int id, int result, String transferSyntax) {
    /** The result of what is accepted. */
    public static final int ACCEPTANCE = 0;
    /** The service user does not want it. */
    public static final int USER_REJECTION = 1;
    /** The provider does not want it. */
    public static final int NO_REASON = 2;
    /** The abstract syntax is not supported. */
    public static final int ABSTRACT_SYNTAX_NOT_SUPPORTED = 3;
    /** None of the transfer syntaxes is supported. */
    public static final int TRANSFER_SYNTAXES_NOT_SUPPORTED = 4;

    /**
     * Checks the ID.
     *
     * @param id             odd, 1 to 255
     * @param result         0 to 255
     * @param transferSyntax a UID, or empty
     */
    public AnsweredContext {
        ProposedContext.checkId(id);
        Objects.requireNonNull(transferSyntax, "transferSyntax");
    }

    /**
     * Whether messages may be sent in this context.
     *
     * @return true for acceptance
     */
    public boolean isAccepted() {
        return result == ACCEPTANCE;
    }

    /**
     * The result in words.
     *
     * @return as PS3.8 Table 9-18 has it
     */
    public String resultText() {
        return switch (result) {
            case ACCEPTANCE -> "acceptance";
            case USER_REJECTION -> "user-rejection";
            case NO_REASON -> "no-reason (provider rejection)";
            case ABSTRACT_SYNTAX_NOT_SUPPORTED -> "abstract-syntax-not-supported (provider rejection)";
            case TRANSFER_SYNTAXES_NOT_SUPPORTED -> "transfer-syntaxes-not-supported (provider rejection)";
            default -> "unknown result " + result;
        };
    }
}
