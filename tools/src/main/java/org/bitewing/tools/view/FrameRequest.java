package org.bitewing.tools.view;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.bitewing.codec.image.Geometry;
import org.bitewing.codec.image.Picture;
import org.bitewing.codec.image.PngWriter;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.image.RenderOptions.OverlayOptions;
import org.bitewing.codec.image.RenderOptions.Presentation;
import org.bitewing.codec.image.Voi;
import org.bitewing.codec.image.VoiFunction;
import org.bitewing.dict.Tag;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;

/**
 * A frame as a PNG picture of 8 bits.
 *
 * @param frame    from 0
 * @param window   center and width; empty for what the image says
 * @param inverted whether dark becomes bright
 * @param overlays whether overlays are drawn
 * @param longest  side of the picture that is made, in pixels; larger pictures are made smaller
 */
record FrameRequest(int frame, Optional<double[]> window, boolean inverted, boolean overlays, int longest) {
    /** Longest side of the pictures of an overview. */
    static final int THUMBNAIL = 256;

    /** A small picture as the image says. */
    static FrameRequest thumbnail() {
        return new FrameRequest(0, Optional.empty(), false, false, THUMBNAIL);
    }

    /**
     * Reads the parameters of a request.
     *
     * @throws IllegalArgumentException where one is wrong
     */
    static FrameRequest of(String frame, Map<String, String> query) {
        boolean windowed = query.containsKey("center") || query.containsKey("width");
        Optional<double[]> window = windowed ? Optional.of(new double[] {
            number(query, "center"), number(query, "width")}) : Optional.empty();
        if (window.isPresent() && window.get()[1] <= 0) {
            throw new IllegalArgumentException("width is more than 0");
        }
        if (!query.getOrDefault("format", "png").equals("png")) {
            throw new IllegalArgumentException("format is png");
        }
        return new FrameRequest(whole(frame, "frame"), window, query.getOrDefault("invert", "0").equals("1"),
                !query.getOrDefault("overlays", "1").equals("0"),
                query.containsKey("max") ? Math.max(1, whole(query.get("max"), "max")) : Integer.MAX_VALUE);
    }

    private static double number(Map<String, String> query, String name) {
        try {
            double value = Double.parseDouble(query.getOrDefault(name, ""));
            if (Double.isFinite(value)) {
                return value;
            }
        } catch (NumberFormatException e) {
            // Said below.
        }
        throw new IllegalArgumentException(name + " is a number, and center and width go together");
    }

    private static int whole(String text, String name) {
        try {
            return Integer.parseUnsignedInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is a whole number from 0");
        }
    }

    /**
     * Makes the picture.
     *
     * @throws org.bitewing.DicomException where the frame cannot be decoded, or is too large for the heap
     */
    byte[] png(OpenImage image, Work work) throws Exception {
        Frames frames = image.frames();
        if (frame < 0 || frame >= frames.size()) {
            throw new IllegalArgumentException("there is no frame " + frame + " of " + frames.size());
        }
        return work.with(memory(frames.decodedLayout()), () -> {
            Picture picture = image.renderer().render(frame, options(image));
            boolean gray = picture.channels() == 1;
            return encoded(smaller(inverted && !gray ? Geometry.inverted(picture) : picture));
        });
    }

    /** The frame, what decoding takes, the picture as shorts, and its bytes. */
    static long memory(ImageLayout layout) {
        int channels = layout.photometric().isMonochrome() ? 1 : 3;
        return 2L * layout.frameLength() + 4L * layout.pixels() * channels + (1 << 20);
    }

    private RenderOptions options(OpenImage image) {
        RenderOptions options = RenderOptions.defaults();
        if (window.isPresent()) {
            VoiFunction function = VoiFunction.of(image.set().text(Tag.VOILUTFunction).orElse(""));
            options = options.with(new Voi.Window(window.get()[0], window.get()[1], function));
        }
        if (inverted) {
            options = options.with(Presentation.OPPOSITE_OF_IMAGE);
        }
        return overlays ? options : options.with(OverlayOptions.NONE);
    }

    private Picture smaller(Picture picture) {
        int side = Math.max(picture.width(), picture.height());
        if (side <= longest) {
            return picture;
        }
        int width = (int) Math.max(1, Math.round((double) picture.width() * longest / side));
        int height = (int) Math.max(1, Math.round((double) picture.height() * longest / side));
        return Geometry.scaled(picture, width, height);
    }

    private static byte[] encoded(Picture picture) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PngWriter.write(picture, bytes);
        return bytes.toByteArray();
    }
}
