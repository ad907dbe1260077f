package org.bitewing.net.pdu;

/** The A-RELEASE-RQ PDU (PS3.8 9.3.6). */
public record AReleaseRQ() implements Pdu {
    @Override
    public PduType type() {
        return PduType.A_RELEASE_RQ;
    }
}
