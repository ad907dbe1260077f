package org.bitewing.tools.tour;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.files.FolderTree;

/** {@code bitewing tour}: each step is a sentence why, the command as a person types it, and what it prints. */
public final class Tour implements Command {

    /** Made by the table of commands. */
    public Tour() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("tour", "Show what DICOM is, step by step, with what the toolkit makes", "[options]", 0, """
                tour options:
                         --keep                 [d]irectory: string
                                                leave what the tour makes in d, a new or empty directory
                         --no-browser           do not open what was made in the browser, but ask for it as a browser
                                                does, and end

                examples:
                  bitewing tour                             in a folder that is removed at the end
                  bitewing tour --keep lesson               what was made stays in lesson
                  bitewing tour --no-browser                a check of the toolkit: 0 where all steps do what they say
                """);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        boolean keep = line.has("--keep");
        Path folder = keep ? kept(line.value("--keep").orElseThrow()) : Files.createTempDirectory("bitewing-tour");
        if (!keep) {
            // Ctrl-C is how many leave it.
            Runtime.getRuntime().addShutdownHook(new Thread(() -> remove(folder, console), "bitewing-stop"));
        }
        Place place = new Place(folder.toRealPath());
        Steps steps = new Steps(place, console);
        try {
            MakingFiles.show(steps, place);
            SendingFiles.show(steps);
            view(steps, !line.has("--no-browser"), console);
            return steps.end(keep);
        } finally {
            if (!keep) {
                remove(folder, console);
            }
        }
    }

    private static Path kept(String name) throws IOException {
        Path folder = Path.of(name);
        if (Files.exists(folder)) {
            try (Stream<Path> found = Files.list(folder)) {
                if (found.findAny().isPresent()) {
                    throw new UsageException("Directory " + name + " is not empty");
                }
            }
        }
        return Files.createDirectories(folder);
    }

    private static void view(Steps steps, boolean stays, Console console) throws IOException {
        steps.say("All of it can be looked at in the browser, at an address on this machine that nobody can guess.");
        Running viewer = steps.start("bitewing view " + (stays ? "" : "--no-browser ") + "study.zip", "http://");
        String address = "http://" + viewer.await("http://");
        steps.fetch(address + "api/catalog", "\"complete\":true", "\"images\":" + MakingFiles.PICTURES);
        if (stays) {
            steps.say("Press Enter to end.");
            int c = console.in().read();
            while (c >= 0 && c != '\n') {
                c = console.in().read();
            }
        }
        steps.stop(viewer, "");
    }

    /** One after the other: the end of the tour and that of the process may come at the same time. */
    private static synchronized void remove(Path folder, Console console) {
        try {
            FolderTree.remove(folder);
        } catch (IOException e) {
            console.log(Level.WARN, "not removed: " + folder + ": " + Failures.reason(e));
        }
    }
}
