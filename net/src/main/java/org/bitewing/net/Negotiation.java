package org.bitewing.net;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.AnsweredContext;
import org.bitewing.net.pdu.ProposedContext;

/** What comes out of a request and its answer (PS3.8 7.1.1.13 and 7.1.1.14). */
final class Negotiation {
    private Negotiation() {
    }

    /** The accepted contexts: proposed under this ID, with a transfer syntax that was proposed. */
    static List<PresentationContext> agreed(AAssociateRQ request, AAssociateAC answer) {
        Map<Integer, ProposedContext> proposed = new HashMap<>();
        request.presentationContexts().forEach(context -> proposed.put(context.id(), context));
        List<PresentationContext> agreed = new ArrayList<>();
        for (AnsweredContext context : answer.presentationContexts()) {
            ProposedContext proposal = proposed.get(context.id());
            if (proposal != null && context.isAccepted()
                    && proposal.transferSyntaxes().contains(context.transferSyntax())) {
                agreed.add(new PresentationContext(context.id(), proposal.abstractSyntax(), context.transferSyntax()));
            }
        }
        return List.copyOf(agreed);
    }
}
