package org.bitewing.tools.pixels;

import java.io.IOException;
import org.bitewing.codec.transcode.TranscodeOptions;
import org.bitewing.codec.transcode.Transcoder;
import org.bitewing.data.DataSet;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodecs;

/** The plan of the commands that compress: files of every transfer syntax that a codec decodes are welcome. */
record Encoding(TransferSyntax target, TranscodeOptions options) implements Conversion.Plan {
    @Override
    public boolean accepts(String transferSyntax) {
        return options.codecs().find(transferSyntax).isPresent()
                || FrameCodecs.installed().find(transferSyntax).isPresent();
    }

    @Override
    public DataSet apply(DataSet set, String transferSyntax) throws IOException {
        return Transcoder.to(target.uid(), options).apply(set, transferSyntax);
    }
}
