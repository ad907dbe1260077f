package org.bitewing.net.pdu;

import java.util.Arrays;
import java.util.Objects;

/**
 * The SOP class extended negotiation sub-item (PS3.7 D.3.3.5).
 *
 * @param sopClassUid the SOP class
 * @param information what the service class defines (PS3.4)
 */
public record ExtendedNegotiation(String sopClassUid, byte[] information) {

    /**
     * Copies the information.
     *
     * @param sopClassUid a UID
     * @param information any bytes
     */
    public ExtendedNegotiation {
        Objects.requireNonNull(sopClassUid, "sopClassUid");
        information = information.clone();
    }

    /**
     * What the service class defines (PS3.4).
     *
     * @return a copy
     */
    @Override
    public byte[] information() {
        return information.clone();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ExtendedNegotiation that && sopClassUid.equals(that.sopClassUid)
                && Arrays.equals(information, that.information);
    }

    @Override
    public int hashCode() {
        return sopClassUid.hashCode() * 31 + Arrays.hashCode(information);
    }
}
