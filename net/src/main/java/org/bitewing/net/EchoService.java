package org.bitewing.net;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bitewing.dict.UID;
import org.bitewing.net.dimse.CommandField;
import org.bitewing.net.dimse.Message;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.ProposedContext;

/** The verification service (PS3.4 Annex A): answers each C-ECHO with success. */
public final class EchoService implements Service {
    /** A C-ECHO has no data set, so that any of these does. */
    private static final List<String> TRANSFER_SYNTAXES =
            List.of(UID.ImplicitVRLittleEndian, UID.ExplicitVRLittleEndian, UID.ExplicitVRBigEndian);

    /** The service, which has nothing to set. */
    public EchoService() {
    }

    @Override
    public boolean supports(String abstractSyntax, AAssociateRQ request) {
        return abstractSyntax.equals(UID.Verification);
    }

    @Override
    public Optional<String> transferSyntax(ProposedContext context) {
        return context.transferSyntaxes().stream().filter(TRANSFER_SYNTAXES::contains).findFirst();
    }

    @Override
    public void serve(Association association, PresentationContext context, Message request) throws IOException {
        boolean isEcho = request.command().field() == CommandField.C_ECHO_RQ;
        association.send(context.id(),
                request.command().response(isEcho ? Status.SUCCESS : Status.UNRECOGNIZED_OPERATION));
    }
}
