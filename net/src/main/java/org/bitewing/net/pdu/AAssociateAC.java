package org.bitewing.net.pdu;

import java.util.List;
import java.util.Objects;

/**
 * The A-ASSOCIATE-AC PDU (PS3.8 9.3.3).
 *
 * @param protocolVersion      a bit for each version that is understood; only bit 0 is defined
 * @param calledAETitle        as in the request; not to be tested when received
 * @param callingAETitle       as in the request; not to be tested when received
 * @param applicationContext   the name of the application context
 * @param presentationContexts the answer to each that was proposed
 * @param userInformation      the rest of the negotiation
 */
public record AAssociateAC(int protocolVersion, String calledAETitle, String callingAETitle, String applicationContext,
                           List<AnsweredContext> presentationContexts, UserInformation userInformation)
        implements Pdu {

    /**
     * Checks the titles.
     *
     * @param protocolVersion      bits of versions
     * @param calledAETitle        at most 16 characters
     * @param callingAETitle       at most 16 characters
     * @param applicationContext   a UID
     * @param presentationContexts the answers
     * @param userInformation      the rest
     */
    public AAssociateAC {
        AAssociateRQ.checkTitle(calledAETitle);
        AAssociateRQ.checkTitle(callingAETitle);
        Objects.requireNonNull(applicationContext, "applicationContext");
        Objects.requireNonNull(userInformation, "userInformation");
        presentationContexts = List.copyOf(presentationContexts);
    }

    /**
     * The answer to a request.
     *
     * @param request              what was asked
     * @param presentationContexts the answer to each that was proposed
     * @param userInformation      the rest
     * @return the PDU
     */
    public static AAssociateAC answering(AAssociateRQ request, List<AnsweredContext> presentationContexts,
                                         UserInformation userInformation) {
        return new AAssociateAC(AAssociateRQ.PROTOCOL_VERSION, request.calledAETitle(), request.callingAETitle(),
                AAssociateRQ.DICOM_APPLICATION_CONTEXT, presentationContexts, userInformation);
    }

    @Override
    public PduType type() {
        return PduType.A_ASSOCIATE_AC;
    }
}
