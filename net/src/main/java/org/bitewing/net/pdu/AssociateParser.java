package org.bitewing.net.pdu;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitewing.DicomException;

/** Takes A-ASSOCIATE-RQ and -AC apart (PS3.8 9.3.2 and 9.3.3). Items of unknown types are skipped (PS3.8 9.3.1). */
final class AssociateParser {
    /** Twice as many as PS3.6 has, in one context and in all: one PDU shall not become a heap full of texts. */
    private static final int MOST_TRANSFER_SYNTAXES = 128;

    private int protocolVersion;
    private String calledAETitle = "";
    private String callingAETitle = "";
    private String applicationContext = "";
    private final List<ProposedContext> proposed = new ArrayList<>();
    private final List<AnsweredContext> answered = new ArrayList<>();
    private final Set<Integer> ids = new HashSet<>();
    private final Map<String, String> syntaxes = new HashMap<>();
    private UserInformation userInformation = UserInformation.of(0, "", "");

    private AssociateParser() {
    }

    static AAssociateRQ request(Items body) {
        AssociateParser parser = new AssociateParser();
        parser.parse(body, ItemType.PRESENTATION_CONTEXT_RQ);
        return new AAssociateRQ(parser.protocolVersion, parser.calledAETitle, parser.callingAETitle,
                parser.applicationContext, parser.proposed, parser.userInformation);
    }

    static AAssociateAC answer(Items body) {
        AssociateParser parser = new AssociateParser();
        parser.parse(body, ItemType.PRESENTATION_CONTEXT_AC);
        return new AAssociateAC(parser.protocolVersion, parser.calledAETitle, parser.callingAETitle,
                parser.applicationContext, parser.answered, parser.userInformation);
    }

    private void parse(Items body, int contextType) {
        protocolVersion = body.u16();
        body.skip(2);
        calledAETitle = body.text(AAssociateRQ.LONGEST_AE_TITLE).strip();
        callingAETitle = body.text(AAssociateRQ.LONGEST_AE_TITLE).strip();
        body.skip(32);
        while (body.hasMore()) {
            int type = body.u8();
            body.skip(1);
            Items item = body.piece(body.u16());
            if (type == ItemType.APPLICATION_CONTEXT) {
                applicationContext = item.uid();
            } else if (type == ItemType.USER_INFORMATION) {
                userInformation = UserInformationParser.parse(item);
            } else if (type == contextType && type == ItemType.PRESENTATION_CONTEXT_RQ) {
                proposed.add(proposed(item));
            } else if (type == contextType) {
                answered.add(answered(item));
            }
        }
    }

    private ProposedContext proposed(Items item) {
        int id = id(item);
        item.skip(3);
        Optional<String> abstractSyntax = Optional.empty();
        List<String> transferSyntaxes = new ArrayList<>();
        while (item.hasMore()) {
            int type = item.u8();
            item.skip(1);
            Items syntax = item.piece(item.u16());
            if (type == ItemType.ABSTRACT_SYNTAX && abstractSyntax.isEmpty()) {
                abstractSyntax = Optional.of(syntax.uid());
            } else if (type == ItemType.TRANSFER_SYNTAX) {
                transferSyntaxes.add(shared(syntax));
            }
        }
        if (transferSyntaxes.size() > MOST_TRANSFER_SYNTAXES) {
            throw item.error(DicomException.Kind.LIMIT, "a presentation context proposes more than "
                    + MOST_TRANSFER_SYNTAXES + " transfer syntaxes", -1);
        }
        if (abstractSyntax.isEmpty() || transferSyntaxes.isEmpty()) {
            throw item.error(DicomException.Kind.VALUE,
                    "a proposed presentation context lacks its abstract syntax or its transfer syntaxes", -1);
        }
        return new ProposedContext(id, abstractSyntax.get(), transferSyntaxes);
    }

    /** One string for each transfer syntax, however many contexts propose it. */
    private String shared(Items syntax) {
        String uid = syntax.uid();
        String known = syntaxes.putIfAbsent(uid, uid);
        if (syntaxes.size() > MOST_TRANSFER_SYNTAXES) {
            throw syntax.error(DicomException.Kind.LIMIT, "more than " + MOST_TRANSFER_SYNTAXES
                    + " transfer syntaxes are proposed", -1);
        }
        return known == null ? uid : known;
    }

    private AnsweredContext answered(Items item) {
        int id = id(item);
        item.skip(1);
        int result = item.u8();
        item.skip(1);
        String transferSyntax = "";
        while (item.hasMore()) {
            int type = item.u8();
            item.skip(1);
            Items syntax = item.piece(item.u16());
            if (type == ItemType.TRANSFER_SYNTAX) {
                transferSyntax = syntax.uid();
            }
        }
        return new AnsweredContext(id, result, transferSyntax);
    }

    private int id(Items item) {
        int id = item.u8();
        if (id % 2 == 0 || !ids.add(id)) {
            throw item.error(DicomException.Kind.VALUE, "a presentation context ID is even or there twice", -1);
        }
        return id;
    }
}
