package org.bitewing.net.pdu;

/** The A-RELEASE-RP PDU (PS3.8 9.3.7). */
public record AReleaseRP() implements Pdu {
    @Override
    public PduType type() {
        return PduType.A_RELEASE_RP;
    }
}
