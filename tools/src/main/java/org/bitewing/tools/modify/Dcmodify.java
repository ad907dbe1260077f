package org.bitewing.tools.modify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.Progress;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;
import org.bitewing.tools.files.GePixelData;
import org.bitewing.tools.files.MetaInformation;
import org.bitewing.tools.files.OlderRepresentations;
import org.bitewing.tools.files.ReadingOptions;
import org.bitewing.tools.files.WritingOptions;

/** {@code dcmodify}: changes files in place, each on its own: one that cannot be changed leaves the others alone. */
public final class Dcmodify implements Command {
    private static final List<String> REWRITING = List.of("--write-dataset", "--write-xfer-little",
            "--write-xfer-big", "--write-xfer-implicit", "--disable-new-vr", "--group-length-create",
            "--group-length-remove", "--length-explicit", "--length-undefined", "--padding-off", "--padding-create");

    /** Made by the table of commands. */
    public Dcmodify() {
    }

    @Override
    public OptionTable options() {
        return DcmodifyOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        Run run = new Run(line, console);
        if (run.changes.isEmpty() && !isRewriting(line)) {
            console.log(Level.WARN, "no change is asked for, so there is nothing to do");
            return 0;
        }
        try (Progress progress = Progress.of(console, "files", line.parameters().size())) {
            for (String name : line.parameters()) {
                run.file(name);
                progress.step();
            }
        }
        if (run.errors > 0) {
            console.log(Level.ERROR, run.errors == 1 ? "There was 1 error" : "There were " + run.errors + " errors");
        }
        return run.errors;
    }

    private static boolean isRewriting(CommandLine line) {
        for (String option : REWRITING) {
            if (line.has(option)) {
                return true;
            }
        }
        return false;
    }

    /** What was read of a file. */
    private record Loaded(DataSet set, TransferSyntax syntax) {
    }

    /** One call of the command. */
    private static final class Run {
        private final CommandLine line;
        private final Console console;
        private final List<Change> changes;
        private final ReadOptions reading;
        private final WriteOptions writing;
        private final Modification modification;
        private int errors;

        Run(CommandLine line, Console console) {
            this.line = line;
            this.console = console;
            this.changes = Change.of(line);
            this.reading = ReadingOptions.of(line);
            this.writing = WritingOptions.of(line);
            this.modification = new Modification(new ModificationSettings(line.has("--ignore-missing-tags"),
                    line.has("--ignore-un-values"), line.has("--no-reserv-check")), new NewUids(), console);
        }

        void file(String name) {
            int before = errors;
            console.log(Level.INFO, "Processing file: " + name);
            console.log(Level.INFO, "Loading file into dataset manager: " + name);
            Optional<Loaded> loaded = load(name);
            if (loaded.isPresent()) {
                console.log(Level.INFO, "Getting dataset from loaded file: " + name);
                boolean backup = !line.isOn("--no-backup", "--backup");
                if (backup) {
                    console.log(Level.INFO, "Creating backup of input file: " + name + Rewriting.BACKUP);
                }
                DataSet changed = changed(loaded.get().set(), name);
                if (errors == before || line.has("--ignore-errors")) {
                    save(changed, loaded.get().syntax(), name, backup);
                }
            }
            if (errors > before) {
                console.log(Level.INFO, "------------------------------------");
            }
        }

        private Optional<Loaded> load(String name) {
            Path path = Path.of(name);
            if (line.has("--create-file") && !Files.exists(path)) {
                return Optional.of(new Loaded(DataSet.builder().build(), TransferSyntax.EXPLICIT_LITTLE));
            }
            try (DataSetReader reader = DataSetReader.of(ByteSource.of(path), reading)) {
                DataSet set = reader.read();
                if (line.choice("--read-file", "--create-file", "--read-file-only", "--read-dataset")
                        .equals("--read-file-only") && !set.contains(Tag.TransferSyntaxUID)) {
                    return unloadable(name, "File meta information header missing");
                }
                return Optional.of(new Loaded(set, reader.transferSyntax()));
            } catch (IOException e) {
                return unloadable(name, Failures.reason(e));
            } catch (DicomException e) {
                return unloadable(name, ReadingOptions.reason(e));
            }
        }

        private Optional<Loaded> unloadable(String name, String reason) {
            errors++;
            console.log(Level.ERROR, "unable to load file " + name + ": " + reason);
            return Optional.empty();
        }

        /** The data set with all changes that can be made; each one that cannot is an error. */
        private DataSet changed(DataSet file, String name) {
            FileParts parts = FileParts.of(file);
            for (Change change : changes) {
                console.log(Level.INFO, "Executing (option|path|value): " + change);
                try {
                    parts = parts.withDataSet(modification.apply(change, parts.dataSet()));
                } catch (ChangeException e) {
                    error("modifying tag in file " + name + ": " + e.getMessage());
                } catch (DicomException e) {
                    error("modifying tag in file " + name + ": " + e.reason());
                }
            }
            return parts.joined();
        }

        private void error(String message) {
            errors++;
            console.log(Level.ERROR, message);
        }

        private void save(DataSet changed, TransferSyntax original, String name, boolean backup) {
            TransferSyntax syntax = WritingOptions.transferSyntax(line).orElse(original);
            boolean older = line.isOn("--disable-new-vr", "--enable-new-vr");
            DataSet pixels = GePixelData.converted(changed, original, syntax);
            DataSet set = older ? OlderRepresentations.of(pixels) : pixels;
            DataSet complete = line.has("--no-meta-uid") ? MetaInformation.completed(set, syntax, console)
                    : MetaInformation.updated(set, syntax);
            try {
                console.log(Level.INFO, "Saving current dataset to file: " + name);
                Rewriting.write(complete, writing.with(syntax), Path.of(name), backup);
            } catch (IOException e) {
                error("couldn't save file: " + name + ": " + Failures.reason(e));
            } catch (DicomException e) {
                console.log(Level.DEBUG, e.getMessage());
                error("couldn't save file: " + name + ": no conversion to transfer syntax "
                        + TransferSyntaxNames.of(syntax) + " possible!");
            }
        }
    }
}
