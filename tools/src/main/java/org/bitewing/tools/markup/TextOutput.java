package org.bitewing.tools.markup;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.io.AtomicFile;
import org.bitewing.tools.cli.Console;

/** Where a command writes text: a file that appears when it is complete, or standard output. */
final class TextOutput {
    private TextOutput() {
    }

    /** What writes. */
    interface Content {
        /** Writes everything; the stream stays open. */
        void write(OutputStream target) throws IOException;
    }

    /** Writes to the file that the second parameter names; to standard output without one, and for {@code -}. */
    static void write(List<String> parameters, Console console, Content content) throws IOException {
        if (isStandard(parameters)) {
            content.write(console.out());
            return;
        }
        try (AtomicFile file = AtomicFile.create(Path.of(parameters.get(1)))) {
            content.write(file.stream());
            file.commit();
        }
    }

    static boolean isStandard(List<String> parameters) {
        return parameters.size() < 2 || parameters.get(1).equals("-");
    }
}
