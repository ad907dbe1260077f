package org.bitewing.net;

import java.util.Objects;

/**
 * A presentation context that both sides agreed on.
 *
 * @param id             odd, 1 to 255
 * @param abstractSyntax the UID of a SOP class
 * @param transferSyntax the UID of the encoding
 */
public record PresentationContext(int id, String abstractSyntax, String transferSyntax) {

    /**
     * Checks that nothing is missing.
     *
     * @param id             odd, 1 to 255
     * @param abstractSyntax a UID
     * @param transferSyntax a UID
     */
    public PresentationContext {
        Objects.requireNonNull(abstractSyntax, "abstractSyntax");
        Objects.requireNonNull(transferSyntax, "transferSyntax");
    }
}
