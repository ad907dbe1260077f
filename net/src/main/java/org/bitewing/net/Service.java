package org.bitewing.net;

import java.io.IOException;
import java.util.Optional;
import org.bitewing.net.dimse.Message;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.ProposedContext;

/**
 * What an {@link AssociationServer} offers for some abstract syntaxes: a service class in the role of SCP (PS3.4).
 * Called by the threads of several associations at once.
 */
public interface Service {

    /**
     * Whether this service takes an abstract syntax.
     *
     * @param abstractSyntax the UID of a SOP class, as the peer sent it
     * @param request        what else the peer asked for
     * @return true to serve it
     */
    boolean supports(String abstractSyntax, AAssociateRQ request);

    /**
     * Chooses an encoding.
     *
     * @param context what is proposed, of an abstract syntax that is supported
     * @return one of the proposed transfer syntaxes; empty where none will do
     */
    Optional<String> transferSyntax(ProposedContext context);

    /**
     * Serves one request: reads its data set, where there is one, and sends the response or responses.
     *
     * @param association from {@link Association#dataSet()} comes the data set, and to it go the responses
     * @param context     in which the request came, of an abstract syntax that is supported
     * @param request     the request
     * @throws IOException where the association is over
     */
    void serve(Association association, PresentationContext context, Message request) throws IOException;
}
