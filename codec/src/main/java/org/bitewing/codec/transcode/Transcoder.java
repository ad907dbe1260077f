package org.bitewing.codec.transcode;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.io.TransferSyntax;
import org.bitewing.pixel.FrameCodec;
import org.bitewing.pixel.FrameEncoder;
import org.bitewing.pixel.FrameReader;
import org.bitewing.pixel.Frames;
import org.bitewing.pixel.ImageLayout;
import org.bitewing.pixel.PixelFragments;

/**
 * Brings data sets to a transfer syntax: compresses their Pixel Data or decodes it, and changes what tells of it. The
 * data set that comes out names the transfer syntax (0002,0010), so that writers use it. Immutable and safe for
 * threads.
 *
 * <p>Decoded pixels are decoded when they are read or written, frame by frame; compressed ones are made at once and
 * held in memory. Icons (0088,0200) are decoded with the image, but not compressed.
 */
public final class Transcoder {
    private final TransferSyntax syntax;
    private final TranscodeOptions options;

    private Transcoder(TransferSyntax syntax, TranscodeOptions options) {
        this.syntax = syntax;
        this.options = options;
    }

    /**
     * A transcoder.
     *
     * @param transferSyntax to be, a Transfer Syntax UID
     * @param options        how it works
     * @return a new transcoder
     */
    public static Transcoder to(String transferSyntax, TranscodeOptions options) {
        return new Transcoder(TransferSyntax.of(transferSyntax), Objects.requireNonNull(options, "options"));
    }

    /**
     * Brings a data set to the transfer syntax.
     *
     * @param dataSet        with or without Pixel Data
     * @param transferSyntax that it has, a Transfer Syntax UID
     * @return the data set to be written
     * @throws IOException    where pixels that stayed in their file cannot be read
     * @throws DicomException where the pixels cannot be decoded or not be compressed; the message says why
     */
    public DataSet apply(DataSet dataSet, String transferSyntax) throws IOException {
        DataSetBuilder builder = dataSet.toBuilder();
        builder.set(Tag.TransferSyntaxUID, syntax.uid());
        Element pixels = dataSet.element(Tag.PixelData).orElse(null);
        if (pixels != null && !(pixels instanceof Fragments && transferSyntax.equals(syntax.uid()))) {
            if (syntax.encapsulated()) {
                encode(dataSet, transferSyntax, builder);
            } else if (pixels instanceof Fragments) {
                decode(dataSet, transferSyntax, builder);
                if (options.uids() == UidRule.ALWAYS) {
                    Derivation.newInstance(dataSet, builder, false);
                }
            }
        }
        if (!syntax.encapsulated()) {
            decodeIcons(dataSet, transferSyntax, builder);
        }
        try {
            return builder.build();
        } catch (IllegalArgumentException e) {
            // Of text that is there, and is to be written again in an element that has to change.
            throw wrong(e.getMessage());
        }
    }

    // ---- decoding ------------------------------------------------------------------------------------------------

    private void decode(Attributes attributes, String from, DataSetBuilder builder) throws IOException {
        Frames frames = Frames.of(attributes, from, options.codecs(), options.limits());
        ImageLayout layout = options.planes().of(frames.decodedLayout(),
                attributes.uid(Tag.SOPClassUID).orElse(""));
        // Damage of the first frame should show now, not when half of the file is written.
        frames.reader().read(0);
        DecodedPixels pixels = new DecodedPixels(frames, layout);
        builder.set(new BulkValue(Tag.PixelData, VR.OW.code(), BulkData.of(pixels, 0, pixels.length())));
        builder.remove(Tag.ExtendedOffsetTable).remove(Tag.ExtendedOffsetTableLengths);
        describe(attributes, layout, builder);
        if (Derivation.isLossy(from) && !attributes.contains(Tag.LossyImageCompression)
                && attributes instanceof DataSet) {
            builder.set(Tag.LossyImageCompression, "01");
        }
    }

    private static void describe(Attributes attributes, ImageLayout layout, DataSetBuilder builder) {
        if (attributes.contains(Tag.PhotometricInterpretation)) {
            builder.set(Tag.PhotometricInterpretation, layout.photometric().term());
        }
        if (layout.samplesPerPixel() > 1) {
            builder.set(Tag.PlanarConfiguration, layout.byPlane() ? 1 : 0);
        }
    }

