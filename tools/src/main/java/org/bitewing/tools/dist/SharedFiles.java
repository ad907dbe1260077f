package org.bitewing.tools.dist;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bitewing.tools.Commands;
import org.bitewing.tools.Main;
import org.bitewing.tools.guide.BashCompletion;
import org.bitewing.tools.guide.Documented;
import org.bitewing.tools.guide.FishCompletion;
import org.bitewing.tools.guide.ManualPage;
import org.bitewing.tools.guide.ZshCompletion;

/** The folder {@code share}: manual pages and completion, where {@code man} and shells look for them. */
final class SharedFiles {
    private SharedFiles() {
    }

    static void write(Path share) throws IOException {
        List<Documented> commands = Commands.documented();
        Path pages = Files.createDirectories(share.resolve("man/man1"));
        text(pages.resolve("bitewing.1"), ManualPage.overview(commands, Main.VERSION));
        Path bash = Files.createDirectories(share.resolve("bash-completion/completions"));
        text(bash.resolve("bitewing"), BashCompletion.of(commands));
        Path zsh = Files.createDirectories(share.resolve("zsh/site-functions"));
        text(zsh.resolve("_bitewing"), ZshCompletion.of(commands));
        Path fish = Files.createDirectories(share.resolve("fish/vendor_completions.d"));
        text(fish.resolve("bitewing.fish"), FishCompletion.of(commands));
        for (Documented command : commands) {
            text(pages.resolve(command.page() + ".1"), ManualPage.of(command, Main.VERSION));
            if (command.hasLauncher()) {
                // Both look for a file with the name of the command; zsh reads the first lines of all.
                text(bash.resolve(command.name()), "source \"${BASH_SOURCE[0]%/*}/bitewing\"\n");
                text(fish.resolve(command.name() + ".fish"), "source (status dirname)/bitewing.fish\n");
            }
        }
    }

    private static void text(Path file, String text) throws IOException {
        Files.writeString(file, text, StandardCharsets.UTF_8);
    }
}
