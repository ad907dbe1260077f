package org.bitewing.pixel;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/**
 * The compressed frames of encapsulated pixel data (PS3.5 A.4), each of which is one fragment or several. Where frames
 * begin is told by an offset table that agrees with the fragments; without one, a single frame is all fragments, as
 * many frames as fragments are one each, and otherwise the markers of JPEG, JPEG-LS and JPEG 2000 at the ends and
 * starts of fragments tell. Immutable; frames are read when they are asked for.
 */
public final class PixelFragments {
    /** How it was found where frames begin. */
    public enum Evidence {
        /** Extended Offset Table (7FE0,0001). */
        EXTENDED_TABLE,
        /** The basic offset table. */
        BASIC_TABLE,
        /** There is one frame. */
        ONE_FRAME,
        /** There are as many fragments as frames. */
        ONE_FRAGMENT_EACH,
        /** The markers of the compressed frames. */
        MARKERS
    }

    private static final int LARGEST_FRAGMENT = 0x7ffffffe;
    private static final long LONGEST_FRAGMENT = 0xfffffffeL;

    private final List<BulkData> fragments;
    private final int[] firsts;
    private final long[] lengths;
    private final Evidence evidence;
    private final Optional<String> tableProblem;

    private PixelFragments(List<BulkData> fragments, int[] firsts, long[] lengths, Evidence evidence,
                           Optional<String> tableProblem) {
        this.fragments = fragments;
        this.firsts = firsts;
        this.lengths = lengths;
        this.evidence = evidence;
        this.tableProblem = tableProblem;
    }

    /**
     * The frames of a data set's Pixel Data (7FE0,0010), as many as Number of Frames (0028,0008) says; where that is
     * missing, as an offset table says, or one.
     *
     * @param attributes a data set, or the item of an icon
     * @return its frames
     * @throws IOException    where a fragment that stayed in its file cannot be read
     * @throws DicomException where Pixel Data is missing or not encapsulated, or it cannot be told which fragments
     *                        belong to which frame
     */
    public static PixelFragments of(Attributes attributes) throws IOException {
        Element element = attributes.element(Tag.PixelData).orElseThrow(() -> wrong("there is no pixel data"));
        if (!(element instanceof Fragments found)) {
            throw wrong("the pixel data is not encapsulated (PS3.5 A.4)");
        }
        OptionalInt frames = attributes.integer(Tag.NumberOfFrames);
        if (frames.isPresent() && frames.getAsInt() < 1) {
            throw wrong("Number of Frames is " + frames.getAsInt());
        }
        return new Search(found.all(), frames).in(attributes);
    }

    // ---- taking out ----------------------------------------------------------------------------------------------

    /**
     * How many frames there are.
     *
     * @return 1 or more
     */
    public int size() {
        return firsts.length;
    }

    /**
     * The bytes of a frame, fragments joined, as they are stored: with the padding of its last fragment, unless the
     * extended offset table tells its length.
     *
     * @param index from 0
     * @return the frame, to be read when it is asked for
     */
    public BulkData frame(int index) {
        List<BulkData> parts = fragments(index);
        long length = lengths.length == 0 ? length(parts) : lengths[index];
        if (parts.size() == 1) {
            BulkData only = parts.get(0);
            return length == only.length() ? only : BulkData.of(only.source(), only.offset(), length);
        }
        return BulkData.of(new JoinedFragments(parts), 0, length);
    }

    /**
     * The fragments of a frame.
     *
     * @param index from 0
     * @return one or more
     */
    public List<BulkData> fragments(int index) {
        Objects.checkIndex(index, firsts.length);
        int end = index + 1 < firsts.length ? firsts[index + 1] : fragments.size();
        return fragments.subList(firsts[index], end);
    }

    /**
     * How it was found where frames begin.
     *
     * @return what told
     */
    public Evidence evidence() {
        return evidence;
    }

    /**
     * What is wrong with an offset table that was not used because of it.
     *
     * @return a sentence for a person
     */
    public Optional<String> tableProblem() {
        return tableProblem;
    }

    private static long length(List<BulkData> parts) {
        long length = 0;
        for (BulkData part : parts) {
            length += part.length();
        }
        return length;
    }

