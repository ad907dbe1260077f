package org.bitewing.tools.convert;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomParser;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.text.SpecificCharacterSet;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;
import org.bitewing.tools.files.Encapsulation;
import org.bitewing.tools.files.GePixelData;
import org.bitewing.tools.files.MetaInformation;
import org.bitewing.tools.files.OlderRepresentations;
import org.bitewing.tools.files.OutputFile;
import org.bitewing.tools.files.ReadingOptions;
import org.bitewing.tools.files.WritingOptions;

/**
 * {@code dcmconv}: writes a file in another encoding. Large values never are in memory; a data set whose structure
 * alone is too large for it is streamed from parser to writer, where nothing is asked for that needs the tree.
 */
public final class Dcmconv implements Command {
    private static final int FAILED = 1;
    /** The part of the heap that a tree may fill. */
    private static final int TREE_SHARE = 4;

    /** Made by the table of commands. */
    public Dcmconv() {
    }

    @Override
    public OptionTable options() {
        return DcmconvOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        return new Run(line, console).convert();
    }

    /** A reason to stop, already in words. */
    private static final class Failure extends Exception {
        private static final long serialVersionUID = 1L;

        Failure(String message) {
            super(message, null, false, false);
        }
    }

    /** One call of the command. */
    private static final class Run {
        private final CommandLine line;
        private final Console console;
        private final String input;
        private final String output;
        private final ReadOptions reading;
        private final WriteOptions writing;
        private final Optional<CharacterSetConversion> conversion;
        private TransferSyntax original = TransferSyntax.EXPLICIT_LITTLE;

        Run(CommandLine line, Console console) {
            this.line = line;
            this.console = console;
            this.input = line.parameters().get(0);
            this.output = line.parameters().get(1);
            this.reading = ReadingOptions.of(line);
            this.writing = WritingOptions.of(line);
            this.conversion = conversion();
        }

        private Optional<CharacterSetConversion> conversion() {
            String term = switch (line.choice("", "--convert-to-utf8", "--convert-to-latin1", "--convert-to-ascii",
                    "--convert-to-charset")) {
                case "--convert-to-utf8" -> "ISO_IR 192";
                case "--convert-to-latin1" -> "ISO_IR 100";
                case "--convert-to-ascii" -> "";
                case "--convert-to-charset" -> line.value("--convert-to-charset").orElseThrow();
                default -> null;
            };
            CharacterSetConversion.Missing missing = line.has("--transliterate")
                    ? CharacterSetConversion.Missing.TRANSLITERATED
                    : line.has("--discard-illegal") ? CharacterSetConversion.Missing.DISCARDED
                    : CharacterSetConversion.Missing.REFUSED;
            for (String option : new String[] {"--transliterate", "--discard-illegal"}) {
                if (term == null && line.has(option)) {
                    throw new UsageException(option + " only allowed with one of the --convert-to-xxx options");
                }
            }
            return term == null ? Optional.empty()
                    : Optional.of(new CharacterSetConversion(SpecificCharacterSet.parse(term), missing));
        }

        int convert() {
            try {
                checkCharacterSet();
                console.log(Level.INFO, "open input file " + input);
                Optional<DataSet> tree = read();
                if (tree.isPresent()) {
                    write(changed(tree.get()));
                } else {
                    stream();
                }
            } catch (Failure e) {
                console.log(Level.FATAL, e.getMessage());
                return FAILED;
            }
            console.log(Level.INFO, "conversion successful");
            return 0;
        }

        private void checkCharacterSet() throws Failure {
            String term = line.value("--convert-to-charset").orElse("");
            if (!SpecificCharacterSet.parse(term).corrections().isEmpty()) {
                throw new Failure("Cannot select destination character set: SpecificCharacterSet (0008,0005) value '"
                        + term + "' not supported: processing file: " + input);
            }
        }

        /** The tree, or nothing where it is too large and not needed. */
        private Optional<DataSet> read() throws Failure {
            console.log(Level.INFO, "load all data into memory");
            long most = Math.min(Limits.defaults().memory(), Runtime.getRuntime().maxMemory() / TREE_SHARE);
            ReadOptions options = canStream() ? reading.withLimits(Limits.defaults().withMemory(most)) : reading;
            try (DataSetReader reader = DataSetReader.of(source(), options)) {
                DataSet set = reader.read();
                original = reader.transferSyntax();
                if (line.choice("--read-file", "--read-file-only", "--read-dataset").equals("--read-file-only")
                        && !set.contains(Tag.TransferSyntaxUID)) {
                    throw new Failure("File meta information header missing: reading file: " + input);
                }
                return Optional.of(set);
            } catch (IOException e) {
                throw new Failure(Failures.reason(e) + ": reading file: " + input);
            } catch (DicomException e) {
                if (e.kind() == DicomException.Kind.LIMIT && canStream() && !isGe()) {
                    return Optional.empty();
                }
                throw new Failure(ReadingOptions.reason(e) + ": reading file: " + input);
            }
        }