    private void decodeIcons(DataSet dataSet, String from, DataSetBuilder builder) throws IOException {
        List<DataSetBuilder> items = new ArrayList<>();
        boolean found = false;
        for (Item item : dataSet.items(Tag.IconImageSequence)) {
            DataSetBuilder icon = DataSet.builder().setAll(item);
            if (item.element(Tag.PixelData).orElse(null) instanceof Fragments) {
                decode(item, from, icon);
                found = true;
            }
            items.add(icon);
        }
        if (found) {
            builder.set(Tag.IconImageSequence, items.toArray(DataSetBuilder[]::new));
        }
    }

    // ---- encoding ------------------------------------------------------------------------------------------------

    private void encode(DataSet dataSet, String from, DataSetBuilder builder) throws IOException {
        FrameEncoder encoder = options.codecs().find(syntax.uid()).flatMap(this::encoder).orElseThrow(() ->
                wrong("no codec encodes frames in the transfer syntax " + syntax.uid()));
        Frames frames = Frames.of(dataSet, from, options.codecs(), options.limits());
        ImageLayout layout = frames.decodedLayout();
        if (!encoder.isLossless()) {
            EmbeddedOverlays.separate(dataSet, frames, builder);
        }
        Reduction fit = encoder.isLossless() || Chrominances.areShared(layout)
                ? Reduction.none(Chrominances.expanded(layout))
                : Reduction.of(dataSet, frames, bitsFor(encoder, layout), options.grays());
        ImageLayout encoded;
        try {
            encoded = encoder.encodedLayout(fit.layout());
        } catch (IllegalArgumentException e) {
            throw wrong(e.getMessage());
        }
        List<BulkData> compressed = compress(frames, fit, encoder);
        PixelFragments.set(builder, compressed, options.tables(), options.fragment());
        describe(dataSet, encoded, builder);
        fit.describe(dataSet, builder);
        if (!encoder.isLossless()) {
            builder.set(Tag.BitsAllocated, encoded.bitsAllocated()).set(Tag.BitsStored, encoded.bitsStored())
                    .set(Tag.HighBit, encoded.highBit());
            if (encoded.bitsStored() > fit.layout().bitsStored()) {
                fit.describeShown(dataSet, builder);
            }
        }
        long uncompressed = options.original() > 0 ? options.original() : layout.length();
        long bytes = 0;
        for (BulkData frame : compressed) {
            bytes += frame.length();
        }
        if (!encoder.isLossless()) {
            Derivation.lossy(dataSet, builder, syntax.uid(), (double) uncompressed / bytes, options.description());
        }
        boolean derived = options.uids() == UidRule.ALWAYS
                || options.uids() == UidRule.IF_LOSSY && !encoder.isLossless();
        if (derived) {
            Derivation.newInstance(dataSet, builder, true);
        }
    }

    private java.util.Optional<FrameEncoder> encoder(FrameCodec codec) {
        return codec.encoder(syntax.uid());
    }

    /**
     * The most bits that a lossy compression takes: as many as are stored, or 12, or 8. Of colours it is those of the
     * stream, as their shades are shares of the largest number.
     */
    private int bitsFor(FrameEncoder encoder, ImageLayout layout) {
        if (options.grays().bits() > 0) {
            return options.grays().bits();
        }
        for (int bits : new int[] {layout.bitsStored(), 12, 8}) {
            if (bits <= layout.bitsStored()) {
                try {
                    ImageLayout encoded = encoder.encodedLayout(Reduction.unsigned(layout, bits));
                    return layout.samplesPerPixel() > 1 ? encoded.bitsStored() : bits;
                } catch (IllegalArgumentException e) {
                    // Fewer bits may do.
                }
            }
        }
        return layout.bitsStored();
    }

    private static List<BulkData> compress(Frames frames, Reduction fit, FrameEncoder encoder)
            throws IOException {
        FrameReader reader = frames.reader();
        List<BulkData> compressed = new ArrayList<>();
        byte[] frame = reader.read(0);
        for (int i = 0; i < frames.size(); i++) {
            if (i > 0) {
                reader.read(i, frame, 0);
            }
            byte[] fitted = Chrominances.areShared(reader.layout()) ? Chrominances.expand(frame, reader.layout())
                    : fit.apply(frame);
            try {
                compressed.add(BulkData.of(encoder.encode(fitted, 0, fit.layout())));
            } catch (IllegalArgumentException e) {
                throw wrong(e.getMessage());
            }
        }
        return compressed;
    }

    private static DicomException wrong(String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason,
                new Location("data set", -1, TagPath.of(Tag.PixelData)), -1, -1);
    }
}
