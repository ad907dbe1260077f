package org.bitewing.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.NoSuchElementException;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;

/**
 * Encapsulated pixel data as one value: items with their tags and lengths and the delimiter, as PS3.5 A.4 puts them in
 * a file. This is how fragments are kept where there are only bytes, such as behind a bulk data reference.
 */
public final class EncapsulatedValue {
    private static final int HEADER = 8;
    /** What a fragment takes beside its bytes, its place in a list that grows included. */
    private static final int FRAGMENT_MEMORY = 64;

    private EncapsulatedValue() {
    }

    /**
     * Fragments as one value, made while it is read.
     *
     * @param fragments the offset table and the frames
     * @return the items and the delimiter; fragments of odd length are padded with zero
     */
    public static BulkData join(Fragments fragments) {
        long length = HEADER;
        for (BulkData fragment : fragments.all()) {
            length += HEADER + even(fragment.length());
        }
        return BulkData.of(new Joined(fragments.all()), 0, length);
    }

    private static long even(long length) {
        return length + (length & 1);
    }

    /** What {@link #join} gives. */
    private record Joined(List<BulkData> fragments) implements BulkSource {
        @Override
        public String name() {
            return "encapsulated pixel data";
        }

        @Override
        public InputStream open(long offset, long length) throws IOException {
            InputStream stream = new SequenceInputStream(new Parts(fragments));
            stream.skipNBytes(offset);
            return stream;
        }
    }

    /** Headers and fragments in turn, each opened when it is reached. */
    private static final class Parts implements Enumeration<InputStream> {
        private final List<BulkData> fragments;
        private int next;

        Parts(List<BulkData> fragments) {
            this.fragments = fragments;
        }

        @Override
        public boolean hasMoreElements() {
            return next <= 2 * fragments.size();
        }

        @Override
        public InputStream nextElement() {
            if (!hasMoreElements()) {
                throw new NoSuchElementException();
            }
            int part = next++;
            if (part == 2 * fragments.size()) {
                return header(Tag.SequenceDelimitationItem, 0);
            }
            BulkData fragment = fragments.get(part / 2);
            return part % 2 == 0 ? header(Tag.Item, even(fragment.length())) : new Content(fragment);
        }

        private static InputStream header(int tag, long length) {
            byte[] header = new byte[HEADER];
            int[] halves = {tag >>> 16, tag & 0xffff, (int) length & 0xffff, (int) (length >>> 16)};
            for (int i = 0; i < halves.length; i++) {
                header[2 * i] = (byte) halves[i];
                header[2 * i + 1] = (byte) (halves[i] >> 8);
            }
            return new ByteArrayInputStream(header);
        }
    }

    /** A fragment and its padding. */
    private static final class Content extends InputStream {
        private final BulkData fragment;
        private InputStream in;
        private boolean padded;

        Content(BulkData fragment) {
            this.fragment = fragment;
            this.padded = (fragment.length() & 1) == 0;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            if (in == null) {
                in = fragment.open();
            }
            int count = in.read(target, offset, length);
            if (count < 0 && !padded && length > 0) {
                padded = true;
                target[offset] = 0;
                return 1;
            }
            return count;
        }

        @Override
        public void close() throws IOException {
            if (in != null) {
                in.close();
            }
        }
    }

    /**
     * Whether a value begins as {@link #join} makes it.
     *
     * @param value any value
     * @return true where there is the tag of an item
     * @throws IOException where the value cannot be read
     */
    public static boolean isOne(BulkData value) throws IOException {
        try (InputStream in = value.open()) {
            return tag(in.readNBytes(HEADER / 2), 0) == Tag.Item;
        }
    }

    /**
     * Takes such a value apart; the fragments are parts of it, and are not copied.
     *
     * @param tag    of the element, for the fragments and for errors
     * @param vrCode of the element
     * @param value  in little endian
     * @param limits of which the memory is what the fragments may take, beside their bytes
     * @return the fragments
     * @throws IOException    where the value cannot be read
     * @throws DicomException where it is no such value, or has too many fragments
     */
    public static Fragments split(int tag, int vrCode, BulkData value, Limits limits) throws IOException {
        List<BulkData> fragments = new ArrayList<>();
        long at = 0;
        try (InputStream in = value.open()) {
            for (byte[] header = in.readNBytes(HEADER); header.length == HEADER; header = in.readNBytes(HEADER)) {
                at += HEADER;
                if (tag(header, 0) == Tag.SequenceDelimitationItem) {
                    return new Fragments(tag, vrCode, fragments);
                }
                long length = Bytes.number(header, 4, 4);
                if (tag(header, 0) != Tag.Item || length > value.length() - at) {
                    throw wrong(tag, "encapsulated pixel data is not in items that fit it (PS3.5 A.4)");
                }
                if (fragments.size() >= limits.memory() / FRAGMENT_MEMORY) {
                    throw wrong(tag, "the fragments exceed Limits.memory " + limits.memory() + " bytes");
                }
                fragments.add(BulkData.of(value.source(), value.offset() + at, length));
                in.skipNBytes(length);
                at += length;
            }
        } catch (EOFException e) {
            throw wrong(tag, "encapsulated pixel data ends within an item (PS3.5 A.4)");
        }
        throw wrong(tag, "encapsulated pixel data has no delimiter (PS3.5 A.4)");
    }

    private static int tag(byte[] bytes, int offset) {
        return bytes.length < offset + 4 ? 0
                : (int) (Bytes.number(bytes, offset, 2) << 16 | Bytes.number(bytes, offset + 2, 2));
    }

    private static DicomException wrong(int tag, String reason) {
        return new DicomException(DicomException.Kind.VALUE, reason, new Location("data set", -1, TagPath.of(tag)), -1,
                -1);
    }
}