    /** The way from fragments to frames. */
    private static final class Search {
        private final List<BulkData> fragments;
        private final BulkData basicTable;
        private final OptionalInt frames;
        private final long[] offsets;
        private Optional<String> problem = Optional.empty();

        Search(List<BulkData> all, OptionalInt frames) {
            if (all.size() < 2) {
                throw wrong("the pixel data has no fragment behind the basic offset table");
            }
            this.basicTable = all.get(0);
            this.fragments = all.subList(1, all.size());
            this.frames = frames;
            this.offsets = FrameOffsets.ofFragments(fragments);
        }

        PixelFragments in(Attributes attributes) throws IOException {
            Optional<BulkData> extended = attributes.bulk(Tag.ExtendedOffsetTable).filter(table -> table.length() > 0);
            if (extended.isPresent()) {
                int[] firsts = byTable(extended.get(), 8, "the extended offset table");
                long[] lengths = firsts.length == 0 ? new long[0] : lengths(attributes, firsts);
                if (lengths.length > 0) {
                    return found(firsts, lengths, Evidence.EXTENDED_TABLE);
                }
            }
            if (basicTable.length() > 0) {
                int[] firsts = byTable(basicTable, 4, "the basic offset table");
                if (firsts.length > 0) {
                    return found(firsts, new long[0], Evidence.BASIC_TABLE);
                }
            }
            return withoutTable(frames.orElse(1));
        }

        private int[] byTable(BulkData table, int size, String name) throws IOException {
            // A frame is at least one fragment, so that a larger table is wrong, and need not be read.
            long count = table.length() / size;
            if (count > fragments.size() || frames.isPresent() && count != frames.getAsInt()) {
                problem = Optional.of(name + " has " + count + " entries for "
                        + (frames.isPresent() ? frames.getAsInt() + " frames" : fragments.size() + " fragments"));
                return new int[0];
            }
            int[] firsts = FrameOffsets.firstFragments(FrameOffsets.read(table, size), offsets);
            if (firsts.length == 0) {
                problem = Optional.of(name + " does not agree with the fragments");
            }
            return firsts;
        }

        /** PS3.3 C.7.6.3.1.8: the length of each frame before the padding of its only fragment. */
        private long[] lengths(Attributes attributes, int[] firsts) throws IOException {
            Optional<BulkData> table = attributes.bulk(Tag.ExtendedOffsetTableLengths);
            boolean right = table.isPresent() && table.get().length() == 8L * firsts.length
                    && firsts.length == fragments.size();
            long[] lengths = right ? FrameOffsets.read(table.get(), 8) : new long[0];
            for (int i = 0; right && i < lengths.length; i++) {
                long stored = fragments.get(i).length();
                right = lengths[i] == stored || lengths[i] == stored - 1 && lengths[i] > 0;
            }
            if (!right) {
                problem = Optional.of("the extended offset table lengths do not agree with the fragments");
                return new long[0];
            }
            return lengths;
        }

        private PixelFragments withoutTable(int count) throws IOException {
            if (count == 1) {
                return found(new int[] {0}, new long[0], Evidence.ONE_FRAME);
            }
            if (count == fragments.size()) {
                int[] firsts = new int[count];
                for (int i = 0; i < count; i++) {
                    firsts[i] = i;
                }
                return found(firsts, new long[0], Evidence.ONE_FRAGMENT_EACH);
            }
            if (count < fragments.size()) {
                int[] firsts = FrameScan.of(fragments).firstFragments(count);
                if (firsts.length > 0) {
                    return found(firsts, new long[0], Evidence.MARKERS);
                }
            }
            throw wrong("it cannot be told which of " + fragments.size() + " fragments belong to which of " + count
                    + " frames" + problem.map(text -> "; " + text).orElse(""));
        }

        private PixelFragments found(int[] firsts, long[] lengths, Evidence evidence) {
            return new PixelFragments(fragments, firsts, lengths, evidence, problem);
        }
    }