        private boolean isGe() throws Failure {
            try (DicomParser parser = DicomParser.of(source(), reading)) {
                parser.next();
                return GePixelData.isIn(parser.transferSyntax());
            } catch (IOException e) {
                throw new Failure(Failures.reason(e) + ": reading file: " + input);
            }
        }

        private ByteSource source() throws IOException {
            return input.equals("-") ? ByteSource.of(console.in(), "-") : ByteSource.of(Path.of(input));
        }

        private boolean canStream() {
            return !input.equals("-") && conversion.isEmpty() && !line.has("--no-invalid-groups")
                    && !line.has("--disable-new-vr") && !line.has("--write-xfer-ge");
        }

        // ---- the tree ----------------------------------------------------------------------------------------------

        private DataSet changed(DataSet set) throws Failure {
            DataSet changed = set;
            if (conversion.isPresent()) {
                try {
                    changed = conversion.get().of(changed);
                } catch (DicomException e) {
                    throw new Failure("Cannot convert character encoding: " + e.location().path() + " " + e.reason()
                            + ": processing file: " + input);
                } catch (UncheckedIOException e) {
                    throw new Failure(Failures.reason(e.getCause()) + ": reading file: " + input);
                }
            }
            if (line.has("--no-invalid-groups")) {
                changed = InvalidGroups.removed(changed);
            }
            return line.isOn("--disable-new-vr", "--enable-new-vr") ? OlderRepresentations.of(changed) : changed;
        }

        private void write(DataSet set) throws Failure {
            TransferSyntax syntax = syntax();
            console.log(Level.INFO, "check if new output transfer syntax is possible");
            if (!Encapsulation.suits(set, syntax) && !syntax.equals(original)) {
                throw impossible(syntax);
            }
            console.log(Level.INFO, "output transfer syntax " + TransferSyntaxNames.of(syntax) + " can be written");
            DataSet pixels = GePixelData.converted(set, original, syntax);
            DataSet complete = line.choice("--write-new-meta-info", "--write-file", "--write-dataset")
                    .equals("--write-file") ? MetaInformation.completed(pixels, syntax, console)
                    : MetaInformation.replaced(pixels, syntax);
            console.log(Level.INFO, "create output file " + output);
            try {
                OutputFile.write(complete, writing.with(syntax), output, console);
            } catch (IOException e) {
                throw new Failure(Failures.reason(e) + ": writing file: " + output);
            } catch (DicomException e) {
                throw new Failure(e.getMessage() + ": writing file: " + output);
            }
        }

        private TransferSyntax syntax() {
            Optional<TransferSyntax> asked = WritingOptions.transferSyntax(line);
            if (asked.isEmpty()) {
                console.log(Level.INFO, "set output transfer syntax to input transfer syntax");
            }
            return asked.orElse(original);
        }

        private Failure impossible(TransferSyntax syntax) {
            console.log(Level.ERROR, "Pixel representation cannot be changed");
            return new Failure("no conversion to transfer syntax " + TransferSyntaxNames.of(syntax) + " possible!");
        }

        // ---- without a tree ----------------------------------------------------------------------------------------

        private void stream() throws Failure {
            console.log(Level.INFO, "create output file " + output);
            Optional<TransferSyntax> asked = WritingOptions.transferSyntax(line);
            WriteOptions options = asked.isPresent() ? writing.with(asked.get()) : writing;
            if (line.choice("--write-new-meta-info", "--write-file").equals("--write-new-meta-info")
                    && !WritingOptions.isBare(line)) {
                options = options.with(WriteOptions.FileMetaForm.MADE);
            }
            try {
                OutputFile.write(new Copy(Path.of(input), reading), options, output, console);
            } catch (IOException e) {
                throw new Failure(Failures.reason(e) + ": converting file: " + input);
            } catch (DicomException e) {
                throw new Failure(ReadingOptions.reason(e) + ": converting file: " + input);
            }
        }
    }

    /** Parser to writer. */
    private record Copy(Path path, ReadOptions options) implements OutputFile.Content {
        @Override
        public void write(DicomWriter writer) throws IOException {
            writer.copy(() -> DicomParser.of(ByteSource.of(path), options));
        }
    }
}
