package org.bitewing.net.pdu;

import java.util.List;
import java.util.Objects;

/**
 * A presentation context item of an A-ASSOCIATE-RQ (PS3.8 9.3.2.2): what one side wants to talk about and the encodings
 * that it offers for it.
 *
 * @param id               odd, 1 to 255
 * @param abstractSyntax   the UID of a SOP class, or of what else is talked about
 * @param transferSyntaxes the UIDs of the encodings
 */
public record ProposedContext(int id, String abstractSyntax, List<String> transferSyntaxes) {

    /**
     * Checks the ID.
     *
     * @param id               odd, 1 to 255
     * @param abstractSyntax   a UID
     * @param transferSyntaxes UIDs
     */
    public ProposedContext {
        checkId(id);
        Objects.requireNonNull(abstractSyntax, "abstractSyntax");
        transferSyntaxes = List.copyOf(transferSyntaxes);
    }

    static void checkId(int id) {
        if (id < 1 || id > 255 || id % 2 == 0) {
            throw new IllegalArgumentException("a presentation context ID is odd and 1 to 255, not " + id);
        }
    }
}
