package org.bitewing.tools.view;

import java.io.IOException;
import java.util.List;
import org.bitewing.Limits;
import org.bitewing.Problem;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.data.DataSet;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.ReadOptions;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.Frames;

/**
 * A file that was read whole, its large values left in place. Safe for threads.
 *
 * @param image          what the catalog knows of it
 * @param set            all elements
 * @param transferSyntax its UID
 * @param problems       what was found wrong
 */
record OpenImage(CatalogImage image, DataSet set, String transferSyntax, List<Problem> problems) {
    private static final FrameCodecs CODECS = FrameCodecs.installed();
    private static final Limits LIMITS = Limits.defaults()
            .withMemory(Math.max(1 << 24, Runtime.getRuntime().maxMemory() / 16)).withProblems(100);

    /** Damaged files are shown as far as they go. */
    static OpenImage of(CatalogImage image) throws IOException {
        ReadOptions options = ReadOptions.defaults().keepDamaged().withLimits(LIMITS);
        try (ByteSource source = image.place().openWhole(); DataSetReader reader = DataSetReader.of(source, options)) {
            DataSet set = reader.read();
            return new OpenImage(image, set, reader.transferSyntax().uid(), reader.problems());
        }
    }

    /** The frames; their cost is bounded by whoever renders. */
    Frames frames() throws IOException {
        return Frames.of(set, transferSyntax, CODECS, Limits.defaults());
    }

    FrameRenderer renderer() throws IOException {
        return FrameRenderer.of(set, frames(), Limits.defaults());
    }
}
