package org.bitewing.net.pdu;

/** A protocol data unit of the DICOM upper layer (PS3.8 9.3). */
public sealed interface Pdu permits AAssociateRQ, AAssociateAC, AAssociateRJ, PDataTF, AReleaseRQ, AReleaseRP, AAbort {

    /** The bytes before the body of each PDU: its type, a reserved byte and four bytes of length. */
    int HEADER_LENGTH = 6;

    /**
     * The kind of this PDU.
     *
     * @return its type
     */
    PduType type();
}
