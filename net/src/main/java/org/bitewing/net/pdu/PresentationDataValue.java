package org.bitewing.net.pdu;

import java.util.Arrays;
import java.util.Objects;

/**
 * A presentation data value (PS3.8 9.3.5.1): a fragment of a command set or of a data set, with the message control
 * header that tells which (PS3.8 Annex E.2). The bytes are not copied: those that a {@link PduReader} gives are its
 * buffer and are valid until its next PDU.
 *
 * @param contextId the presentation context ID as received
 * @param isCommand true for a fragment of a command set, false for one of a data set
 * @param isLast    true where this is the last fragment
 * @param bytes     where the fragment is
 * @param offset    its first index
 * @param length    how many bytes it has
 */
public record PresentationDataValue(int contextId, boolean isCommand, boolean isLast, byte[] bytes, int offset,
                                    int length) {
    /**
     * What stands before the fragment: four bytes of length, the presentation context ID, the message control header.
     */
    public static final int HEADER_LENGTH = 6;
    /** Bit 0 of the message control header: a command. */
    static final int COMMAND = 1;
    /** Bit 1 of the message control header: the last fragment. */
    static final int LAST = 2;

    /**
     * Checks that the fragment lies within the bytes.
     *
     * @param contextId the presentation context ID
     * @param isCommand true for a command
     * @param isLast    true for the last fragment
     * @param bytes     where the fragment is
     * @param offset    its first index
     * @param length    how many bytes it has
     */
    public PresentationDataValue {
        Objects.checkFromIndexSize(offset, length, bytes.length);
    }

    /**
     * The message control header (PS3.8 E.2).
     *
     * @return bit 0 for a command, bit 1 for the last fragment
     */
    public int messageControlHeader() {
        return (isCommand ? COMMAND : 0) | (isLast ? LAST : 0);
    }

    /** Equal where context, header and the bytes of the fragment are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof PresentationDataValue that && contextId == that.contextId
                && messageControlHeader() == that.messageControlHeader()
                && Arrays.equals(bytes, offset, offset + length, that.bytes, that.offset, that.offset + that.length);
    }

    @Override
    public int hashCode() {
        return (contextId * 31 + messageControlHeader()) * 31 + length;
    }

    /** Context, kind and length; never the bytes. */
    @Override
    public String toString() {
        return "PDV[context " + contextId + (isCommand ? ", command" : ", data set") + (isLast ? ", last, " : ", ")
                + length + " bytes]";
    }
}
