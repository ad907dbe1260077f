package org.bitewing.tools.view;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;

/** Writes what the server would answer into one page. */
final class Export {
    private Export() {
    }

    static int run(CommandLine line, List<Path> paths, Console console) throws IOException {
        throw new IOException("later");
    }
}
