package org.bitewing.tools.image;
import org.bitewing.tools.cli.*;
/** x. */
public final class Img2dcm implements Command {
    /** x. */
    public Img2dcm() { }
    @Override public OptionTable options() { return Img2dcmOptions.table(); }
    @Override public int run(CommandLine line, Console console) { return 0; }
}
