package org.bitewing.pixel;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.UID;

/**
 * The frames of an image by index, native or compressed, each read from the file when it is asked for and without the
 * others. Immutable and safe for threads: every thread takes a {@link #reader()} of its own, and {@link #forEach} does
 * so for you.
 */
public final class Frames {
    /** Implicit VR little endian with pixel data in big endian, private to GE. */
    private static final String GE_BIG_ENDIAN_PIXELS = "1.2.840.113619.5.2";

    private final ImageLayout layout;
    private final ImageLayout decodedLayout;
    private final FrameSource source;

    /** Where a reader's frames come from. */
    interface FrameSource {
        FrameReader reader(ImageLayout layout, ImageLayout decodedLayout);
    }

    /** What is done with each frame. */
    @FunctionalInterface
    public interface FrameAction {
        /**
         * Does it.
         *
         * @param index  of the frame, from 0
         * @param reader reads it, or others
         * @throws IOException where it cannot be done
         */
        void accept(int index, FrameReader reader) throws IOException;
    }

    private Frames(ImageLayout layout, ImageLayout decodedLayout, FrameSource source) {
        this.layout = layout;
        this.decodedLayout = decodedLayout;
        this.source = source;
    }

    /**
     * The frames of a file, with the installed codecs and default limits.
     *
     * @param dataSet with its Transfer Syntax UID (0002,0010), as it was read
     * @return its frames
     * @throws IOException    where a table of offsets that stayed in the file cannot be read
     * @throws DicomException where there are no pixels, what describes them is wrong or beyond the limits, or no codec
     *                        knows the transfer syntax
     */
    public static Frames of(DataSet dataSet) throws IOException {
        return of(dataSet, dataSet.uid(Tag.TransferSyntaxUID).orElse(UID.ExplicitVRLittleEndian), Limits.defaults());
    }

    /**
     * The frames of a data set, with the installed codecs.
     *
     * @param attributes     a data set, or the item of an icon
     * @param transferSyntax the Transfer Syntax UID of the data set
     * @param limits         what a frame may cost
     * @return its frames
     * @throws IOException    where a table of offsets that stayed in the file cannot be read
     * @throws DicomException see {@link #of(DataSet)}
     */
    public static Frames of(Attributes attributes, String transferSyntax, Limits limits) throws IOException {
        boolean compressed = attributes.element(Tag.PixelData).orElse(null) instanceof Fragments;
        return of(attributes, transferSyntax, compressed ? FrameCodecs.installed() : FrameCodecs.of(), limits);
    }

    /**
     * The frames of a data set.
     *
     * @param attributes     a data set, or the item of an icon
     * @param transferSyntax the Transfer Syntax UID of the data set
     * @param codecs         that decode compressed frames
     * @param limits         what a frame may cost
     * @return its frames
     * @throws IOException    where a table of offsets that stayed in the file cannot be read
     * @throws DicomException see {@link #of(DataSet)}
     */
    public static Frames of(Attributes attributes, String transferSyntax, FrameCodecs codecs, Limits limits)
            throws IOException {
        Element element = attributes.element(Tag.PixelData).orElseThrow(() -> wrong("there is no pixel data"));
        ImageLayout layout = ImageLayout.of(attributes, limits);
        if (element instanceof Fragments) {
            FrameCodec codec = codecs.find(transferSyntax).orElseThrow(() ->
                    wrong("no codec knows the transfer syntax of the compressed pixel data"));
            return compressed(PixelFragments.of(attributes), layout, codec, transferSyntax, limits);
        }
        BulkData data = attributes.bulk(Tag.PixelData).orElseThrow();
        boolean swapped = transferSyntax.equals(GE_BIG_ENDIAN_PIXELS) && layout.bitsAllocated() == 16;
        return uncompressed(swapped ? data.bigEndian(2) : data, layout);
    }

