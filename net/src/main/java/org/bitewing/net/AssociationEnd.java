package org.bitewing.net;

/** How an association or a mere connection ended. */
public enum AssociationEnd {
    /** Both sides agreed to release it. */
    RELEASED,
    /** It was rejected. */
    REJECTED,
    /** The peer aborted it. */
    ABORTED_BY_PEER,
    /** We aborted it. */
    ABORTED,
    /** The connection was closed or broke. */
    CLOSED
}
