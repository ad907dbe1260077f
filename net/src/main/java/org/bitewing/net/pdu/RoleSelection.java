package org.bitewing.net.pdu;

import java.util.Objects;

/**
 * The SCP/SCU role selection sub-item (PS3.7 D.3.3.4): which roles the association's requestor takes for a SOP class.
 *
 * @param sopClassUid the SOP class
 * @param scu         true where the requestor is, or may be, SCU
 * @param scp         true where the requestor is, or may be, SCP
 */
public record RoleSelection(String sopClassUid, boolean scu, boolean scp) {

    /**
     * Checks that there is a UID.
     *
     * @param sopClassUid a UID
     * @param scu         the role of an SCU
     * @param scp         the role of an SCP
     */
    public RoleSelection {
        Objects.requireNonNull(sopClassUid, "sopClassUid");
    }
}
