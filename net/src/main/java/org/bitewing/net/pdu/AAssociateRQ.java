package org.bitewing.net.pdu;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * The A-ASSOCIATE-RQ PDU (PS3.8 9.3.2).
 *
 * @param protocolVersion      a bit for each version that is understood; only bit 0 is defined
 * @param calledAETitle        whom the peer wants, without padding
 * @param callingAETitle       who the peer is, without padding
 * @param applicationContext   the name of the application context
 * @param presentationContexts what is proposed, each with its own odd ID
 * @param userInformation      the rest of the negotiation
 */
public record AAssociateRQ(int protocolVersion, String calledAETitle, String callingAETitle, String applicationContext,
                           List<ProposedContext> presentationContexts, UserInformation userInformation)
        implements Pdu {

    /** The DICOM application context name (PS3.7 A.2.1). */
    public static final String DICOM_APPLICATION_CONTEXT = "1.2.840.10008.3.1.1.1";
    /** The only version of the protocol (PS3.8 9.3.2): bit 0. */
    public static final int PROTOCOL_VERSION = 1;
    /** An AE title has at most 16 characters (PS3.5 6.2). */
    public static final int LONGEST_AE_TITLE = 16;
    /** IDs are odd and fit in a byte (PS3.8 9.3.2.2), so there are no more contexts than this. */
    public static final int MOST_CONTEXTS = 128;

    /**
     * Checks titles and the IDs of the presentation contexts.
     *
     * @param protocolVersion      bits of versions
     * @param calledAETitle        at most 16 characters
     * @param callingAETitle       at most 16 characters
     * @param applicationContext   a UID
     * @param presentationContexts at most 128
     * @param userInformation      the rest
     */
    public AAssociateRQ {
        checkTitle(calledAETitle);
        checkTitle(callingAETitle);
        Objects.requireNonNull(applicationContext, "applicationContext");
        Objects.requireNonNull(userInformation, "userInformation");
        presentationContexts = List.copyOf(presentationContexts);
        Set<Integer> ids = new HashSet<>();
        for (ProposedContext context : presentationContexts) {
            if (!ids.add(context.id())) {
                throw new IllegalArgumentException("presentation context ID " + context.id() + " is there twice");
            }
        }
    }

    /**
     * A request of this version of the protocol in the DICOM application context.
     *
     * @param calledAETitle        whom is wanted
     * @param callingAETitle       who asks
     * @param presentationContexts what is proposed
     * @param userInformation      the rest
     * @return the PDU
     */
    public static AAssociateRQ of(String calledAETitle, String callingAETitle,
                                  List<ProposedContext> presentationContexts, UserInformation userInformation) {
        return new AAssociateRQ(PROTOCOL_VERSION, calledAETitle, callingAETitle, DICOM_APPLICATION_CONTEXT,
                presentationContexts, userInformation);
    }

    @Override
    public PduType type() {
        return PduType.A_ASSOCIATE_RQ;
    }

    static void checkTitle(String title) {
        if (title.length() > LONGEST_AE_TITLE) {
            throw new IllegalArgumentException("an AE title has at most 16 characters, not " + title.length());
        }
    }
}
