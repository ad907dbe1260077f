package org.bitewing.codec.image;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.codec.image.RenderOptions.Presentation;
import org.bitewing.codec.image.Voi.Window;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.pixel.FrameReader;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PhotometricInterpretation;

/**
 * Renders the frames of an image: gray ones through modality, values of interest, presentation and overlays (PS3.3
 * C.11, PS3.4 N.2), colours to red, green and blue. What a frame's functional groups say of modality and windows counts
 * before what the data set says. For one thread.
 */
public final class FrameRenderer {
    private final Attributes attributes;
    private final FrameReader reader;
    private final ImageLayout layout;
    private final List<Overlay> overlays;
    /** Taken with the first frame, when it is known that there is one. */
    private byte[] frame = new byte[0];

    private FrameRenderer(Attributes attributes, Frames frames, Limits limits) {
        this.attributes = attributes;
        this.reader = frames.reader();
        this.layout = frames.decodedLayout();
        this.overlays = layout.photometric().isMonochrome() ? Overlay.of(attributes, layout, limits) : List.of();
    }

    /**
     * A renderer of a file, with the installed codecs and default limits.
     *
     * @param dataSet as it was read
     * @return a new renderer
     * @throws IOException    where the file cannot be read
     * @throws DicomException where there is no image, or none that can be decoded
     */
    public static FrameRenderer of(DataSet dataSet) throws IOException {
        return of(dataSet, Frames.of(dataSet, dataSet.uid(Tag.TransferSyntaxUID).orElse(UID.ExplicitVRLittleEndian),
                Limits.defaults()), Limits.defaults());
    }

    /**
     * A renderer of frames that were opened before.
     *
     * @param attributes what tells how to render them
     * @param frames     the frames
     * @param limits     what an overlay may cost
     * @return a new renderer
     * @throws DicomException where an overlay is wrong
     */
    public static FrameRenderer of(Attributes attributes, Frames frames, Limits limits) {
        return new FrameRenderer(attributes, frames, limits);
    }

    /**
     * What the frames are like.
     *
     * @return the layout of decoded frames
     */
    public ImageLayout layout() {
        return layout;
    }

    /**
     * How high a pixel is for its width (PS3.3 C.7.6.3.1.7, 10.7.1.3), for pictures that are to look as the object did.
     *
     * @return 1 for square ones, and where nothing is said
     */
    public double pixelAspect() {
        for (int tag : new int[] {Tag.PixelSpacing, Tag.ImagerPixelSpacing, Tag.NominalScannedPixelSpacing,
            Tag.PixelAspectRatio}) {
            Attributes group = tag == Tag.PixelSpacing ? Groups.of(attributes, 0, Tag.PixelMeasuresSequence)
                    : attributes;
            double[] sizes = group.doubles(tag);
            if (sizes.length > 1 && sizes[0] > 0 && sizes[1] > 0) {
                return sizes[0] / sizes[1];
            }
        }
        return 1;
    }

    /**
     * Renders a frame.
     *
     * @param index   from 0
     * @param options how
     * @return a picture of as many pixels as the frame, or as the options say
     * @throws IOException               where the file cannot be read
     * @throws DicomException            where the frame cannot be decoded, or a table is wrong or missing
     * @throws IndexOutOfBoundsException where there is no such frame
     */
    public Picture render(int index, RenderOptions options) throws IOException {
        load(index);
        if (layout.photometric() == PhotometricInterpretation.XYB) {
            throw LookupTable.wrong(Tag.PhotometricInterpretation, "XYB is no colour space of decoded frames");
        }
        StoredPixels pixels = new StoredPixels(layout, frame);
        if (!layout.photometric().isMonochrome()) {
            Picture picture = colour(pixels, options.bits());
            return options.framing().isPresent() ? framed(picture, options.framing().get()) : picture;
        }
        Picture picture = gray(index, pixels, options);
        RenderOptions.OverlayOptions drawn = options.overlays();
        if (overlays.isEmpty() || !drawn.drawn()) {
            return picture;
        }
        int[] columns = options.framing().map(Framing::sourceColumns).orElseGet(() -> sequence(picture.width()));
        int[] rows = options.framing().map(Framing::sourceRows).orElseGet(() -> sequence(picture.height()));
        for (Overlay overlay : overlays) {
            if (drawn.shown().isEmpty() || drawn.shown().getAsInt() == overlay.number()) {
                overlay.draw(picture, index, pixels, columns, rows, drawn);
            }
        }
        return picture;
    }

