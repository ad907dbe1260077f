package org.bitewing.tools.show;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.Picture;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.jpeg.JpegCodec;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.io.AtomicFile;
import org.bitewing.io.ByteSource;
import org.bitewing.io.DataSetReader;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.Frames;
import org.bitewing.tools.cli.Command;
import org.bitewing.tools.cli.CommandLine;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Failures;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.cli.OptionTable;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.files.ReadingOptions;
import org.bitewing.tools.pixels.GrayImage;
import org.bitewing.tools.pixels.JpegColours;

/** {@code dcm2pnm}, which goes by three names: renders frames and writes them as pictures. */
public final class Dcm2pnm implements Command {
    private final String name;

    /**
     * Made by the table of commands.
     *
     * @param name {@code dcm2pnm}, {@code dcmj2pnm}, or {@code dcm2img}, which takes the format from the output's name
     */
    public Dcm2pnm(String name) {
        this.name = name;
    }

    @Override
    public OptionTable options() {
        return ShowOptions.table(name, JpegColours.HELP);
    }

    @Override
    public int run(CommandLine line, Console console) {
        ShowOptions.check(line);
        if (line.parameters().size() > 2) {
            throw new UsageException("Too many parameters");
        }
        String input = line.parameters().get(0);
        String output = line.parameters().size() > 1 ? line.parameters().get(1) : "";
        PictureFormat format = PictureFormat.of(line, output, name.equals("dcm2img"));
        RenderOptions options = Rendering.options(line, format.bits(line));
        return new Run(line, console, input, output.equals("-") ? "" : output, format, options).run();
    }

    /** One call of the command. */
    private record Run(CommandLine line, Console console, String input, String output, PictureFormat format,
                       RenderOptions options) {
        int run() {
            console.log(Level.INFO, "reading DICOM file: " + input);
            DataSet set;
            TransferSyntax syntax;
            try (DataSetReader reader = DataSetReader.of(input.equals("-") ? ByteSource.of(console.in(), "-")
                    : ByteSource.of(Path.of(input)), ReadingOptions.of(line))) {
                set = reader.read();
                syntax = reader.transferSyntax();
            } catch (IOException e) {
                return failed(Failures.reason(e) + ": reading file: " + input);
            } catch (DicomException e) {
                return failed(ReadingOptions.reason(e) + ": reading file: " + input);
            }
            try {
                show(set, syntax.uid());
                return 0;
            } catch (DicomException e) {
                return failed(e.getMessage() + ": rendering file: " + input);
            } catch (IOException e) {
                return failed(Failures.reason(e) + ": rendering file: " + input);
            } catch (IllegalArgumentException e) {
                return failed(e.getMessage() + ": writing file: " + output);
            }
        }

        private int failed(String message) {
            console.log(Level.FATAL, message);
            return 1;
        }

        private void show(DataSet set, String syntax) throws IOException {
            Frames frames = frames(set, syntax);
            boolean turnsGray = line.has("--grayscale") && !frames.decodedLayout().photometric().isMonochrome();
            DataSet shown = turnsGray ? GrayImage.of(set, frames) : set;
            FrameRenderer renderer = FrameRenderer.of(shown, turnsGray ? Frames.of(shown) : frames, Limits.defaults());
            List<Integer> selected = selected(frames.size());
            if (line.has("--image-info")) {
                for (String fact : ImageReport.of(input, set, syntax, renderer, selected)) {
                    console.log(Level.INFO, fact);
                }
            }
            boolean several = line.has("--frame-range") || line.has("--all-frames");
            if (several && output.isEmpty() && !line.has("--no-output")) {
                throw new UsageException("several frames do not go to standard output");
            }
            // Overlays are for gray images, and this was none.
            RenderOptions used = turnsGray ? options.with(RenderOptions.OverlayOptions.NONE) : options;
            // The image's function is that of every window of it (PS3.3 C.11.2.1.3), those of the options included.
            if (options.function() == RenderOptions.Shape.STORED
                    && shown.text(Tag.VOILUTFunction).orElse("").equals("SIGMOID")) {
                used = used.with(RenderOptions.Shape.SIGMOID);
            }
            RenderOptions common = renderer.withCommonWindow(Rendering.framed(used, renderer, line), selected);
            for (int i = 0; i < selected.size(); i++) {
                Picture picture = Rendering.processed(renderer.render(selected.get(i), common), line);
                if (!line.has("--no-output")) {
                    int number = line.isOn("--use-frame-number", "--use-frame-counter") ? selected.get(i) + 1 : i;
                    write(picture, several ? output + "." + number + "." + format.extension(picture) : output);
                }
            }
        }

        private Frames frames(DataSet set, String syntax) throws IOException {
            boolean compressed = set.element(Tag.PixelData).orElse(null) instanceof Fragments;
            boolean jpeg = compressed && new JpegCodec().transferSyntaxes().contains(syntax);
            return jpeg ? Frames.of(set, syntax, FrameCodecs.of(JpegColours.codec(line, set, syntax)),
                    Limits.defaults()) : Frames.of(set, syntax, Limits.defaults());
        }

        private List<Integer> selected(int size) {
            List<Integer> selected = new ArrayList<>();
            int first = 0;
            int count = 1;
            String option = line.choice("--frame", "--frame-range", "--all-frames");
            if (option.equals("--all-frames")) {
                count = size;
            } else if (option.equals("--frame-range")) {
                String[] numbers = line.value(option).orElseThrow().split(" ");
                first = Integer.parseInt(numbers[0]) - 1;
                count = Integer.parseInt(numbers[1]);
            } else {
                first = line.value(option).map(Integer::parseInt).orElse(1) - 1;
            }
            if (first >= size || count > size - first) {
                throw new UsageException("frames " + (first + 1) + " to " + ((long) first + count)
                        + " of an image with " + size);
            }
            for (int i = 0; i < count; i++) {
                selected.add(first + i);
            }
            return selected;
        }

        private void write(Picture picture, String file) throws IOException {
            if (file.isEmpty()) {
                format.write(picture, line, console.out());
                return;
            }
            console.log(Level.INFO, "writing frame to " + file);
            try (AtomicFile target = AtomicFile.create(Path.of(file), false);
                 OutputStream stream = Channels.newOutputStream(target.channel())) {
                format.write(picture, line, stream);
                target.commit();
            }
        }
    }
}