    /**
     * Compressed frames, with a codec of one's own choice.
     *
     * @param fragments      the frames
     * @param layout         what the data set says of them; their number is that of the fragments
     * @param codec          decodes them
     * @param transferSyntax that the codec knows
     * @param limits         what a frame may cost
     * @return the frames
     */
    public static Frames compressed(PixelFragments fragments, ImageLayout layout, FrameCodec codec,
                                    String transferSyntax, Limits limits) {
        ImageLayout all = withFrames(layout, fragments.size());
        ImageLayout decoded = codec.decoder(transferSyntax, limits).decodedLayout(all);
        return new Frames(all, decoded, (from, to) ->
                new CompressedFrameReader(fragments, codec.decoder(transferSyntax, limits), from, to));
    }

    private static Frames uncompressed(BulkData data, ImageLayout told) {
        ImageLayout layout = told;
        if (told.isSubsampled()) {
            // Writers that decoded such images left the name and stored all samples.
            ImageLayout full = told.withPhotometric(told.photometric() == PhotometricInterpretation.YBR_FULL_422
                    ? PhotometricInterpretation.YBR_FULL : PhotometricInterpretation.YBR_PARTIAL_420);
            layout = data.length() >= full.length() ? full : told;
        }
        return new Frames(layout, layout, (from, to) -> new NativeFrameReader(data, to));
    }

    private static ImageLayout withFrames(ImageLayout layout, int frames) {
        return new ImageLayout(layout.rows(), layout.columns(), layout.samplesPerPixel(), layout.photometric(),
                layout.bitsAllocated(), layout.bitsStored(), layout.highBit(), layout.signed(), layout.byPlane(),
                frames);
    }

    static DicomException wrong(String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason,
                new Location("data set", -1, TagPath.of(Tag.PixelData)), -1, -1);
    }

    /**
     * What the data set says of its frames.
     *
     * @return the layout as stored
     */
    public ImageLayout layout() {
        return layout;
    }

    /**
     * What the frames that readers give are like.
     *
     * @return the same as {@link #layout()} but for what decoding changes
     */
    public ImageLayout decodedLayout() {
        return decodedLayout;
    }

    /**
     * How many frames there are.
     *
     * @return 1 or more
     */
    public int size() {
        return layout.frames();
    }

    /**
     * A reader with an empty workspace.
     *
     * @return a new reader, for one thread
     */
    public FrameReader reader() {
        return source.reader(layout, decodedLayout);
    }

    /**
     * Does something with every frame, by several threads at once, each with a reader of its own. The first failure
     * ends it, once what has begun is done.
     *
     * @param threads 1 or more
     * @param action  called once for each frame, in no particular order; safe for threads
     * @throws IOException    where the action or reading failed so
     * @throws DicomException where a frame is bad
     */
    public void forEach(int threads, FrameAction action) throws IOException {
        if (threads < 1) {
            throw new IllegalArgumentException("threads are 1 or more, not " + threads);
        }
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Throwable> failure = new AtomicReference<>();
        Runnable work = () -> {
            try {
                FrameReader reader = reader();
                for (int i = next.getAndIncrement(); i >= 0 && i < size() && failure.get() == null;
                     i = next.getAndIncrement()) {
                    action.accept(i, reader);
                }
            } catch (IOException | RuntimeException | Error e) {
                failure.compareAndSet(null, e);
            }
        };
        Thread[] others = new Thread[Math.min(threads, size()) - 1];
        for (int i = 0; i < others.length; i++) {
            others[i] = new Thread(work, "frames-" + (i + 1));
            others[i].setDaemon(true);
            others[i].start();
        }
        work.run();
        join(others);
        rethrow(failure.get());
    }

    private static void join(Thread[] threads) {
        boolean interrupted = false;
        for (int i = 0; i < threads.length; ) {
            try {
                threads[i].join();
                i++;
            } catch (InterruptedException e) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static void rethrow(Throwable failure) throws IOException {
        if (failure instanceof IOException io) {
            throw io;
        }
        if (failure instanceof RuntimeException bad) {
            throw bad;
        }
        if (failure instanceof Error error) {
            throw error;
        }
    }
}
