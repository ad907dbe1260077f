package org.bitewing.net;

import java.io.IOException;
import java.util.List;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.CommandSet;
import org.bitewing.net.dimse.Status;

/** The verification service in the role of SCU (PS3.4 Annex A): asks whether somebody is there. */
public final class EchoScu {
    /** The offer that verification needs. */
    public static final Offer OFFER = Offer.of(UID.Verification, UID.ImplicitVRLittleEndian);

    private EchoScu() {
    }

    /**
     * Opens an association, sends a C-ECHO and releases the association.
     *
     * @param entity      who we are
     * @param host        a host name or an address
     * @param port        1 to 65535
     * @param calledTitle the peer's AE title
     * @return the peer's status; 0122H where it does not take part in verification
     * @throws IOException where there is no association, or it ends too early
     */
    public static Status echo(ApplicationEntity entity, String host, int port, String calledTitle) throws IOException {
        try (Association association = entity.connect(host, port, calledTitle, List.of(OFFER))) {
            return echo(association);
        }
    }

    /**
     * Sends a C-ECHO over an association that is there.
     *
     * @param association with verification among its offers
     * @return the peer's status; 0122H where it does not take part in verification
     * @throws IOException where the association is over
     */
    public static Status echo(Association association) throws IOException {
        if (association.contextFor(UID.Verification).isEmpty()) {
            return Status.SOP_CLASS_NOT_SUPPORTED;
        }
        int messageId = association.nextMessageId();
        association.send(association.contextFor(UID.Verification).get().id(), CommandSet.echoRequest(messageId));
        return association.receiveResponse(messageId).command().status();
    }
}
