package org.bitewing.net;

import java.util.List;
import java.util.Objects;

/**
 * What an SCU offers to talk about, and in which encodings: a presentation context to be (PS3.8 9.3.2.2).
 *
 * @param abstractSyntax   the UID of a SOP class
 * @param transferSyntaxes UIDs, the one that is liked best first
 * @param isProvider       true to offer the role of SCP as well, as C-GET needs (PS3.7 D.3.3.4)
 */
public record Offer(String abstractSyntax, List<String> transferSyntaxes, boolean isProvider) {

    /**
     * Checks that there is an encoding.
     *
     * @param abstractSyntax   a UID
     * @param transferSyntaxes one or more
     * @param isProvider       true to offer the role of SCP as well
     */
    public Offer {
        Objects.requireNonNull(abstractSyntax, "abstractSyntax");
        transferSyntaxes = List.copyOf(transferSyntaxes);
        if (transferSyntaxes.isEmpty()) {
            throw new IllegalArgumentException("an offer has at least one transfer syntax");
        }
    }

    /**
     * An offer in the role of SCU.
     *
     * @param abstractSyntax   the UID of a SOP class
     * @param transferSyntaxes UIDs, the one that is liked best first
     * @return the offer
     */
    public static Offer of(String abstractSyntax, String... transferSyntaxes) {
        return new Offer(abstractSyntax, List.of(transferSyntaxes), false);
    }
}
