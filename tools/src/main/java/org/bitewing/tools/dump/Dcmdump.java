package org.bitewing.tools.dump;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.InputFiles;
import org.bitewing.tools.cli.InputFiles.Input;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.dcmtk.DcmtkNames;

/** {@code dcmdump}: prints data sets as text. */
public final class Dcmdump implements Command {
    private static final int DEFAULT_KILOBYTES = 4;

    /** Made by the table of commands. */
    public Dcmdump() {
    }

    @Override
    public OptionTable options() {
        return DcmdumpOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        ReadOptions reading = DcmdumpReading.options(line);
        check(line);
        List<Integer> searched = new ArrayList<>();
        for (String name : line.values("--search")) {
            OptionalInt tag = DcmtkNames.tagOf(name);
            if (tag.isEmpty()) {
                console.log(Level.WARN, "unrecognized tag name: '" + name + "'");
                return 1;
            }
            searched.add(tag.getAsInt());
        }
        List<Input> inputs = inputFiles(line, console).of(line.parameters());
        if (inputs.isEmpty()) {
            console.log(Level.FATAL, "no input files to be dumped");
            return 1;
        }
        return new Run(line, console, searched, reading).all(inputs);
    }

    /** A folder is looked into without a flag, too, and then with all that is in it. */
    private static InputFiles inputFiles(CommandLine line, Console console) {
        boolean flagged = line.has("--scan-directories");
        return new InputFiles(console, true, !flagged || line.isOn("--recurse", "--no-recurse"),
                line.value("--scan-pattern"));
    }

    private static void check(CommandLine line) {
        line.only("--recurse", "--scan-directories");
        line.only("--scan-pattern", "--scan-directories");
        line.only("--search-all", "--search");
        line.only("--search-first", "--search");
        line.only("--prepend", "--search");
        line.only("--no-prepend", "--search");
        line.only("--print-file-search", "--search");
        Optional<String> folder = line.value("--write-pixel");
        if (folder.isPresent() && !Files.isDirectory(Path.of(folder.get()))) {
            throw new UsageException("Directory " + folder.get() + " does not exist");
        }
    }

    /** One call of the command. */
    private static final class Run {
        private final CommandLine line;
        private final Console console;
        private final List<Integer> searched;
        private final ReadOptions readOptions;
        private final DumpOptions dumpOptions;
        private final boolean bare;
        /** The option by which names of files are printed, if they are. */
        private final String names;
        private int hits;

        Run(CommandLine line, Console console, List<Integer> searched, ReadOptions reading) {
            this.line = line;
            this.console = console;
            this.searched = searched;
            this.bare = line.choice("--read-file", "--read-file-only", "--read-dataset").equals("--read-dataset");
            this.names = line.choice("", "--print-filename", "--print-file-search");
            this.readOptions = reading;
            this.dumpOptions = dumpOptions();
        }

        private DumpOptions dumpOptions() {
            long kilobytes = Long.parseLong(line.value("--max-read-length").orElse("" + DEFAULT_KILOBYTES));
            Optional<String> folder = line.value("--write-pixel");
            boolean loadAll = !line.isOn("--load-short", "--load-all");
            DumpOptions.Quoting quoting = switch (line.choice("--print-nonascii", "--quote-nonascii",
                    "--quote-as-octal")) {
                case "--quote-nonascii" -> DumpOptions.Quoting.XML;
                case "--quote-as-octal" -> DumpOptions.Quoting.OCTAL;
                default -> DumpOptions.Quoting.NONE;
            };
            return new DumpOptions(!line.isOn("--print-all", "--print-short"),
                    !line.isOn("--no-uid-names", "--map-uid-names"), line.isOn("--print-tree", "--print-indented"),
                    isColored(), line.isOn("--private-names", "--no-private-names"),
                    line.isOn("--ignore-explicit-vr", "--use-explicit-vr"),
                    !line.isOn("--disable-correction", "--enable-correction"), quoting,
                    loadAll ? Long.MAX_VALUE : kilobytes * 1024,
                    folder.isEmpty() ? Optional.empty() : Optional.of(Path.of(folder.get())));
        }

