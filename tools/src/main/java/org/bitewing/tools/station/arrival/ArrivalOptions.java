package org.bitewing.tools.station.arrival;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;

/**
 * What the options say about completions and actions.
 *
 * @param seriesQuiet  a series is complete when nothing of it came for so long
 * @param studyQuiet   the same of a study
 * @param actions      what is run then
 * @param parallel     how many at a time
 * @param mostAttempts how often one is tried
 * @param firstWait    how long to wait after the first failure
 * @param timeout      how long one may take
 */
record ArrivalOptions(Duration seriesQuiet, Duration studyQuiet, List<Action> actions, int parallel, int mostAttempts,
                      Duration firstWait, Duration timeout) {
    static final String TEXT = """
              receiving (station [options] [port]):
                     --no-sync              leave it to the system when objects go to the
                                            disk (default: before the peer hears of success)
              completion of series and studies:
                     --quiet-time           [s]econds: integer (1..1000000, default: 16)
                                            a series or study is complete when nothing new of
                                            it came for s seconds; what comes later completes
                                            it again, as a late round
                     --series-quiet-time    [s]econds: integer (1..1000000)
                                            the same for series alone, not longer than for
                                            studies (default: as --quiet-time)
                     --on-series            [c]ommand: string (may be repeated)
                                            run command c for each completion of a series
                     --on-study             [c]ommand: string (may be repeated)
                                            run command c for each completion of a study
                     --for-called           [a]etitle: string (may be repeated)
                                            run the next --on-series or --on-study only for
                                            what was sent to this AE title
                     --for-calling          [a]etitle: string (may be repeated)
                                            the same for what this AE title has sent
                     --action-parallel      [n]umber: integer (1..64, default: 1)
                                            run up to n commands at a time
                     --action-attempts      [n]umber: integer (1..1000, default: 5)
                                            try a command that fails up to n times
                     --action-wait          [s]econds: integer (0..600, default: 10)
                                            wait s seconds before the second attempt, twice as
                                            long before the third and so on, 10 minutes at most
                     --action-timeout       [s]econds: integer (1..1000000, default: 3600)
                                            end a command after s seconds; it has failed then
            """;
    /** About commands. */
    static final String COMMANDS = """

            A command of --on-series or --on-study is split into words as a shell does it, quotes
            and backslashes heeded, and run without a shell, with an event as JSON on its standard
            input. In its words #p or @PATH@ is the folder of the study or series, #a the calling
            and #c the called AE title, #r the peer, @StudyInstanceUID@, @SeriesInstanceUID@,
            @DESCRIPTION@ the file of the summary, @EVENT@ the name of the completion. The same is
            in the environment: DICOM_EVENT (study or series), DICOM_EVENT_ID, DICOM_ROUND,
            DICOM_LATE, DICOM_ATTEMPT, DICOM_DIRECTORY, DICOM_SUMMARY, DICOM_CALLING_AE_TITLE,
            DICOM_CALLED_AE_TITLE, DICOM_PEER, DICOM_STUDY_INSTANCE_UID,
            DICOM_SERIES_INSTANCE_UID. What it prints is in the folder logs.

            Completions outlive a kill, and so do actions: one that had begun and is not known to
            have ended is run again, with the same event and attempt, and says repeated.
            On SIGTERM the station takes no new objects, gives those that are under way 10 seconds
            and commands 20 seconds; the rest is done after the next start.
            """;
    private static final int DEFAULT_QUIET = 16;
    private static final int DEFAULT_ATTEMPTS = 5;
    private static final int DEFAULT_WAIT = 10;
    private static final int DEFAULT_TIMEOUT = 3600;

    static ArrivalOptions of(CommandLine line) {
        int study = number(line, "--quiet-time", DEFAULT_QUIET);
        int series = number(line, "--series-quiet-time", study);
        if (series > study) {
            throw new UsageException("--series-quiet-time may not be longer than --quiet-time");
        }
        return new ArrivalOptions(Duration.ofSeconds(series), Duration.ofSeconds(study), Action.of(line),
                number(line, "--action-parallel", 1), number(line, "--action-attempts", DEFAULT_ATTEMPTS),
                Duration.ofSeconds(number(line, "--action-wait", DEFAULT_WAIT)),
                Duration.ofSeconds(number(line, "--action-timeout", DEFAULT_TIMEOUT)));
    }

    private static int number(CommandLine line, String option, int usual) {
        Optional<String> typed = line.value(option);
        return typed.isPresent() ? Integer.parseInt(typed.get()) : usual;
    }
}
