package org.bitewing.tools.station;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.station.folder.LayoutTemplate;
import org.bitewing.tools.station.folder.LinkKind;
import org.bitewing.tools.station.folder.StationOptions;

/** The options that are about the folder of a station. */
final class StationFolderOptions {
    /** For the help. */
    static final String TEXT = """
              folder (station --scan, station rebuild):
                     --root                 [d]irectory: string (default: .)
                                            the folder of the station; made where it is not there
                     --layout               [t]emplate: string
                                            give objects names under sorted/ as well, such as
                                            {PatientID}/{StudyDate}/{SeriesNumber:04}/{InstanceNumber:05}.dcm
              files of a scan (station --scan [options] path...):
                     --scan                 sort, classify and summarise what is in files, folders
                                            and zip files
                     --symbolic-links       link to the files from the archive (default)
                     --hard-links           let the archive have the files as well
                     --copy                 copy the files into the archive
                     --report               [f]ilename: string
                                            write what became of each file to file f, one JSON
                                            object a line
            """;

    private StationFolderOptions() {
    }

    static Path root(CommandLine line) {
        return path("--root", line.value("--root").orElse("."));
    }

    static Optional<Path> report(CommandLine line) {
        return line.value("--report").map(name -> path("--report", name));
    }

    static Path path(String option, String name) {
        try {
            return Path.of(name);
        } catch (InvalidPathException e) {
            throw new UsageException("Invalid value for option " + option + " (" + name + ")");
        }
    }

    static StationOptions of(CommandLine line, Console console) {
        StationOptions options = StationOptions.of(ClassifyCommand.rules(line))
                .onProblem(message -> console.log(Level.WARN, message))
                .withArchive(switch (line.choice("--symbolic-links", "--hard-links", "--copy")) {
                    case "--hard-links" -> LinkKind.HARD;
                    case "--copy" -> LinkKind.COPY;
                    default -> LinkKind.SYMBOLIC;
                });
        Optional<String> layout = line.value("--layout");
        try {
            return layout.isEmpty() ? options : options.withLayout(LayoutTemplate.parse(layout.get()));
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage());
        }
    }
}