        private boolean isColored() {
            String choice = line.choice("", "--print-color", "--no-color");
            return choice.equals("--print-color") || choice.isEmpty() && console.isColored();
        }

        int all(List<Input> inputs) throws IOException {
            int errors = 0;
            boolean printedBefore = false;
            for (int i = 0; i < inputs.size(); i++) {
                Input input = inputs.get(i);
                if (names.equals("--print-filename")) {
                    console.print((i > 0 ? "\n" : "") + "# dcmdump (" + (i + 1) + "/" + inputs.size() + "): "
                            + input.name() + "\n");
                }
                console.flush();
                long before = console.written();
                if (!one(input, printedBefore)) {
                    errors++;
                }
                printedBefore |= console.written() > before;
            }
            return errors;
        }

        private boolean one(Input input, boolean printedBefore) throws IOException {
            try (DataSetReader reader = DataSetReader.of(input.open(), readOptions)) {
                DataSet set;
                try {
                    set = reader.read();
                } catch (DicomException e) {
                    DcmdumpMessages.problems(reader.problems(), console);
                    DcmdumpMessages.failure(e, input.name(), console);
                    return false;
                }
                if (line.isOn("--ignore-meta-length", "--use-meta-length")) {
                    DcmdumpMessages.ignoredMetaLength(set, console);
                }
                DcmdumpMessages.problems(set, console);
                DcmdumpMessages.stop(reader.stoppedAt(), line.has("--stop-before-elem"), console);
                boolean damaged = DcmdumpMessages.damage(set, line.isOn("--use-expl-pixdata", "--abort-expl-pixdata"),
                        input.name(), console);
                if (damaged && !line.has("--ignore-errors") && !line.has("--ignore-parse-errors")) {
                    return false;
                }
                boolean noHeader = line.choice("--read-file", "--read-file-only", "--read-dataset")
                        .equals("--read-file-only") && !set.contains(Tag.FileMetaInformationGroupLength)
                        && !set.contains(Tag.TransferSyntaxUID);
                if (noHeader) {
                    console.log(Level.ERROR, "dcmdump: File meta information header missing: reading file: "
                            + input.name());
                    return false;
                }
                print(line.has("--convert-to-utf8") ? Utf8.of(set) : set, reader, input, printedBefore);
                return !damaged || line.has("--ignore-parse-errors");
            } catch (IOException e) {
                console.log(Level.ERROR, "dcmdump: " + Failures.reason(e) + ": reading file: " + input.name());
                return false;
            } catch (DicomException e) {
                DcmdumpMessages.failure(e, input.name(), console);
                return false;
            }
        }

        private void print(DataSet set, DataSetReader reader, Input input, boolean printedBefore)
                throws IOException {
            TransferSyntax syntax = reader.transferSyntax();
            PixelFiles pixels = new PixelFiles(dumpOptions.pixels(), input.fileName(), console);
            DumpPrinter printer = new DumpPrinter(console.out(), dumpOptions, pixels);
            if (searched.isEmpty()) {
                if (bare) {
                    printer.bare(set, syntax);
                } else {
                    printer.file(set, reader.fileMetaSyntax(), syntax);
                }
                printer.flush();
                csa(set, input);
                return;
            }
            DumpSearch search = new DumpSearch(set, syntax, line.isOn("--search-first", "--search-all"),
                    line.isOn("--prepend", "--no-prepend"));
            if (!search.finds(searched)) {
                return;
            }
            hits++;
            if (names.equals("--print-file-search")) {
                console.print((hits > 1 ? "\n" : "") + "# dcmdump (" + hits + "): " + input.name() + "\n");
            } else if (printedBefore && !names.equals("--print-filename")) {
                console.print("\n");
            }
            search.print(printer);
            printer.flush();
            csa(set, input);
        }

        private void csa(DataSet set, Input input) throws IOException {
            if (line.has("--csa")) {
                new CsaPrinter(console, input.name()).print(set);
            }
        }
    }
}
