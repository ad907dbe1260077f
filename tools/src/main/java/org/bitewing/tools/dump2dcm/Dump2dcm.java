package org.bitewing.tools.dump2dcm;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;
import org.bitewing.tools.files.Encapsulation;
import org.bitewing.tools.files.InstanceUids;
import org.bitewing.tools.files.MetaInformation;
import org.bitewing.tools.files.OlderRepresentations;
import org.bitewing.tools.files.OutputFile;
import org.bitewing.tools.files.WritingOptions;

/** {@code dump2dcm}: makes a file of a dump. */
public final class Dump2dcm implements Command {
    private static final int FAILED = 1;
    private static final int NOT_IN_THIS_SYNTAX = 2;

    /** Made by the table of commands. */
    public Dump2dcm() {
    }

    @Override
    public OptionTable options() {
        return Dump2dcmOptions.table();
    }

    @Override
    public int run(CommandLine line, Console console) throws IOException {
        WriteOptions options = WritingOptions.of(line);
        String dump = line.parameters().get(0);
        Path path = Path.of(dump);
        if (!Files.exists(path)) {
            console.log(Level.FATAL, "input file does not exist: " + dump);
            return FAILED;
        }
        console.log(Level.INFO, "reading dump file: " + dump);
        DumpReader reader;
        DataSet dataSet;
        try (InputStream in = Files.newInputStream(path)) {
            reader = new DumpReader(in, dump, settings(line), console);
            dataSet = reader.read();
        } catch (IOException e) {
            console.log(Level.FATAL, Failures.reason(e) + ": reading file: " + dump);
            return FAILED;
        }
        if (reader.errors() > 0) {
            console.log(Level.ERROR, reader.errors() + " Errors found in " + dump);
            if (!line.isOn("--ignore-errors", "--stop-on-error")) {
                return FAILED;
            }
        }
        console.log(Level.INFO, "writing DICOM file");
        return write(dataSet, reader.isPixelDataMissing(), options, line, console);
    }

    private static DumpSettings settings(CommandLine line) {
        return new DumpSettings(Integer.parseInt(line.value("--line").orElse("" + Integer.MAX_VALUE)),
                line.isOn("--last-wins", "--first-wins"), line.isOn("--allow-truncated", "--refuse-truncated"),
                line.isOn("--ignore-meta-info", "--read-meta-info"),
                line.isOn("--read-file-big", "--read-file-little"));
    }

    private static int write(DataSet read, boolean pixelsMissing, WriteOptions options, CommandLine line,
                             Console console) {
        String target = line.parameters().get(1);
        Optional<TransferSyntax> asked = WritingOptions.transferSyntax(line);
        Optional<String> named = read.uid(Tag.TransferSyntaxUID);
        if (asked.isEmpty() && named.isEmpty()) {
            console.log(Level.WARN, "output transfer syntax unknown, assuming --write-xfer-little");
        }
        TransferSyntax syntax = asked.isPresent() ? asked.get()
                : named.isPresent() ? TransferSyntax.of(named.get()) : TransferSyntax.EXPLICIT_LITTLE;
        try {
            if (pixelsMissing || !Encapsulation.suits(read, syntax)) {
                return impossible(syntax, console);
            }
            DataSet dataSet = line.has("--generate-new-uids")
                    ? InstanceUids.generated(read, line.isOn("--overwrite-uids", "--dont-overwrite-uids")) : read;
            if (line.isOn("--disable-new-vr", "--enable-new-vr")) {
                dataSet = OlderRepresentations.of(dataSet);
            }
            // New UIDs of the data set are those of the file as well.
            boolean update = line.has("--update-meta-info") || line.has("--generate-new-uids");
            DataSet complete = update ? MetaInformation.updated(dataSet, syntax)
                    : MetaInformation.completed(dataSet, syntax, console);
            OutputFile.write(complete, options.with(syntax), target, console);
        } catch (IOException e) {
            console.log(Level.ERROR, Failures.reason(e) + ": writing file: " + target);
            return FAILED;
        } catch (DicomException e) {
            console.log(Level.DEBUG, e.getMessage());
            return impossible(syntax, console);
        }
        console.log(Level.INFO, "dump successfully converted");
        return 0;
    }

    private static int impossible(TransferSyntax syntax, Console console) {
        console.log(Level.ERROR, "no conversion to transfer syntax " + TransferSyntaxNames.of(syntax) + " possible!");
        return NOT_IN_THIS_SYNTAX;
    }
}
