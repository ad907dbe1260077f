package org.bitewing.tools.cli;

import java.util.Locale;
import java.util.Optional;

/** How much a command says on standard error. */
public enum Level {
    /** Nothing but what ends the command. */
    FATAL,
    /** What failed. */
    ERROR,
    /** What is not as it should be. */
    WARN,
    /** What is being done. */
    INFO,
    /** How it is being done. */
    DEBUG,
    /** Everything. */
    TRACE;

    static Optional<Level> of(String name) {
        for (Level level : values()) {
            if (level.name().toLowerCase(Locale.ROOT).equals(name)) {
                return Optional.of(level);
            }
        }
        return Optional.empty();
    }
}
