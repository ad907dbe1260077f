package org.bitewing.tools.station;

import java.io.IOException;
import java.util.List;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;

/** {@code bitewing station}: what is done with the objects that a scanner sends. */
public final class Station implements Command {
    private static final String DETAILS = """
            parameters:
              classify                      print the types of the series of some files
              path                          DICOM file, directory, zip file or one of its
                                            entries (archive.zip!/path), - for standard input

            options:
            """ + ClassifyCommand.OPTIONS + """

            examples:
              station classify study.zip                  the types of each series
              station classify --explain study            and which rule gave them, and why
              station classify --rules my.json study      with rules of one's own
            """;

    /** Made by the table of commands. */
    public Station() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("station", "Classify series", "[options] classify path...", 1, DETAILS);
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        List<String> words = line.parameters();
        if (words.isEmpty() || !words.get(0).equals("classify")) {
            throw new UsageException("The first parameter is classify");
        }
        return ClassifyCommand.run(line, words.subList(1, words.size()), console);
    }
}
