package org.bitewing.tools.view;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.image.Voi;
import org.bitewing.data.Attributes;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.ImagePlane;

/**
 * What a page has to know to show an image, and the facts that people look for first.
 *
 * @param layout   of the decoded frames; empty where there is no picture
 * @param windows  those of the file
 * @param full     from the least to the largest value of the first frame; empty for colours
 * @param aspect   height of a pixel for its width
 * @param attributes what tells the facts
 */
record InfoJson(Optional<ImageLayout> layout, List<Voi.Window> windows, Optional<Voi.Window> full, double aspect,
                Attributes attributes) {
    private static final int MOST_WINDOWS = 32;

    /** Decodes the first frame, where there is one. */
    static InfoJson of(OpenImage image, Work work) throws Exception {
        if (!image.image().isPicture()) {
            return new InfoJson(Optional.empty(), List.of(), Optional.empty(), 1, image.set());
        }
        ImageLayout layout = image.frames().decodedLayout();
        return work.with(FrameRequest.memory(layout), () -> {
            FrameRenderer renderer = image.renderer();
            RenderOptions options = RenderOptions.defaults();
            List<Voi.Window> windows = new ArrayList<>();
            Optional<Voi.Window> window = renderer.window(0, options.with(new Voi.StoredWindow(0)));
            while (window.isPresent() && windows.size() < MOST_WINDOWS) {
                windows.add(window.get());
                window = renderer.window(0, options.with(new Voi.StoredWindow(windows.size())));
            }
            return new InfoJson(Optional.of(renderer.layout()), windows,
                    renderer.window(0, options.with(new Voi.MinMax(false))), renderer.pixelAspect(), image.set());
        });
    }

    void write(Json json) throws IOException {
        json.open('{').member("rows", layout.map(ImageLayout::rows).orElse(0))
                .member("columns", layout.map(ImageLayout::columns).orElse(0))
                .member("frames", layout.map(ImageLayout::frames).orElse(0))
                .member("monochrome", layout.map(found -> found.photometric().isMonochrome()).orElse(false))
                .name("window");
        if (windows.isEmpty()) {
            json.nothing();
        } else {
            window(0, json);
        }
        json.name("windows").open('[');
        for (int i = 0; i < windows.size(); i++) {
            window(i, json);
        }
        json.close(']').name("full");
        if (full.isPresent()) {
            json.open('{').name("center").number(full.get().center()).name("width").number(full.get().width())
                    .close('}');
        } else {
            json.nothing();
        }
        rest(json);
    }

    private void window(int index, Json json) throws IOException {
        List<String> explanations = texts(Tag.WindowCenterWidthExplanation);
        json.open('{').name("center").number(windows.get(index).center())
                .name("width").number(windows.get(index).width())
                .member("explanation", index < explanations.size() ? explanations.get(index) : "").close('}');
    }

    private void rest(Json json) throws IOException {
        Attributes measures = group(Tag.PixelMeasuresSequence);
        double[] spacing = doubles(measures.contains(Tag.PixelSpacing) ? measures : attributes,
                measures.contains(Tag.PixelSpacing) ? Tag.PixelSpacing : Tag.ImagerPixelSpacing);
        json.name("pixelSpacing");
        if (spacing.length > 1) {
            json.open('[').number(spacing[0]).number(spacing[1]).close(']');
        } else {
            json.nothing();
        }
        json.name("aspect").number(aspect).name("frameTime");
        double frameTime = frameTime();
        if (frameTime > 0) {
            json.number(frameTime);
        } else {
            json.nothing();
        }
        json.member("overlays", hasOverlays()).name("basics").open('[');
        basics(measures, json);
        json.close(']').close('}');
    }

    /** In milliseconds: Frame Time, or what a rate in frames a second tells; 0 where nothing does. */
    private double frameTime() {
        double time = number(attributes, Tag.FrameTime);
        if (time > 0) {
            return time;
        }
        for (int tag : new int[] {Tag.RecommendedDisplayFrameRate, Tag.CineRate}) {
            double rate = number(attributes, tag);
            if (rate > 0) {
                return 1000 / rate;
            }
        }
        return 0;
    }

    private boolean hasOverlays() {
        for (Element element : attributes.elements()) {
            int group = element.tag() >>> 16;
            // 6000 to 601E, even (PS3.5 7.6).
            if (group >= 0x6000 && group <= 0x601e && (group & 1) == 0 && (element.tag() & 0xffff) == 0x3000) {
                return true;
            }
        }
        return false;
    }

    // ---- the facts -----------------------------------------------------------------------------------------------

    private void basics(Attributes measures, Json json) throws IOException {
        fact(json, "Patient", Facts.text(attributes, Tag.PatientName));
        fact(json, "Patient ID", Facts.text(attributes, Tag.PatientID));
        fact(json, "Study", joined(Facts.date(attributes, Tag.StudyDate),
                Facts.text(attributes, Tag.StudyDescription)));
        fact(json, "Series", joined(Facts.text(attributes, Tag.SeriesNumber),
                Facts.text(attributes, Tag.SeriesDescription)));
        fact(json, "Image", Facts.text(attributes, Tag.InstanceNumber));
        String slice = ImagePlane.of(attributes).map(found -> millimetres(found.distance()))
                .orElseGet(() -> millimetres(number(attributes, Tag.SliceLocation)));
        fact(json, "Slice", slice);
        fact(json, "Thickness", millimetres(number(measures, Tag.SliceThickness)));
        fact(json, "kV", Facts.text(attributes, Tag.KVP));
        fact(json, "mA", Facts.text(attributes, Tag.XRayTubeCurrent));
        String echo = Facts.text(attributes, Tag.EchoTime);
        String repetition = Facts.text(attributes, Tag.RepetitionTime);
        fact(json, "TE/TR", echo.isEmpty() && repetition.isEmpty() ? "" : echo + "/" + repetition);
        fact(json, "Size", layout.map(found -> found.columns() + " \u00d7 " + found.rows()).orElse(""));
    }

    private static void fact(Json json, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            json.open('[').string(name).string(value).close(']');
        }
    }

    private static String joined(String first, String second) {
        return first.isEmpty() || second.isEmpty() ? first + second : first + " " + second;
    }

    /** To a hundredth. */
    static String millimetres(double value) {
        return Double.isNaN(value) ? "" : rounded(value) + " mm";
    }

    static String rounded(double value) {
        double hundredths = Math.rint(value * 100) / 100 + 0.0;
        return hundredths == Math.rint(hundredths) ? Long.toString((long) hundredths) : Double.toString(hundredths);
    }

    private static double number(Attributes of, int tag) {
        double[] values = doubles(of, tag);
        return values.length == 0 ? Double.NaN : values[0];
    }

    private static double[] doubles(Attributes of, int tag) {
        try {
            return of.doubles(tag);
        } catch (DicomException e) {
            return new double[0];
        }
    }

    private List<String> texts(int tag) {
        try {
            return group(Tag.FrameVOILUTSequence).texts(tag);
        } catch (DicomException e) {
            return List.of();
        }
    }

    /** The first frame's functional group, that of all frames, or the data set itself (PS3.3 C.7.6.16). */
    private Attributes group(int sequence) {
        for (int groups : new int[] {Tag.PerFrameFunctionalGroupsSequence, Tag.SharedFunctionalGroupsSequence}) {
            try {
                for (Item item : attributes.items(groups).stream().limit(1).toList()) {
                    if (!item.items(sequence).isEmpty()) {
                        return item.items(sequence).get(0);
                    }
                }
            } catch (DicomException e) {
                // No sequence, and so no group.
                continue;
            }
        }
        return attributes;
    }
}
