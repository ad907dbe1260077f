package org.bitewing.tools.pixels;

import java.io.IOException;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.data.DataSet;
import org.bitewing.pixel.Frames;

/** Images in colour as gray ones, whose values windows can be applied to. */
public final class GrayImage {
    private GrayImage() {
    }

    /**
     * The luminances of an image in colour as the native pixels of a gray image.
     *
     * @param set    the data set of the image
     * @param frames its frames
     * @return the data set of the gray image
     * @throws IOException where pixels that stayed in their file cannot be read
     */
    public static DataSet of(DataSet set, Frames frames) throws IOException {
        int bits = Math.min(16, Math.max(8, frames.decodedLayout().bitsStored()));
        return RenderedPixels.of(set, frames, RenderOptions.defaults().withBits(bits), true);
    }
}
