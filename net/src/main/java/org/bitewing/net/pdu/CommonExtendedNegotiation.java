package org.bitewing.net.pdu;

import java.util.List;
import java.util.Objects;

/**
 * The SOP class common extended negotiation sub-item (PS3.7 D.3.3.6): to which service class a SOP class belongs, so
 * that an acceptor can take one that it does not know.
 *
 * @param sopClassUid               the SOP class
 * @param serviceClassUid           its service class
 * @param relatedGeneralSopClasses more general SOP classes that stand for it
 */
public record CommonExtendedNegotiation(String sopClassUid, String serviceClassUid,
                                        List<String> relatedGeneralSopClasses) {

    /**
     * Copies the list.
     *
     * @param sopClassUid              a UID
     * @param serviceClassUid          a UID
     * @param relatedGeneralSopClasses UIDs
     */
    public CommonExtendedNegotiation {
        Objects.requireNonNull(sopClassUid, "sopClassUid");
        Objects.requireNonNull(serviceClassUid, "serviceClassUid");
        relatedGeneralSopClasses = List.copyOf(relatedGeneralSopClasses);
    }
}
