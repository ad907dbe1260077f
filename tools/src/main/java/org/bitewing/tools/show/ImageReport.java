package org.bitewing.tools.show;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.image.Voi;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.tools.dcmtk.DcmtkNames;
import org.bitewing.tools.dcmtk.TransferSyntaxNames;

/** What {@code --image-info} tells of an image, in the words of DCMTK. */
final class ImageReport {
    private static final int OVERLAY_GROUPS = 16;

    private ImageReport() {
    }

    static List<String> of(String file, DataSet set, String syntax, FrameRenderer renderer, List<Integer> selected)
            throws IOException {
        ImageLayout layout = renderer.layout();
        List<String> lines = new ArrayList<>();
        lines.add("dumping image parameters");
        fact(lines, "filename", file);
        fact(lines, "transfer syntax", TransferSyntaxNames.of(TransferSyntax.of(syntax)));
        fact(lines, "SOP class", set.uid(Tag.SOPClassUID).map(ImageReport::name).orElse("<missing>"));
        fact(lines, "SOP instance UID", set.uid(Tag.SOPInstanceUID).orElse("<missing>"));
        fact(lines, "columns x rows", layout.columns() + " x " + layout.rows());
        fact(lines, "bits per sample", Integer.toString(layout.bitsStored()));
        fact(lines, "color model", layout.photometric().term());
        fact(lines, "pixel aspect ratio", String.format(Locale.ROOT, "%.2f", renderer.pixelAspect()));
        fact(lines, "number of frames", layout.frames() + " (" + selected.size() + " processed)");
        fact(lines, "VOI LUT function", set.text(Tag.VOILUTFunction).filter(text -> !text.isEmpty())
                .orElse("<default>"));
        int windows = Math.min(set.doubles(Tag.WindowCenter).length, set.doubles(Tag.WindowWidth).length);
        fact(lines, "VOI windows in file", Integer.toString(windows));
        List<String> explanations = set.texts(Tag.WindowCenterWidthExplanation);
        for (int i = 0; i < windows; i++) {
            boolean explained = i < explanations.size() && !explanations.get(i).isEmpty();
            lines.add("  - " + (explained ? explanations.get(i) : "<no explanation>"));
        }
        fact(lines, "VOI LUTs in file", Integer.toString(set.items(Tag.VOILUTSequence).size()));
        fact(lines, "presentation shape", set.text(Tag.PresentationLUTShape).filter(text -> !text.isEmpty())
                .orElse("<default>"));
        fact(lines, "overlays in file", Integer.toString(overlays(set)));
        if (layout.photometric().isMonochrome()) {
            range(lines, renderer, selected);
        }
        return lines;
    }

    private static void fact(List<String> lines, String name, String value) {
        lines.add("  " + name + " ".repeat(20 - name.length()) + ": " + value);
    }

    private static String name(String uid) {
        String name = DcmtkNames.uidName(uid).orElse("");
        return name.isEmpty() ? uid : name;
    }

    private static int overlays(DataSet set) {
        int count = 0;
        for (int i = 0; i < OVERLAY_GROUPS; i++) {
            count += set.contains(0x6000_0010 + i * 0x0002_0000) ? 1 : 0;
        }
        return count;
    }

    private static void range(List<String> lines, FrameRenderer renderer, List<Integer> selected) throws IOException {
        RenderOptions all = RenderOptions.defaults().with(new Voi.MinMax(false)).withPadding(false);
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int index : selected) {
            Optional<Voi.Window> window = renderer.window(index, all);
            if (window.isPresent()) {
                least = Math.min(least, window.get().center() - window.get().width() / 2);
                most = Math.max(most, window.get().center() + window.get().width() / 2);
            }
        }
        fact(lines, "maximum pixel value", number(most));
        fact(lines, "minimum pixel value", number(least));
    }

    /** Whole numbers without a fraction. */
    private static String number(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    }
}
