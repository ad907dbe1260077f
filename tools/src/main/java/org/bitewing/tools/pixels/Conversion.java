package org.bitewing.tools.pixels;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;
import org.bitewing.tools.files.MetaInformation;
import org.bitewing.tools.files.OlderRepresentations;
import org.bitewing.tools.files.OutputFile;
import org.bitewing.tools.files.ReadingOptions;
import org.bitewing.tools.files.WritingOptions;

/** From one file to another: read, transcode, write. */
final class Conversion {
    private final CommandLine line;
    private final Console console;
    private final String input;
    private final String output;
    private final Plan plan;

    /** What a command makes of a file. */
    interface Plan {
        /** The transfer syntax to be. */
        TransferSyntax target();

        /** Whether the command is for files of a transfer syntax with compressed pixels. */
        boolean accepts(String transferSyntax);

        /** Makes the data set to be written of one of a transfer syntax. */
        DataSet apply(DataSet set, String transferSyntax) throws IOException;
    }

    private Conversion(CommandLine line, Console console, Plan plan) {
        this.line = line;
        this.console = console;
        this.input = line.parameters().get(0);
        this.output = line.parameters().get(1);
        this.plan = plan;
    }

    static int run(CommandLine line, Console console, Plan plan) {
        WriteOptions options = WritingOptions.of(line);
        return new Conversion(line, console, plan).run(options);
    }

    private int run(WriteOptions options) {
        console.log(Level.INFO, "reading input file " + input);
        DataSet set;
        TransferSyntax from;
        try (DataSetReader reader = DataSetReader.of(input.equals("-") ? ByteSource.of(console.in(), "-")
                : ByteSource.of(Path.of(input)), ReadingOptions.of(line))) {
            set = reader.read();
            from = reader.transferSyntax();
        } catch (IOException e) {
            return failed(Failures.reason(e) + ": reading file: " + input);
        } catch (DicomException e) {
            return failed(ReadingOptions.reason(e) + ": reading file: " + input);
        }
        if (line.choice("--read-file", "--read-file-only", "--read-dataset").equals("--read-file-only")
                && !set.contains(Tag.TransferSyntaxUID)) {
            return failed("File meta information header missing: reading file: " + input);
        }
        return convert(set, from, options);
    }

    private int convert(DataSet set, TransferSyntax from, WriteOptions options) {
        boolean compressed = set.element(Tag.PixelData).orElse(null) instanceof Fragments;
        if (compressed && !plan.accepts(from.uid())) {
            return failed("input transfer syntax " + TransferSyntaxNames.of(from) + " not supported");
        }
        if (!set.contains(Tag.PixelData)) {
            console.log(Level.WARN, "there is no pixel data");
        }
        DataSet changed;
        try {
            changed = secondaryCapture(plan.apply(set, from.uid()));
        } catch (DicomException e) {
            return failed(e.getMessage() + ": converting file: " + input);
        } catch (IOException e) {
            return failed(Failures.reason(e) + ": converting file: " + input);
        } catch (UncheckedIOException e) {
            return failed(Failures.reason(e.getCause()) + ": converting file: " + input);
        }
        console.log(Level.INFO, "creating output file " + output);
        try {
            DataSet complete = MetaInformation.replaced(line.isOn("--disable-new-vr", "--enable-new-vr")
                    ? OlderRepresentations.of(changed) : changed, plan.target());
            OutputFile.write(complete, options.with(plan.target()), output, console);
        } catch (DicomException e) {
            return failed(e.getMessage() + ": writing file: " + output);
        } catch (IOException e) {
            return failed(Failures.reason(e) + ": writing file: " + output);
        }
        console.log(Level.INFO, "conversion successful");
        return 0;
    }

    private DataSet secondaryCapture(DataSet set) {
        if (!plan.target().encapsulated() || !SharedOptions.isSecondaryCapture(line)) {
            return set;
        }
        DataSetBuilder builder = set.toBuilder().set(Tag.SOPClassUID, UID.SecondaryCaptureImageStorage);
        if (set.text(Tag.ConversionType).isEmpty()) {
            builder.set(Tag.ConversionType, "WSD");
        }
        return builder.build();
    }

    private int failed(String message) {
        console.log(Level.FATAL, message);
        return 1;
    }

    /** The native transfer syntax that is asked for. */
    static TransferSyntax decoded(CommandLine line) {
        Optional<TransferSyntax> asked = WritingOptions.transferSyntax(line);
        return asked.orElse(TransferSyntax.EXPLICIT_LITTLE);
    }
}
