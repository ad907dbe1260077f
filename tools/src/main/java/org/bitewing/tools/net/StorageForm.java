package org.bitewing.tools.net;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.ReadOptions;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;
import org.bitewing.net.Conversion;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.files.OlderRepresentations;
import org.bitewing.tools.files.ReadingOptions;
import org.bitewing.tools.files.WritingOptions;

/**
 * The form in which {@code storescp} stores objects where it is told to write them anew. Compressed objects keep their
 * transfer syntax.
 *
 * @param syntax  for uncompressed objects; empty to keep theirs
 * @param older   true where newer VRs are to become OB
 */
record StorageForm(Optional<TransferSyntax> syntax, boolean older, ReadOptions reading, WriteOptions writing)
        implements Conversion {
    static final String TEXT = """
              bit preserving mode:
                -B    --normal             write anew what the options below ask for (default)
                +B    --bit-preserving     write data exactly as read, whatever they ask for
              output transfer syntax (compressed objects keep theirs):
                +t=   --write-xfer-same    write with same TS as input (default)
                +te   --write-xfer-little  write with explicit VR little endian TS
                +tb   --write-xfer-big     write with explicit VR big endian TS
                +ti   --write-xfer-implicit
                                           write with implicit VR little endian TS
                +td   --write-xfer-deflated
                                           write with deflated expl. VR little endian TS
              post-1993 value representations:
                +u    --enable-new-vr      enable support for new VRs (UN/UT) (default)
                -u    --disable-new-vr     disable support for new VRs, convert to OB
              group length encoding (default: as sent):
                +g=   --group-length-recalc
                                           recalculate group lengths if present
                +g    --group-length-create
                                           always write with group length elements
                -g    --group-length-remove
                                           always write without group length elements
              length encoding in sequences and items (default: as sent):
                +e    --length-explicit    write with explicit lengths
                -e    --length-undefined   write with undefined lengths
              data set trailing padding (default: as sent; not with --write-dataset):
                -p    --padding-off        no padding
                +p    --padding-create     [f]ile-pad [i]tem-pad: integer
                                           align file on multiple of f bytes and items
                                           on multiple of i bytes
              handling of defined length UN elements:
                -uc   --retain-un          retain elements as UN (default)
                +uc   --convert-un         convert to real VR if known
              deflate compression level:
                +cl   --compression-level  [l]evel: integer (0..9, default: 6)
                                           0=uncompressed, 1=fastest, 9=best compression
            """;
    /** A store converts a few objects at a time, which have half of the heap together. */
    private static final Limits LIMITS = Limits.defaults().withMemory(Runtime.getRuntime().maxMemory() / 8);
    private static final List<String> ASKING = List.of("--write-xfer-little", "--write-xfer-big",
            "--write-xfer-implicit", "--write-xfer-deflated", "--disable-new-vr", "--group-length-recalc",
            "--group-length-create", "--group-length-remove", "--length-explicit", "--length-undefined",
            "--padding-off", "--padding-create", "--convert-un");

    /** Empty where objects are to be stored as they are sent. */
    static Optional<Conversion> of(CommandLine line) {
        if (line.isOn("--bit-preserving", "--normal") || ASKING.stream().noneMatch(line::has)) {
            return Optional.empty();
        }
        return Optional.of(new StorageForm(WritingOptions.transferSyntax(line),
                line.isOn("--disable-new-vr", "--enable-new-vr"), ReadingOptions.of(line).withLimits(LIMITS),
                WritingOptions.of(line)));
    }

    @Override
    public List<String> targets(String transferSyntaxUid) {
        return List.of(TransferSyntax.of(transferSyntaxUid).encapsulated() ? transferSyntaxUid
                : syntax.map(TransferSyntax::uid).orElse(transferSyntaxUid));
    }

    @Override
    public void convert(ByteSource file, String transferSyntaxUid, OutputStream target) throws IOException {
        WriteOptions options = writing.with(TransferSyntax.of(transferSyntaxUid))
                .with(WriteOptions.FileMetaForm.NONE);
        try (DataSetReader reader = DataSetReader.of(file, reading);
             DicomWriter writer = DicomWriter.to(target, options)) {
            DataSet dataSet = reader.read();
            writer.write(older ? OlderRepresentations.of(dataSet) : dataSet);
        }
    }
}
