package org.bitewing.net.pdu;

import java.util.Arrays;

/**
 * The user identity sub-item of an A-ASSOCIATE-AC (PS3.7 D.3.3.7.2).
 *
 * @param response the Kerberos server ticket, SAML response or JSON Web Token; empty for usernames
 */
public record UserIdentityAC(byte[] response) {

    /**
     * Copies the response, which has at most 65,535 bytes.
     *
     * @param response any bytes
     */
    public UserIdentityAC {
        if (response.length > 0xffff) {
            throw new IllegalArgumentException("a response has at most 65535 bytes");
        }
        response = response.clone();
    }

    /**
     * The server's response.
     *
     * @return a copy
     */
    @Override
    public byte[] response() {
        return response.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof UserIdentityAC that && Arrays.equals(response, that.response);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(response);
    }

    @Override
    public String toString() {
        return "UserIdentityAC[" + response.length + " bytes]";
    }
}
