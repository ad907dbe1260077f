package org.bitewing.tools.station;

import java.io.IOException;
import java.util.List;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.station.arrival.StationReceiver;

/** {@code bitewing station}: what is done with the objects that a scanner sends. */
public final class Station implements Command {
    private static final String DETAILS = """
            parameters:
              port                          tcp/ip port number to listen on, 0 for any
                                            (default: 11112, with --root)
              path                          DICOM file, directory, zip file or one of its
                                            entries (archive.zip!/path; not with --scan)
              classify                      print the types of the series of some files; with
                                            - for standard input
              rebuild                       make links, summaries and memory of a station anew
                                            from its archive

            options:
            """ + StationFolderOptions.TEXT + ClassifyCommand.OPTIONS + StationReceiver.OPTIONS + """

            examples:
              station --root site 11112                   receive, sort, classify, summarise
              station --root site --on-study "copy.sh @PATH@" 11112
                                                          and run a script for each study
              station --scan --root site /data/in         sort and summarise what is there
              station --scan --copy study.zip             the same from a zip file
              station rebuild --root site                 after somebody changed the archive
              station classify study.zip                  the types of each series
              station classify --explain study            and which rule gave them, and why
              station classify --rules my.json study      with rules of one's own
            """;

    /** Made by the table of commands. */
    public Station() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("station", "Receive, sort, classify and summarise objects",
                "[options] [port] | --scan path... | rebuild | classify path...", 0, DETAILS);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        List<String> words = line.parameters();
        if (line.has("--scan")) {
            return ScanCommand.run(line, words, console);
        }
        return switch (words.isEmpty() ? "" : words.get(0)) {
            case "classify" -> ClassifyCommand.run(line, words.subList(1, words.size()), console);
            case "rebuild" -> RebuildCommand.run(line, words.subList(1, words.size()), console);
            default -> ReceiveCommand.run(line, words, console);
        };
    }
}