    private static int[] sequence(int count) {
        return IntStream.range(0, count).toArray();
    }

    /**
     * The window that values of interest stand for in a frame.
     *
     * @param index   from 0
     * @param options whose values of interest are looked for
     * @return the window; empty for a table, for everything, and for a window or table that the image does not have
     * @throws IOException    where the file cannot be read
     * @throws DicomException where the frame cannot be decoded, or a number is wrong
     */
    public Optional<Window> window(int index, RenderOptions options) throws IOException {
        if (!layout.photometric().isMonochrome()) {
            return Optional.empty();
        }
        load(index);
        return window(index, new StoredPixels(layout, frame), options);
    }

    /**
     * Options that show frames alike: where the window is found in the values of a frame, one that suits them all.
     *
     * @param options how frames are rendered
     * @param indexes of the frames, from 0
     * @return the options with one window, or as they are
     * @throws IOException    where the file cannot be read
     * @throws DicomException where a frame cannot be decoded, or a number is wrong
     */
    public RenderOptions withCommonWindow(RenderOptions options, List<Integer> indexes) throws IOException {
        Voi voi = options.voi();
        boolean found = voi instanceof Voi.MinMax || voi instanceof Voi.Region || voi instanceof Voi.Histogram;
        if (!found || indexes.size() == 1) {
            return options;
        }
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int index : indexes) {
            Optional<Window> window = window(index, options);
            if (window.isPresent()) {
                least = Math.min(least, window.get().center() - window.get().width() / 2);
                most = Math.max(most, window.get().center() + window.get().width() / 2);
            }
        }
        return least <= most ? options.with(Window.of(least, most)) : options;
    }

    private void load(int index) throws IOException {
        if (frame.length == 0) {
            frame = reader.read(index);
        } else {
            reader.read(index, frame, 0);
        }
    }

    // ---- gray ----------------------------------------------------------------------------------------------------

    private Picture gray(int index, StoredPixels pixels, RenderOptions options) {
        int maximum = (1 << options.bits()) - 1;
        ModalityTransform modality = modality(index, options);
        GrayCurve curve = curve(index, pixels, options, modality, maximum);
        int[] presentation = presentation(options.presentation(), maximum);
        if (options.framing().isPresent()) {
            double[] framed = framed(pixels, modality, options.framing().get());
            short[] values = new short[framed.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = (short) presentation[curve.shade(framed[i])];
            }
            return Picture.of(options.framing().get().columns(), options.framing().get().rows(), 1, options.bits(),
                    values);
        }
        ValueRange.Padding padding = padding(options);
        short[] values = new short[layout.pixels()];
        if (layout.bitsStored() > 16) {
            for (int i = 0; i < values.length; i++) {
                values[i] = shade(pixels.stored(i), modality, curve, presentation, padding);
            }
        } else {
            // There are fewer different numbers than pixels.
            short[] shades = new short[1 << layout.bitsStored()];
            long least = StoredPixels.least(layout);
            for (int i = 0; i < shades.length; i++) {
                shades[i] = shade(least + i, modality, curve, presentation, padding);
            }
            for (int i = 0; i < values.length; i++) {
                values[i] = shades[(int) (pixels.stored(i) - least)];
            }
        }
        return Picture.of(layout.columns(), layout.rows(), 1, options.bits(), values);
    }

    private static short shade(long stored, ModalityTransform modality, GrayCurve curve, int[] presentation,
                               ValueRange.Padding padding) {
        // Padding is background, and background is dark (PS3.3 C.7.5.1.1.2).
        return padding.contains(stored) ? 0 : (short) presentation[curve.shade(modality.of(stored))];
    }

    private double[] framed(StoredPixels pixels, ModalityTransform modality, Framing framing) {
        double[] values = new double[layout.pixels()];
        for (int i = 0; i < values.length; i++) {
            values[i] = modality.of(pixels.stored(i));
        }
        return Resampling.apply(values, layout.columns(), layout.rows(), 1, framing);
    }

    private ModalityTransform modality(int index, RenderOptions options) {
        return options.modality() ? ModalityTransform.of(attributes, index, layout.signed())
                : ModalityTransform.identity();
    }

    private GrayCurve curve(int index, StoredPixels pixels, RenderOptions options, ModalityTransform modality,
                            int maximum) {
        Optional<LookupTable> table = table(index, options.voi(), modality);
        if (table.isPresent()) {
            return GrayCurve.table(table.get(), maximum);
        }
        Optional<Window> window = window(index, pixels, options);
        if (window.isPresent()) {
            return GrayCurve.window(window.get(), maximum);
        }
        if (options.voi() instanceof Voi.StoredWindow || options.voi() instanceof Voi.StoredTable) {
            throw LookupTable.wrong(Tag.WindowCenter, "the image has no such window or table");
        }
        long least = StoredPixels.least(layout);
        long most = StoredPixels.most(layout);
        return GrayCurve.everything(modality.least(least, most), modality.most(least, most), maximum);
    }

    private Optional<LookupTable> table(int index, Voi voi, ModalityTransform modality) {
        List<Item> tables = Groups.of(attributes, index, Tag.FrameVOILUTSequence).items(Tag.VOILUTSequence);
        int chosen = voi instanceof Voi.StoredTable stored ? stored.index()
                : voi instanceof Voi.OfImage && storedWindow(index, 0).isEmpty() ? 0 : -1;
        if (chosen < 0 || chosen >= tables.size() || !LookupTable.isIn(tables.get(chosen))) {
            return Optional.empty();
        }
        boolean signed = modality.least(StoredPixels.least(layout), StoredPixels.most(layout)) < 0;
        return Optional.of(LookupTable.of(tables.get(chosen), signed));
    }

    private Optional<Window> window(int index, StoredPixels pixels, RenderOptions options) {
        Voi voi = options.voi();
        Optional<Window> window;
        if (voi instanceof Window given) {
            window = Optional.of(given);
        } else if (voi instanceof Voi.StoredWindow stored) {
            window = storedWindow(index, stored.index());
        } else if (voi instanceof Voi.OfImage && storedWindow(index, 0).isPresent()) {
            window = storedWindow(index, 0);
        } else if (voi instanceof Voi.Everything || voi instanceof Voi.StoredTable
                || table(index, voi, modality(index, options)).isPresent()) {
            return Optional.empty();
        } else {
            Optional<Window> found = found(pixels, modality(index, options), options);
            // Of the width that a linear window from the least to the largest value has.
            return options.function() != RenderOptions.Shape.SIGMOID ? found : found.map(
                    exact -> new Window(exact.center() + 0.5, exact.width() + 1, VoiFunction.SIGMOID));
        }
        return window.map(found -> switch (options.function()) {
            case STORED -> found;
            case LINEAR -> new Window(found.center(), found.width(), VoiFunction.LINEAR);
            case SIGMOID -> new Window(found.center(), found.width(), VoiFunction.SIGMOID);
        });
    }

    private Optional<Window> found(StoredPixels pixels, ModalityTransform modality, RenderOptions options) {
        Voi voi = options.voi();
        ValueRange range = range(pixels, modality, options);
        if (voi instanceof Voi.Region region) {
            return Optional.of(range.within(region.left(), region.top(), region.width(), region.height()));
        }
        if (voi instanceof Voi.Histogram histogram) {
            return range.histogram(histogram.ignored());
        }
        return voi instanceof Voi.MinMax minMax && minMax.withoutExtremes() ? range.withoutExtremes()
                : Optional.of(range.all());
    }

    private ValueRange range(StoredPixels pixels, ModalityTransform modality, RenderOptions options) {
        ValueRange.Padding padding = padding(options);
        return new ValueRange(layout.columns(), layout.rows(), i -> {
            long stored = pixels.stored(i);
            return padding.contains(stored) ? Double.NaN : modality.of(stored);
        });
    }

    private Optional<Window> storedWindow(int index, int number) {
        Attributes group = Groups.of(attributes, index, Tag.FrameVOILUTSequence);
        double[] centers = group.doubles(Tag.WindowCenter);
        double[] widths = group.doubles(Tag.WindowWidth);
        boolean there = number >= 0 && number < Math.min(centers.length, widths.length)
                && Double.isFinite(centers[number]) && Double.isFinite(widths[number]) && widths[number] > 0;
        return there ? Optional.of(new Window(centers[number], widths[number],
                VoiFunction.of(group.text(Tag.VOILUTFunction).orElse("")))) : Optional.empty();
    }

    private ValueRange.Padding padding(RenderOptions options) {
        byte[] value = attributes.bytes(Tag.PixelPaddingValue);
        if (!options.padding() || value.length < 2 || layout.bitsStored() > 16) {
            return ValueRange.Padding.NONE;
        }
        byte[] limit = attributes.bytes(Tag.PixelPaddingRangeLimit);
        long first = number(value);
        long second = limit.length < 2 ? first : number(limit);
        return new ValueRange.Padding(Math.min(first, second), Math.max(first, second));
    }

    /** Of VR US or SS, and often enough of the wrong one. */
    private long number(byte[] bytes) {
        int word = bytes[0] & 0xff | bytes[1] << 8;
        return layout.signed() ? word : word & 0xffff;
    }

    private int[] presentation(Presentation chosen, int maximum) {
        boolean inverse = chosen == Presentation.INVERSE;
        Optional<LookupTable> table = Optional.empty();
        if (chosen == Presentation.OF_IMAGE || chosen == Presentation.OPPOSITE_OF_IMAGE) {
            String shape = attributes.text(Tag.PresentationLUTShape).orElse("");
            inverse = shape.isEmpty() ? layout.photometric() == PhotometricInterpretation.MONOCHROME1
                    : shape.equals("INVERSE");
            table = attributes.items(Tag.PresentationLUTSequence).stream().findFirst()
                    .filter(LookupTable::isIn).map(item -> LookupTable.of(item, false));
        }
        int[] shades = new int[maximum + 1];
        for (int i = 0; i <= maximum; i++) {
            int shade = inverse ? maximum - i : i;
            if (table.isPresent()) {
                // The table takes the whole range of what comes before it (PS3.3 C.11.4).
                int entry = table.get().at(Math.rint(table.get().last() * (double) shade / maximum));
                shade = ColourSpace.scaled(entry, table.get().maximum(), maximum) & 0xffff;
            }
            shades[i] = chosen == Presentation.OPPOSITE_OF_IMAGE ? maximum - shade : shade;
        }
        return shades;
    }

    // ---- colour --------------------------------------------------------------------------------------------------

    private Picture colour(StoredPixels pixels, int bits) {
        int maximum = (1 << bits) - 1;
        short[] values = new short[Math.multiplyExact(3, layout.pixels())];
        if (layout.photometric() == PhotometricInterpretation.PALETTE_COLOR) {
            Palette palette = Palette.of(attributes, layout.signed());
            for (int i = 0; i < layout.pixels(); i++) {
                palette.colour(pixels.stored(i), maximum, values, 3 * i);
            }
        } else {
            direct(pixels, maximum, values);
        }
        Picture picture = Picture.of(layout.columns(), layout.rows(), 3, bits, values);
        byte[] profile = attributes.bytes(Tag.ICCProfile);
        return profile.length == 0 ? picture : picture.withIccProfile(profile);
    }

    private static Picture framed(Picture picture, Framing framing) {
        double[] values = new double[picture.values().length];
        for (int i = 0; i < values.length; i++) {
            values[i] = picture.values()[i] & 0xffff;
        }
        double[] framed = Resampling.apply(values, picture.width(), picture.height(), 3, framing);
        short[] rounded = new short[framed.length];
        for (int i = 0; i < rounded.length; i++) {
            rounded[i] = (short) (int) Math.max(0, Math.min(framed[i] + 0.5, picture.maximum()));
        }
        Picture made = Picture.of(framing.columns(), framing.rows(), 3, picture.bits(), rounded);
        return picture.iccProfile().map(made::withIccProfile).orElse(made);
    }

    private void direct(StoredPixels pixels, int maximum, short[] values) {
        ColourSpace space = new ColourSpace(layout);
        int samples = layout.samplesPerPixel();
        int columns = layout.columns();
        for (int i = 0; i < layout.pixels(); i++) {
            if (layout.isSubsampled()) {
                // Two luminances, then the chrominances of both (PS3.3 C.7.6.3.1.2).
                int pair = (i / columns * ((columns + 1) / 2) + i % columns / 2) * 4;
                space.convert(pixels.stored(pair + (i % columns & 1)), pixels.stored(pair + 2), pixels.stored(pair + 3),
                        0, maximum, values, 3 * i);
                continue;
            }
            int first = layout.byPlane() ? i : i * samples;
            int step = layout.byPlane() ? layout.pixels() : 1;
            space.convert(pixels.stored(first), pixels.stored(first + step), pixels.stored(first + 2 * step),
                    samples > 3 ? pixels.stored(first + 3 * step) : 0, maximum, values, 3 * i);
        }
    }
}
