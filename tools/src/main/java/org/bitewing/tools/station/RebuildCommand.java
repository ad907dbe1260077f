package org.bitewing.tools.station;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.Progress;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.station.folder.StationFolder;
import org.bitewing.tools.station.journal.JsonFields;

/** {@code bitewing station rebuild}: makes all that a station knows anew from what lies in its archive. */
final class RebuildCommand {
    private RebuildCommand() {
    }

    static int run(CommandLine line, List<String> words, Console console) throws IOException {
        if (!words.isEmpty()) {
            throw new UsageException("station rebuild takes no parameters; the folder is that of --root");
        }
        try (StationFolder station = StationFolder.open(StationFolderOptions.root(line),
                StationFolderOptions.of(line, console), List.of())) {
            Set<String> studies = station.studies();
            try (Progress progress = Progress.of(console, "studies", studies.size());
                 ParallelWork<String> work = new ParallelWork<>(study -> {
                     station.rebuild(study);
                     progress.step();
                 })) {
                for (String study : studies) {
                    work.give(study);
                }
            }
            console.print(JsonFields.with("studies", station.recovered().size()).object().text(true) + "\n");
            return 0;
        } catch (IOException e) {
            console.log(Level.FATAL, "the station's folder cannot be used: " + Failures.reason(e));
            return 1;
        }
    }
}
