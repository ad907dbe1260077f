package org.bitewing.tools.cli;

import java.io.IOException;

/** One command of the toolkit. */
public interface Command {

    /**
     * The options, parameters and help.
     *
     * @return the table
     */
    OptionTable options();

    /**
     * Does the work.
     *
     * @param line    what was typed
     * @param console where to write
     * @return the exit code, 0 to 255
     * @throws IOException    where something cannot be read or written that the command does not speak about itself
     * @throws UsageException where the command line makes no sense
     */
    int run(CommandLine line, Console console) throws IOException;
}
