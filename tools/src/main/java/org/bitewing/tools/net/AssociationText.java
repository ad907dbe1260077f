package org.bitewing.tools.net;

import org.bitewing.dict.Dictionary;
import org.bitewing.net.dimse.Status;
import org.bitewing.net.pdu.AAssociateAC;
import org.bitewing.net.pdu.AAssociateRJ;
import org.bitewing.net.pdu.AAssociateRQ;
import org.bitewing.net.pdu.AnsweredContext;
import org.bitewing.net.pdu.ProposedContext;
import org.bitewing.net.pdu.UserInformation;

/** What is said on the wire, in words. */
final class AssociationText {
    private static final int PDV_HEADER = 12;

    private AssociationText() {
    }

    /** As {@code (Max Send PDV: 16372)}: how much of a data set fits into a PDU of ours. */
    static String mostSent(long maximumLength, int ownLength) {
        long length = maximumLength == 0 ? ownLength : Math.min(maximumLength, ownLength);
        return "(Max Send PDV: " + (length - PDV_HEADER) + ")";
    }

    /** A status in DCMTK's words, where it has its own. */
    static String of(Status status) {
        return switch (status.code() >>> 8) {
            case 0xa7 -> "Refused: OutOfResources";
            case 0xa9 -> "Error: DataSetDoesNotMatchSOPClass";
            default -> status.code() >>> 12 == 0xc ? "Error: CannotUnderstand" : status.meaning();
        };
    }

    static String of(AAssociateRJ rejection) {
        String source = switch (rejection.source()) {
            case 1 -> "Service User";
            case 2 -> "Service Provider (ACSE Related)";
            case 3 -> "Service Provider (Presentation Related)";
            default -> "Unknown " + rejection.source();
        };
        boolean isNone = rejection.source() == 1 && rejection.reason() == 1;
        return "Association Rejected:\nResult: Rejected " + (rejection.isTransient() ? "Transient" : "Permanent")
                + ", Source: " + source + "\nReason: " + (isNone ? "No Reason" : rejection.reasonText());
    }

    static String of(AAssociateRQ request) {
        StringBuilder text = new StringBuilder("A-ASSOCIATE-RQ\n  Calling AE Title:   ")
                .append(line(request.callingAETitle())).append("\n  Called AE Title:    ")
                .append(line(request.calledAETitle())).append(of(request.userInformation()));
        for (ProposedContext context : request.presentationContexts()) {
            text.append("\n  Presentation Context ").append(context.id()).append(": ")
                    .append(name(context.abstractSyntax()));
            context.transferSyntaxes().forEach(syntax -> text.append("\n    ").append(name(syntax)));
        }
        return text.toString();
    }

    static String of(AAssociateAC answer) {
        StringBuilder text = new StringBuilder("A-ASSOCIATE-AC").append(of(answer.userInformation()));
        for (AnsweredContext context : answer.presentationContexts()) {
            text.append("\n  Presentation Context ").append(context.id()).append(": ")
                    .append(context.isAccepted() ? name(context.transferSyntax())
                            : "not accepted, result " + context.result());
        }
        return text.toString();
    }

    private static String of(UserInformation user) {
        return "\n  Maximum Length:     " + user.maximumLength() + "\n  Implementation:     "
                + line(user.implementationClassUid()) + " " + line(user.implementationVersionName());
    }

    /** A text of the peer's as a part of one line: it may not pretend to be a line of ours. */
    private static String line(String text) {
        return text.replace('\n', '?');
    }

    static boolean hasAccepted(AAssociateAC answer) {
        return answer.presentationContexts().stream().anyMatch(AnsweredContext::isAccepted);
    }

    static String name(String uid) {
        return Dictionary.uid(uid).map(known -> known.name()).orElse("unknown") + " " + line(uid);
    }
}
