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
        Picture picture = line.has("--grayscale") ? Geometry.gray(rendered) : rendered;
        if (line.has("--change-polarity") && rendered.channels() == 3) {
            picture = Geometry.inverted(picture);
        }
        int quarters = switch (line.choice("", "--rotate-left", "--rotate-right", "--rotate-top-down")) {
            case "--rotate-left" -> -1;
            case "--rotate-right" -> 1;
            case "--rotate-top-down" -> 2;
            default -> 0;
        };
        picture = quarters == 0 ? picture : Geometry.turned(picture, quarters);
        return switch (line.choice("", "--flip-horizontally", "--flip-vertically", "--flip-both-axes")) {
            case "--flip-horizontally" -> Geometry.mirrored(picture, true, false);
            case "--flip-vertically" -> Geometry.mirrored(picture, false, true);
            case "--flip-both-axes" -> Geometry.mirrored(picture, true, true);
            default -> picture;
        };
    }

    /** Options with the part and the size that are asked for. */
    static RenderOptions framed(RenderOptions options, FrameRenderer renderer, CommandLine line) {
        boolean cut = line.has("--clip-region");
        int[] region = cut ? WindowOptions.integers("--clip-region", line.value("--clip-region").orElseThrow())
                : new int[] {0, 0, renderer.layout().columns(), renderer.layout().rows()};
        if (region[2] < 1 || region[3] < 1 || (long) region[2] * region[3] > MOST_PIXELS) {
            throw new UsageException("Invalid value for option --clip-region (" + region[2] + " " + region[3] + ")");
        }
        String option = line.choice("--no-scaling", "--scale-x-factor", "--scale-y-factor", "--scale-x-size",
                "--scale-y-size");
        if (option.equals("--no-scaling")) {
            return cut ? options.with(new Framing(region[0], region[1], region[2], region[3], region[2], region[3],
                    Framing.Scaling.NEAREST)) : options;
        }
        double aspect = line.isOn("--ignore-aspect", "--recognize-aspect") ? 1 : renderer.pixelAspect();
        double given = WindowOptions.number(option, line.value(option).orElseThrow());
        // The size that is asked for is cut, and the other one follows from it, as in DCMTK.
        double ratio = region[3] * aspect / region[2];
        double first = Math.floor(switch (option) {
            case "--scale-x-factor" -> region[2] * given;
            case "--scale-y-factor" -> region[3] * given;
            default -> given;
        });
        boolean across = option.startsWith("--scale-x");
        double width = Math.max(1, across ? first : Math.floor(first / ratio));
        double height = Math.max(1, across ? Math.floor(first * ratio) : first);
        if (!(given > 0) || width * height > MOST_PIXELS) {
            throw new UsageException("Invalid value for option " + option + " (" + given + ")");
        }
        return options.with(new Framing(region[0], region[1], region[2], region[3], (int) width, (int) height,
                scaling(line)));
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
