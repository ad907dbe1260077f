package org.bitewing.net.pdu;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The user identity sub-item of an A-ASSOCIATE-RQ (PS3.7 D.3.3.7.1). It is a secret: {@link #toString} tells its type
 * alone.
 *
 * @param type              1 username, 2 username and passcode, 3 Kerberos ticket, 4 SAML assertion, 5 JSON Web Token;
 *                          others as received
 * @param responseRequested true where the acceptor shall answer
 * @param primary           the username in UTF-8, the ticket, the assertion or the token
 * @param secondary         the passcode in UTF-8 with type 2, else empty
 */
public record UserIdentityRQ(int type, boolean responseRequested, byte[] primary, byte[] secondary) {
    /** A username. */
    public static final int USERNAME = 1;
    /** A username and a passcode. */
    public static final int USERNAME_AND_PASSCODE = 2;
    /** A Kerberos service ticket. */
    public static final int KERBEROS = 3;
    /** A SAML assertion. */
    public static final int SAML = 4;
    /** A JSON Web Token. */
    public static final int JWT = 5;

    /**
     * Copies the fields, which have at most 65,535 bytes.
     *
     * @param type              the kind of identity
     * @param responseRequested true where the acceptor shall answer
     * @param primary           the first field
     * @param secondary         the second field
     */
    public UserIdentityRQ {
        if (primary.length > 0xffff || secondary.length > 0xffff) {
            throw new IllegalArgumentException("a field of a user identity has at most 65535 bytes");
        }
        primary = primary.clone();
        secondary = secondary.clone();
    }

    /**
     * A username without a proof.
     *
     * @param username            the user
     * @param responseRequested true where the acceptor shall answer
     * @return the item
     */
    public static UserIdentityRQ username(String username, boolean responseRequested) {
        return new UserIdentityRQ(USERNAME, responseRequested, utf8(username), new byte[0]);
    }

    /**
     * A username with a passcode; to be sent over TLS only.
     *
     * @param username          the user
     * @param passcode          the proof
     * @param responseRequested true where the acceptor shall answer
     * @return the item
     */
    public static UserIdentityRQ passcode(String username, String passcode, boolean responseRequested) {
        return new UserIdentityRQ(USERNAME_AND_PASSCODE, responseRequested, utf8(username), utf8(passcode));
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The username, ticket, assertion or token.
     *
     * @return a copy
     */
    @Override
    public byte[] primary() {
        return primary.clone();
    }

    /**
     * The passcode.
     *
     * @return a copy
     */
    @Override
    public byte[] secondary() {
        return secondary.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserIdentityRQ that && type == that.type
                && responseRequested == that.responseRequested && Arrays.equals(primary, that.primary)
                && Arrays.equals(secondary, that.secondary);
    }

    @Override
    public int hashCode() {
        return (type * 31 + Arrays.hashCode(primary)) * 31 + Arrays.hashCode(secondary);
    }

    @Override
    public String toString() {
        return "UserIdentityRQ[type " + type + (responseRequested ? ", response requested]" : "]");
    }
}
