package org.bitewing.net;

import java.util.Objects;

/**
 * An object that a peer wants to be stored, as its C-STORE-RQ and the association tell it. The UIDs have the form of
 * UIDs; titles hold no control characters and no backslash.
 *
 * @param sopClassUid       the SOP class
 * @param sopInstanceUid    the SOP instance
 * @param transferSyntaxUid the encoding in which it comes
 * @param callingAETitle    the title of the peer; may be empty
 * @param calledAETitle     the title that the peer called; may be empty
 * @param connection        where it comes from
 */
public record StoreRequest(String sopClassUid, String sopInstanceUid, String transferSyntaxUid, String callingAETitle,
                           String calledAETitle, ConnectionInfo connection) {

    /**
     * Checks that nothing is missing.
     *
     * @param sopClassUid       a UID
     * @param sopInstanceUid    a UID
     * @param transferSyntaxUid a UID
     * @param callingAETitle    a title
     * @param calledAETitle     a title
     * @param connection        where it comes from
     */
    public StoreRequest {
        Objects.requireNonNull(sopClassUid, "sopClassUid");
        Objects.requireNonNull(sopInstanceUid, "sopInstanceUid");
        Objects.requireNonNull(transferSyntaxUid, "transferSyntaxUid");
        Objects.requireNonNull(callingAETitle, "callingAETitle");
        Objects.requireNonNull(calledAETitle, "calledAETitle");
        Objects.requireNonNull(connection, "connection");
    }

    /** The same object in another encoding. */
    StoreRequest with(String otherTransferSyntaxUid) {
        return new StoreRequest(sopClassUid, sopInstanceUid, otherTransferSyntaxUid, callingAETitle, calledAETitle,
                connection);
    }
}
