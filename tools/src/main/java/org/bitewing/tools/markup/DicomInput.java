package org.bitewing.tools.markup;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Problem;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.bitewing.text.SpecificCharacterSet;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.InputFiles;
import org.bitewing.tools.cli.InputFiles.Input;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.files.ReadingOptions;

/**
 * What a command converts.
 *
 * @param name           as it was typed
 * @param dataSet        with the file meta information, where there is some
 * @param transferSyntax in which it was
 */
record DicomInput(String name, DataSet dataSet, TransferSyntax transferSyntax) {

    /** The input options, in the words of DCMTK, for the help of a command. */
    static final String OPTIONS = """
              input file format:
                +f   --read-file           read file format or data set (default)
                +fo  --read-file-only      read file format only
                -f   --read-dataset        read data set without file meta information
              input transfer syntax:
                -t=  --read-xfer-auto      use TS recognition (default)
                -td  --read-xfer-detect    ignore TS specified in the file meta header
                -te  --read-xfer-little    read with explicit VR little endian TS
                -tb  --read-xfer-big       read with explicit VR big endian TS
                -ti  --read-xfer-implicit  read with implicit VR little endian TS
            """;

    static boolean isBare(CommandLine line) {
        return line.choice("--read-file", "--read-file-only", "--read-dataset").equals("--read-dataset");
    }

    /**
     * Reads the first parameter; says what is wrong with it.
     *
     * @param line    the command line
     * @param console for messages
     * @param tool    the command
     * @param assumed the character set of a data set that names none
     * @return the input; empty where it cannot be read
     */
    static Optional<DicomInput> read(CommandLine line, Console console, String tool,
                                     Optional<SpecificCharacterSet> assumed) throws IOException {
        ReadOptions options = ReadingOptions.of(line);
        InputFiles files = new InputFiles(console, false, false, Optional.empty());
        List<Input> inputs = files.of(List.of(line.parameters().get(0)));
        if (inputs.size() != 1) {
            console.log(Level.ERROR, tool + ": error (one file is expected) reading file: "
                    + line.parameters().get(0));
            return Optional.empty();
        }
        Input input = inputs.get(0);
        try {
            DicomInput read = read(input, options);
            boolean foreign = assumed.isPresent() && !input.name().equals("-")
                    && !read.dataSet().contains(Tag.SpecificCharacterSet);
            if (foreign) {
                read = read(input, options.withCharacterSet(assumed.get()));
            }
            if (line.has("--read-file-only") && !isBare(line) && !read.dataSet().contains(Tag.TransferSyntaxUID)) {
                console.log(Level.ERROR, tool + ": error (File meta information header missing) reading file: "
                        + input.name());
                return Optional.empty();
            }
            say(read, console);
            return Optional.of(read);
        } catch (IOException e) {
            console.log(Level.ERROR, tool + ": error (" + Failures.reason(e) + ") reading file: " + input.name());
        } catch (DicomException e) {
            console.log(Level.ERROR, tool + ": error (" + e.reason() + ", " + e.location() + ") reading file: "
                    + input.name());
        }
        return Optional.empty();
    }

    private static DicomInput read(Input input, ReadOptions options) throws IOException {
        try (DataSetReader reader = DataSetReader.of(input.open(), options)) {
            DataSet dataSet = reader.read();
            return new DicomInput(input.name(), dataSet, reader.transferSyntax());
        }
    }

    private static void say(DicomInput input, Console console) {
        if (!console.shows(Level.WARN)) {
            return;
        }
        for (Problem problem : input.dataSet().problems()) {
            if (problem.kind() != Problem.Kind.FILE_META_MISSING) {
                console.log(Level.WARN, problem.message() + " (" + problem.location() + ")");
            }
        }
    }
}
