package org.bitewing.tools.show;

import java.util.OptionalInt;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.Framing;
import org.bitewing.codec.image.Geometry;
import org.bitewing.codec.image.Picture;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.image.RenderOptions.OverlayMode;
import org.bitewing.codec.image.RenderOptions.OverlayOptions;
import org.bitewing.codec.image.RenderOptions.Presentation;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.pixels.WindowOptions;

/** The image processing options, as {@link RenderOptions} and as what follows on rendering. */
final class Rendering {
    private static final int MOST_PIXELS = Integer.MAX_VALUE / 16;

    private Rendering() {
    }

    static RenderOptions options(CommandLine line, int bits) {
        RenderOptions options = RenderOptions.defaults().with(WindowOptions.of(line)).withBits(bits).withPadding(false)
                .withModality(!line.isOn("--no-modality", "--use-modality")).with(overlays(line));
        options = options.with(switch (line.choice("", "--identity-shape", "--inverse-shape")) {
            case "--identity-shape" -> polarity(line, Presentation.IDENTITY, Presentation.INVERSE);
            case "--inverse-shape" -> polarity(line, Presentation.INVERSE, Presentation.IDENTITY);
            default -> polarity(line, Presentation.OF_IMAGE, Presentation.OPPOSITE_OF_IMAGE);
        });
        return options.with(switch (line.choice("", "--linear-function", "--sigmoid-function")) {
            case "--linear-function" -> RenderOptions.Shape.LINEAR;
            case "--sigmoid-function" -> RenderOptions.Shape.SIGMOID;
            default -> RenderOptions.Shape.STORED;
        });
    }

    /** Gray pictures are inverted before overlays are drawn, colours afterwards. */
    private static Presentation polarity(CommandLine line, Presentation usual, Presentation opposite) {
        return line.has("--change-polarity") ? opposite : usual;
    }

    private static OverlayOptions overlays(CommandLine line) {
        String shown = line.choice("--display-overlay", "--no-overlays");
        if (shown.equals("--no-overlays")) {
            return OverlayOptions.NONE;
        }
        int number = line.value("--display-overlay").map(Integer::parseInt).orElse(0);
        OverlayMode mode = switch (line.choice("", "--ovl-replace", "--ovl-threshold", "--ovl-complement",
                "--ovl-invert", "--ovl-roi")) {
            case "--ovl-replace" -> OverlayMode.REPLACE;
            case "--ovl-threshold" -> OverlayMode.THRESHOLD;
            case "--ovl-complement" -> OverlayMode.COMPLEMENT;
            case "--ovl-invert" -> OverlayMode.INVERTED;
            case "--ovl-roi" -> OverlayMode.REGION;
            default -> OverlayMode.BY_TYPE;
        };
        return new OverlayOptions(number == 0 ? OptionalInt.empty() : OptionalInt.of(number - 1), true, mode,
                share(line, "--set-foreground", 1), share(line, "--set-threshold", 0.5));
    }

    private static double share(CommandLine line, String option, double usual) {
        double share = line.value(option).map(value -> WindowOptions.number(option, value)).orElse(usual);
        if (!(share >= 0 && share <= 1)) {
            throw new UsageException("Invalid value for option " + option + " (" + share + ")");
        }
        return share;
    }

    /** What is done with a rendered frame: turn, mirror, and change its shades. */
    static Picture processed(Picture rendered, CommandLine line) {
        Picture picture = line.has("--change-polarity") && rendered.channels() == 3 ? Geometry.inverted(rendered)
                : rendered;
        Turning turning = Turning.of(line);
        picture = turning.quarters() == 0 ? picture : Geometry.turned(picture, turning.quarters());
        return turning.across() || turning.down() ? Geometry.mirrored(picture, turning.across(), turning.down())
                : picture;
    }

    /**
     * Options with the part and the size that are asked for. Pictures that are scaled are turned before, as in DCMTK: the
     * region and the sizes are those of the turned picture.
     */
    static RenderOptions framed(RenderOptions options, FrameRenderer renderer, CommandLine line) {
        Region whole = new Region(0, 0, renderer.layout().columns(), renderer.layout().rows());
        boolean cut = line.has("--clip-region");
        Region asked = cut ? region(line) : whole;
        String option = line.choice("--no-scaling", "--scale-x-factor", "--scale-y-factor", "--scale-x-size",
                "--scale-y-size");
        if (option.equals("--no-scaling")) {
            return cut ? options.with(asked.framing(asked.width(), asked.height(), Framing.Scaling.NEAREST)) : options;
        }
        Turning turning = Turning.of(line);
        Region region = cut ? turning.undone(asked, whole.width(), whole.height()) : whole;
        Region turned = turning.isSideways() ? new Region(0, 0, region.height(), region.width()) : region;
        double aspect = line.isOn("--ignore-aspect", "--recognize-aspect") ? 1 : renderer.pixelAspect();
        double given = WindowOptions.number(option, line.value(option).orElseThrow());
        // The size that is asked for is cut, and the other one follows from it, as in DCMTK.
        double ratio = turned.height() * (turning.isSideways() ? 1 / aspect : aspect) / turned.width();
        double first = Math.floor(switch (option) {
            case "--scale-x-factor" -> turned.width() * given;
            case "--scale-y-factor" -> turned.height() * given;
            default -> given;
        });
        boolean across = option.startsWith("--scale-x");
        double width = Math.max(1, across ? first : Math.floor(first / ratio));
        double height = Math.max(1, across ? Math.floor(first * ratio) : first);
        if (!(given > 0) || width * height > MOST_PIXELS) {
            throw new UsageException("Invalid value for option " + option + " (" + given + ")");
        }
        return options.with(turning.isSideways() ? region.framing((int) height, (int) width, scaling(line))
                : region.framing((int) width, (int) height, scaling(line)));
    }

    private static Region region(CommandLine line) {
        int[] numbers = WindowOptions.integers("--clip-region", line.value("--clip-region").orElseThrow());
        if (numbers[2] < 1 || numbers[3] < 1 || (long) numbers[2] * numbers[3] > MOST_PIXELS) {
            throw new UsageException("Invalid value for option --clip-region (" + numbers[2] + " " + numbers[3] + ")");
        }
        return new Region(numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static Framing.Scaling scaling(CommandLine line) {
        if (line.isOn("--no-interpolation", "--interpolate")) {
            return Framing.Scaling.NEAREST;
        }
        return switch (line.value("--interpolate").orElse("1")) {
            case "3" -> Framing.Scaling.LINEAR;
            case "4" -> Framing.Scaling.CUBIC;
            default -> Framing.Scaling.AREA;
        };
    }
}
