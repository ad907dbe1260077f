package org.bitewing.tools.pixels;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.codec.jpegls.JpegLsCodec;
import org.bitewing.codec.transcode.Planes;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.OptionTable;

/** {@code dcmdjpls}: decodes JPEG-LS. */
public final class Dcmdjpls implements Command {
    private static final String PROCESSING = """
            processing options:
              planar configuration:
                +pr   --planar-restore       restore original planar configuration (default)
                +pa   --planar-auto          automatically determine planar configuration
                +px   --color-by-pixel       always store color-by-pixel
                +pl   --color-by-plane       always store color-by-plane
            """;
    private static final String WORKAROUNDS = """
              workaround options for incorrect JPEG-LS encodings:
                +wi   --workaround-incpl     enable workaround for incomplete JPEG-LS data
              other processing options:
                +io   --ignore-offsettable   ignore offset table when decompressing
            """;

    private static final String EXAMPLES = """

            examples:
              dcmdjpls in.dcm out.dcm                   to explicit VR little endian
            """;

    /** Made by the table of commands. */
    public Dcmdjpls() {
    }

    @Override
    public OptionTable options() {
        return OptionTable.of("dcmdjpls", "Decode JPEG-LS compressed DICOM file", "[options] dcmfile-in dcmfile-out", 2,
                SharedOptions.INPUT + PROCESSING + SharedOptions.DECODED_UID + WORKAROUNDS + SharedOptions.DECODED_OUTPUT
                        + SharedOptions.LENGTHS + EXAMPLES);
    }

    @Override
    public int run(CommandLine line, Console console) {
        TranscodeOptions options = SharedOptions.decoding(line,
                TranscodeOptions.defaults().with(FrameCodecs.of(new JpegLsCodec()
                        .withKeepPartial(line.has("--workaround-incpl")))), Planes.KEPT);
        return Conversion.run(line, console, new Plan(Conversion.decoded(line), options,
                line.has("--ignore-offsettable")));
    }

    private record Plan(TransferSyntax target, TranscodeOptions options, boolean withoutTable) implements Conversion.Plan {
        @Override
        public boolean accepts(String transferSyntax) {
            return options.codecs().find(transferSyntax).isPresent();
        }

        @Override
        public DataSet apply(DataSet set, String transferSyntax) throws IOException {
            return Transcoder.to(target.uid(), options).apply(withoutTable ? withoutTable(set) : set, transferSyntax);
        }

        /** So that the fragments themselves tell where frames begin. */
        private static DataSet withoutTable(DataSet set) {
            DataSetBuilder builder = set.toBuilder().remove(Tag.ExtendedOffsetTable)
                    .remove(Tag.ExtendedOffsetTableLengths);
            if (set.element(Tag.PixelData).orElse(null) instanceof Fragments fragments) {
                List<BulkData> all = new ArrayList<>(fragments.all());
                all.set(0, BulkData.of(new byte[0]));
                builder.set(new Fragments(Tag.PixelData, fragments.vrCode(), all));
            }
            return builder.build();
        }
    }
}
