package org.bitewing.net.dimse;

import java.util.Objects;

/**
 * A message as it is known once its command set is there; the data set, if {@link CommandSet#hasDataSet()}, follows as
 * a stream.
 *
 * @param contextId the presentation context in which it came
 * @param command   what it says
 */
public record Message(int contextId, CommandSet command) {

    /**
     * Checks that there is a command set.
     *
     * @param contextId the presentation context ID
     * @param command   what it says
     */
    public Message {
        Objects.requireNonNull(command, "command");
    }
}
