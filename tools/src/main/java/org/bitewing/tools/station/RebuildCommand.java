package org.bitewing.tools.station;

import java.io.IOException;
import java.util.List;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
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
            try (ParallelWork<String> work = new ParallelWork<>(station::rebuild)) {
                for (String study : station.studies()) {
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