    private static DicomException wrong(String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason,
                new Location("data set", -1, TagPath.of(Tag.PixelData)), -1, -1);
    }

    // ---- putting in ----------------------------------------------------------------------------------------------

    /**
     * Makes compressed frames the Pixel Data (7FE0,0010) of a data set, each frame one fragment. Extended Offset Table
     * and its lengths are set or removed as the table wants it, Number of Frames (0028,0008) is set where there are
     * several. What else tells of the compression, such as the transfer syntax and Photometric Interpretation
     * (0028,0004), is for the caller to set.
     *
     * @param builder the data set to be
     * @param frames  one or more, each of 1 byte to 4 GiB less two
     * @param tables  which table to make
     * @throws IllegalArgumentException where a frame is too large, or all are for a basic table
     */
    public static void set(DataSetBuilder builder, List<BulkData> frames, OffsetTables tables) {
        set(builder, frames, tables, LONGEST_FRAGMENT);
    }

    /**
     * Makes compressed frames the Pixel Data of a data set, each frame as many fragments as it needs.
     *
     * @param builder  the data set to be
     * @param frames   one or more, none of them empty
     * @param tables   which table to make; the extended one wants each frame in one fragment
     * @param fragment the most bytes of a fragment, an even number up to 4 GiB less two
     * @throws IllegalArgumentException where a frame is too large for the extended table, or all are for a basic one
     * @see #set(DataSetBuilder, List, OffsetTables)
     */
    public static void set(DataSetBuilder builder, List<BulkData> frames, OffsetTables tables, long fragment) {
        if (fragment < 2 || fragment > LONGEST_FRAGMENT || (fragment & 1) != 0) {
            throw new IllegalArgumentException("a fragment has an even length up to 4 GiB less two (PS3.5 A.4)");
        }
        List<BulkData> all = new ArrayList<>();
        int[] firsts = new int[frames.size()];
        long[] lengths = new long[frames.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = all.size();
            lengths[i] = frames.get(i).length();
            split(frames.get(i), fragment, all);
        }
        if (firsts.length == 0) {
            throw new IllegalArgumentException("pixel data has at least one frame");
        }
        long[] fragmentOffsets = FrameOffsets.ofFragments(all);
        long[] offsets = new long[firsts.length];
        for (int i = 0; i < offsets.length; i++) {
            offsets[i] = fragmentOffsets[firsts[i]];
        }
        boolean extended = tables == OffsetTables.EXTENDED;
        if (extended && all.size() != firsts.length) {
            throw new IllegalArgumentException(
                    "the extended offset table wants each frame in one fragment (PS3.3 C.7.6.3.1.8)");
        }
        all.add(0, BulkData.of(tables == OffsetTables.BASIC ? basicTable(offsets) : new byte[0]));
        set(builder, Tag.ExtendedOffsetTable, extended, offsets);
        set(builder, Tag.ExtendedOffsetTableLengths, extended, lengths);
        builder.set(new Fragments(Tag.PixelData, VR.OB.code(), all));
        if (firsts.length > 1) {
            builder.set(Tag.NumberOfFrames, firsts.length);
        }
    }

    private static void split(BulkData frame, long most, List<BulkData> all) {
        if (frame.length() == 0) {
            throw new IllegalArgumentException("a frame is not empty");
        }
        if (frame.length() <= most) {
            all.add(frame);
            return;
        }
        if (frame.length() / most > LARGEST_FRAGMENT - all.size()) {
            throw new IllegalArgumentException("a frame has too many fragments of " + most + " bytes");
        }
        for (long from = 0; from < frame.length(); from += most) {
            long length = Math.min(most, frame.length() - from);
            all.add(BulkData.of(frame.source(), frame.offset() + from, length));
        }
    }

    private static byte[] basicTable(long[] offsets) {
        if (offsets[offsets.length - 1] > 0xffffffffL) {
            throw new IllegalArgumentException("the basic offset table ends at 4 GiB; make an extended one");
        }
        return FrameOffsets.write(offsets, 4);
    }

    private static void set(DataSetBuilder builder, int tag, boolean isSet, long[] numbers) {
        if (isSet) {
            builder.set(Value.of(tag, VR.OV, FrameOffsets.write(numbers, 8)));
        } else {
            builder.remove(tag);
        }
    }
}
