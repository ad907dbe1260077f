package org.bitewing.tools.markup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;
import org.bitewing.tools.files.InstanceUids;
import org.bitewing.tools.files.MetaInformation;
import org.bitewing.tools.files.OlderRepresentations;
import org.bitewing.tools.files.OutputFile;
import org.bitewing.tools.files.WritingOptions;

/** Writes the data set that was read from a document, as the options of {@code json2dcm} and {@code xml2dcm} say. */
final class DicomOutput {
    /** Options for unique identifiers. */
    static final String UIDS = """
              unique identifiers:
                +Ug  --generate-new-uids   generate new Study/Series/SOP Instance UID
                -Uo  --dont-overwrite-uids do not overwrite existing UIDs (default)
                +Uo  --overwrite-uids      overwrite existing UIDs
            """;
    /** The output options. */
    static final String OPTIONS = """
              output file format:
                +F   --write-file          write file format (default)
                -F   --write-dataset       write data set without file meta information
                +Fu  --update-meta-info    update particular file meta information
              output transfer syntax:
                +t=  --write-xfer-same     write with same TS as input (default)
                +te  --write-xfer-little   write with explicit VR little endian TS
                +tb  --write-xfer-big      write with explicit VR big endian TS
                +ti  --write-xfer-implicit write with implicit VR little endian TS
                +td  --write-xfer-deflated write with deflated expl. VR little endian TS
              post-1993 value representations:
                +u   --enable-new-vr       enable support for new VRs (UN/UT) (default)
                -u   --disable-new-vr      disable support for new VRs, convert to OB
              group length encoding:
                +g=  --group-length-recalc recalculate group lengths if present (default)
                +g   --group-length-create always write with group length elements
                -g   --group-length-remove always write without group length elements
              length encoding in sequences and items:
                +e   --length-explicit     write with explicit lengths (default)
                -e   --length-undefined    write with undefined lengths
              data set trailing padding (not with --write-dataset):
                -p=  --padding-retain      do not change padding (default)
                -p   --padding-off         no padding (implicit if --write-dataset)
                +p   --padding-create      [f]ile-pad [i]tem-pad: integer
                                           align file on multiple of f bytes
                                           and items on multiple of i bytes
              deflate compression level (only with --write-xfer-deflated):
                +cl  --compression-level   [l]evel: integer (0..9, default: 6)
                                           accepted and ignored
            """;
    private static final byte[] VERSION = {0, 1};

    private final CommandLine line;
    private final Console console;
    private final String tool;

    DicomOutput(CommandLine line, Console console, String tool) {
        this.line = line;
        this.console = console;
        this.tool = tool;
    }

    /** The folder of what is written, where there is room for large values meanwhile; else the system's for such files. */
    static Path folder(CommandLine line) {
        Path folder = Path.of(line.parameters().get(1)).toAbsolutePath().getParent();
        return folder != null && Files.isWritable(folder) ? folder : Path.of(System.getProperty("java.io.tmpdir"));
    }

    /**
     * Writes the second parameter.
     *
     * @param read  the data set
     * @param named the transfer syntax that a document names outside of it, if it does
     * @return whether it is written; if not, that is said
     */
    boolean write(DataSet read, Optional<String> named) {
        String target = line.parameters().get(1);
        line.only("--dont-overwrite-uids", "--generate-new-uids");
        line.only("--overwrite-uids", "--generate-new-uids");
        WriteOptions options = WritingOptions.of(line);
        TransferSyntax syntax = syntax(read, named);
        try {
            DataSet dataSet = complete(line.isOn("--ignore-meta-info", "--read-meta-info") ? withoutMeta(read) : read,
                    syntax);
            OutputFile.write(dataSet, options.with(syntax), target, console);
            return true;
        } catch (IOException e) {
            console.log(Level.ERROR, tool + ": error (" + Failures.reason(e) + ") writing file: " + target);
        } catch (DicomException e) {
            console.log(Level.ERROR, tool + ": no conversion to transfer syntax " + TransferSyntaxNames.of(syntax)
                    + " possible: " + e.reason() + " (" + e.location() + ")");
        }
        return false;
    }

    private TransferSyntax syntax(DataSet read, Optional<String> named) {
        Optional<TransferSyntax> asked = WritingOptions.transferSyntax(line);
        Optional<String> told = read.uid(Tag.TransferSyntaxUID);
        if (asked.isPresent()) {
            return asked.get();
        }
        if (told.isEmpty() && named.isEmpty()) {
            console.log(Level.INFO, "output transfer syntax unknown, assuming --write-xfer-little");
            return TransferSyntax.EXPLICIT_LITTLE;
        }
        return TransferSyntax.of(told.isPresent() ? told.get() : named.get());
    }

    private static DataSet withoutMeta(DataSet read) {
        DataSetBuilder builder = read.toBuilder();
        for (int i = 0; i < read.size(); i++) {
            if (read.get(i).tag() >>> 16 == 0x0002) {
                builder.remove(read.get(i).tag());
            }
        }
        return builder.build();
    }

    private DataSet complete(DataSet read, TransferSyntax syntax) {
        DataSet dataSet = line.has("--generate-new-uids")
                ? InstanceUids.generated(read, line.isOn("--overwrite-uids", "--dont-overwrite-uids")) : read;
        if (line.isOn("--disable-new-vr", "--enable-new-vr")) {
            dataSet = OlderRepresentations.of(dataSet);
        }
        if (WritingOptions.isBare(line)) {
            return dataSet;
        }
        if (dataSet.contains(Tag.FileMetaInformationVersion)) {
            // Documents of DCMTK have none unless they were told to have bytes at all.
            dataSet = dataSet.toBuilder().set(Tag.FileMetaInformationVersion, VERSION).build();
        }
        boolean update = line.has("--update-meta-info") || line.has("--generate-new-uids");
        return update ? MetaInformation.updated(dataSet, syntax)
                : MetaInformation.completed(dataSet, syntax, console);
    }
}
