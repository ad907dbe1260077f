package org.bitewing.tools.station;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.InputFiles;
import org.bitewing.tools.cli.InputFiles.Input;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.Progress;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.station.rules.Evaluation;
import org.bitewing.tools.station.rules.RuleFile;
import org.bitewing.tools.station.series.ObjectFacts;
import org.bitewing.tools.station.series.ObjectOrigin;
import org.bitewing.tools.station.series.ObjectReading;
import org.bitewing.tools.station.series.ObjectRefusal;

/** {@code bitewing station classify}: the types that rules give to the series of some files, and why. */
final class ClassifyCommand {
    /** The options of this part of the command, for its help. */
    static final String OPTIONS = """
              types:
                     --rules                [f]ilename: string
                                            rules that give types to series
                                            (default: those that come with the toolkit)
              classify (station classify [options] path...):
                     --explain              say which rule gave each type and why, and why
                                            the other rules did not fit
            """;

    private final CommandLine line;
    private final Console console;
    private final RuleFile rules;
    /** By study and series, so that both stand in order. */
    private final TreeMap<String, ClassifiedSeries> series = new TreeMap<>();
    private int failures;

    private ClassifyCommand(CommandLine line, Console console, RuleFile rules) {
        this.line = line;
        this.console = console;
        this.rules = rules;
    }

    /**
     * Runs it.
     *
     * @param line    the options
     * @param paths   files, folders, zip files or entries of them
     * @param console where to write
     * @return 0 where every file could be read that is there, and one at least is an object; else 1
     */
    static int run(CommandLine line, List<String> paths, Console console) throws IOException {
        if (paths.isEmpty()) {
            throw new UsageException("Missing parameter path");
        }
        return new ClassifyCommand(line, console, rules(line)).run(paths);
    }

    /** The rules that an option names, or else the standard ones. */
    static RuleFile rules(CommandLine line) {
        Optional<String> file = line.value("--rules");
        if (file.isEmpty()) {
            return RuleFile.standard();
        }
        try {
            return RuleFile.read(Path.of(file.get()), Limits.defaults());
        } catch (IOException e) {
            throw new UsageException("Cannot read rule file " + file.get() + ": " + Failures.reason(e));
        } catch (DicomException e) {
            throw new UsageException("Cannot use rule file: " + e.getMessage());
        }
    }

    private int run(List<String> paths) throws IOException {
        List<Input> inputs = new InputFiles(console, true, true, Optional.empty()).of(paths);
        try (Progress progress = Progress.of(console, "files", inputs.size())) {
            for (Input input : inputs) {
                read(input);
                progress.step();
            }
        }
        if (series.isEmpty()) {
            console.log(Level.FATAL, "no DICOM objects to be classified");
            return 1;
        }
        for (ClassifiedSeries one : series.values()) {
            console.print(one.report(line.has("--explain")));
        }
        return failures == 0 ? 0 : 1;
    }

    private void read(Input input) {
        try {
            ObjectReading reading = ObjectFacts.read(input.open(), ObjectOrigin.unknown(), Limits.defaults());
            if (reading instanceof ObjectFacts facts) {
                add(facts, input.name());
            } else {
                console.log(Level.WARN, input.name() + ": " + ((ObjectRefusal) reading).message()
                        + "; it is left out");
            }
        } catch (IOException e) {
            failed(input, e);
        } catch (UncheckedIOException e) {
            failed(input, e.getCause());
        }
    }

    private void failed(Input input, IOException e) {
        console.log(Level.ERROR, Failures.reason(e) + ": reading file: " + input.name());
        failures++;
    }

    private void add(ObjectFacts facts, String name) {
        String key = facts.studyInstanceUid() + " " + facts.seriesInstanceUid();
        ClassifiedSeries found = series.computeIfAbsent(key, none -> new ClassifiedSeries(rules));
        if (!found.add(facts, Evaluation.of(rules, facts), name, line.has("--explain"))) {
            console.log(Level.INFO, name + ": an object that was there before; it is left out");
        }
    }
}
