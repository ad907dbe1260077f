package org.bitewing.tools.pixels;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.IntStream;
import org.bitewing.Limits;
import org.bitewing.codec.image.FrameRenderer;
import org.bitewing.codec.image.Geometry;
import org.bitewing.codec.image.Picture;
import org.bitewing.codec.image.RenderOptions;
import org.bitewing.codec.transcode.EmbeddedOverlays;
import org.bitewing.codec.transcode.FunctionalGroups;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkSource;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.pixel.Frames;

/**
 * The frames of an image as they are shown, as the native pixels of another image: gray ones through a window, colours
 * as red, green and blue or as gray. A frame is rendered when it is read.
 */
record RenderedPixels(DataSet set, Frames frames, RenderOptions options, boolean gray) implements BulkSource {
    private static final int[] GONE = {Tag.SmallestImagePixelValue, Tag.LargestImagePixelValue, Tag.PixelPaddingValue,
        Tag.PixelPaddingRangeLimit, Tag.SmallestPixelValueInSeries, Tag.LargestPixelValueInSeries,
        Tag.RedPaletteColorLookupTableDescriptor, Tag.GreenPaletteColorLookupTableDescriptor,
        Tag.BluePaletteColorLookupTableDescriptor, Tag.RedPaletteColorLookupTableData,
        Tag.GreenPaletteColorLookupTableData, Tag.BluePaletteColorLookupTableData,
        Tag.SegmentedRedPaletteColorLookupTableData, Tag.SegmentedGreenPaletteColorLookupTableData,
        Tag.SegmentedBluePaletteColorLookupTableData, Tag.PaletteColorLookupTableUID, Tag.ModalityLUTSequence,
        Tag.VOILUTSequence, Tag.WindowCenter, Tag.WindowWidth, Tag.WindowCenterWidthExplanation, Tag.VOILUTFunction,
        Tag.PresentationLUTSequence, Tag.RealWorldValueMappingSequence, Tag.ExtendedOffsetTable,
        Tag.ExtendedOffsetTableLengths};
    private static final int[] GONE_GROUPS = {Tag.FrameVOILUTSequence, Tag.RealWorldValueMappingSequence,
        Tag.PixelIntensityRelationshipLUTSequence};

    /**
     * The data set of the image as it is shown.
     *
     * @param set     the data set of the image
     * @param frames  its frames
     * @param options how they are rendered, overlays left to the data set
     * @param gray    whether colours become gray
     */
    static DataSet of(DataSet set, Frames frames, RenderOptions options, boolean gray) throws IOException {
        FrameRenderer renderer = FrameRenderer.of(set, frames, Limits.defaults());
        RenderOptions common = renderer.withCommonWindow(options, IntStream.range(0, frames.size()).boxed().toList());
        RenderedPixels pixels = new RenderedPixels(set, frames, common, gray);
        // What cannot be rendered should show now.
        renderer.render(0, common);
        DataSetBuilder builder = describe(set, pixels);
        long length = (long) pixels.frameLength() * frames.size();
        EmbeddedOverlays.separate(set, frames, builder);
        builder.set(new BulkValue(Tag.PixelData, VR.OW.code(), BulkData.of(pixels, 0, length)));
        return builder.build();
    }

    private static DataSetBuilder describe(DataSet set, RenderedPixels pixels) {
        DataSetBuilder builder = set.toBuilder();
        int bits = pixels.options.bits();
        builder.set(Tag.SamplesPerPixel, pixels.channels())
                .set(Tag.PhotometricInterpretation, pixels.channels() == 1 ? "MONOCHROME2" : "RGB")
                .set(Tag.BitsAllocated, bits <= 8 ? 8 : 16).set(Tag.BitsStored, bits).set(Tag.HighBit, bits - 1)
                .set(Tag.PixelRepresentation, 0);
        if (pixels.channels() == 1) {
            builder.remove(Tag.PlanarConfiguration);
        } else {
            builder.set(Tag.PlanarConfiguration, 0);
        }
        for (int tag : GONE) {
            builder.remove(tag);
        }
        FunctionalGroups.change(set, builder, RenderedPixels::describeGroups);
        // The numbers are what is shown, and nothing is left to be done with them.
        if (set.contains(Tag.RescaleSlope) || set.contains(Tag.ModalityLUTSequence)) {
            builder.set(Tag.RescaleIntercept, 0).set(Tag.RescaleSlope, 1).set(Tag.RescaleType, "US");
        }
        if (set.contains(Tag.PresentationLUTSequence) || set.contains(Tag.PresentationLUTShape)) {
            builder.set(Tag.PresentationLUTShape, "IDENTITY");
        }
        if (set.contains(Tag.PixelIntensityRelationship)) {
            builder.set(Tag.PixelIntensityRelationship, "DISP");
        }
        return builder;
    }

    private static void describeGroups(Attributes groups, DataSetBuilder changed) {
        for (int tag : GONE_GROUPS) {
            changed.remove(tag);
        }
        if (!groups.items(Tag.PixelValueTransformationSequence).isEmpty()) {
            changed.set(Tag.PixelValueTransformationSequence, DataSet.builder().set(Tag.RescaleIntercept, 0)
                    .set(Tag.RescaleSlope, 1).set(Tag.RescaleType, "US"));
        }
    }

    private int channels() {
        return gray || frames.decodedLayout().photometric().isMonochrome() ? 1 : 3;
    }

    private int frameLength() {
        return Math.multiplyExact(frames.decodedLayout().pixels(), channels() * (options.bits() > 8 ? 2 : 1));
    }

    @Override
    public String name() {
        return "rendered pixel data";
    }

    @Override
    public InputStream open(long offset, long length) throws IOException {
        InputStream stream = new Stream(FrameRenderer.of(set, frames, Limits.defaults()), offset / frameLength(),
                length + offset % frameLength());
        stream.skipNBytes(offset % frameLength());
        return stream;
    }

    private byte[] frame(FrameRenderer renderer, int index) throws IOException {
        Picture picture = renderer.render(index, options);
        short[] values = (gray && picture.channels() == 3 ? Geometry.gray(picture) : picture).values();
        if (options.bits() <= 8) {
            byte[] bytes = new byte[values.length];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) values[i];
            }
            return bytes;
        }
        byte[] bytes = new byte[2 * values.length];
        for (int i = 0; i < values.length; i++) {
            bytes[2 * i] = (byte) values[i];
            bytes[2 * i + 1] = (byte) (values[i] >> 8);
        }
        return bytes;
    }

    /** One frame after the other. */
    private final class Stream extends InputStream {
        private final FrameRenderer renderer;
        private ByteArrayInputStream current = new ByteArrayInputStream(new byte[0]);
        private int next;
        private long left;

        Stream(FrameRenderer renderer, long first, long length) {
            this.renderer = renderer;
            this.next = (int) first;
            this.left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] bytes, int offset, int count) throws IOException {
            if (left == 0 || count == 0) {
                return count == 0 ? 0 : -1;
            }
            if (current.available() == 0 && next < frames.size()) {
                current = new ByteArrayInputStream(frame(renderer, next++));
            }
            int given = current.read(bytes, offset, (int) Math.min(count, left));
            left -= Math.max(0, given);
            return given;
        }
    }
}
