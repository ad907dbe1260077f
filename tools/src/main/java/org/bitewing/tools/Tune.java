package org.bitewing.tools;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.dist.ClassDataArchive;

/** {@code bitewing tune}: makes the class-data archive anew, where the toolkit is now and for the Java that runs it. */
final class Tune implements Command {
    @Override
    public OptionTable options() {
        return OptionTable.of("tune", "Make commands start fast where the toolkit is now", "[options]", 0, """
                notes:
                  The archive of classes beside the jar serves the place and the Java it was made for. After copying
                  the toolkit, or with another Java, everything works without it, a little later.

                examples:
                  bitewing tune                             after a move, or an update of Java
                """);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        if (Tune.class.getModule().isNamed()) {
            console.print("nothing to do: this image has its archive wherever it is\n");
            return 0;
        }
        Path jar;
        try {
            jar = Path.of(Tune.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new IOException("the toolkit cannot tell where it is", e);
        }
        if (!Files.isRegularFile(jar)) {
            console.log(Level.FATAL, "not run from bitewing.jar: " + jar);
            return 1;
        }
        Path archive = jar.resolveSibling("bitewing.jsa");
        try {
            ClassDataArchive.write(jar, archive);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 1;
        }
        console.print("made " + archive + "\n");
        return 0;
    }
}
