package org.bitewing.pixel;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.bitewing.data.BulkData;

/**
 * Where frames begin when no table tells: by the markers at the starts and ends of fragments. JPEG (ISO/IEC 10918-1
 * B.1.1.3), JPEG-LS (ISO/IEC 14495-1 C.1.1) and JPEG 2000 (ISO/IEC 15444-1 A.2) all end with the marker FFD9, which
 * cannot occur in coded data, and begin with FFD8 or FF4F.
 */
final class FrameScan {
    private static final int START_OF_IMAGE = 0xffd8;
    private static final int START_OF_CODESTREAM = 0xff4f;
    private static final int END = 0xffd9;
    /** Trailing bytes looked at: the marker and what some writers pad with, beyond the one byte that is needed. */
    private static final int TAIL = 8;

    private final boolean[] starts;
    private final boolean[] ends;

    private FrameScan(int count) {
        starts = new boolean[count];
        ends = new boolean[count];
    }

    /** Looks at the first and last bytes of each fragment. */
    static FrameScan of(List<BulkData> fragments) throws IOException {
        FrameScan scan = new FrameScan(fragments.size());
        for (int i = 0; i < fragments.size(); i++) {
            scan.starts[i] = isStart(part(fragments.get(i), 0, 2));
            long tail = Math.min(TAIL, fragments.get(i).length());
            scan.ends[i] = isEnd(part(fragments.get(i), fragments.get(i).length() - tail, (int) tail));
        }
        return scan;
    }

    /**
     * The index of each frame's first fragment: behind each fragment that ends a frame where those are so many,
     * otherwise at each one that begins one.
     *
     * @return empty where neither gives the number of frames
     */
    int[] firstFragments(int frames) {
        int[] behindEnds = indices(frames, true);
        return behindEnds.length == frames ? behindEnds : indices(frames, false);
    }

    private int[] indices(int frames, boolean byEnds) {
        int[] first = new int[frames];
        int count = 0;
        for (int i = 0; i < starts.length; i++) {
            boolean isFirst = byEnds ? i == 0 || ends[i - 1] && hasMore(i) : starts[i];
            if (isFirst) {
                if (count == frames || count == 0 && i > 0) {
                    return new int[0];
                }
                first[count++] = i;
            }
        }
        boolean complete = count == frames && (!byEnds || endsAtLast());
        return complete ? first : new int[0];
    }

    /** Whether another frame ends from here on; what does not is left over from the one before. */
    private boolean hasMore(int from) {
        for (int i = from; i < ends.length; i++) {
            if (ends[i]) {
                return true;
            }
        }
        return false;
    }

    private boolean endsAtLast() {
        return hasMore(0);
    }

    private static boolean isStart(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        int marker = (head[0] & 0xff) << 8 | head[1] & 0xff;
        return marker == START_OF_IMAGE || marker == START_OF_CODESTREAM;
    }

    private static boolean isEnd(byte[] tail) {
        int last = tail.length - 1;
        while (last > 0 && tail[last] == 0) {
            last--;
        }
        return last > 0 && ((tail[last - 1] & 0xff) << 8 | tail[last] & 0xff) == END;
    }

    private static byte[] part(BulkData fragment, long from, int count) throws IOException {
        int there = (int) Math.min(count, fragment.length() - from);
        BulkData part = BulkData.of(fragment.source(), fragment.offset() + from, there);
        try (InputStream stream = part.open()) {
            byte[] bytes = stream.readNBytes(there);
            if (bytes.length < there) {
                throw new EOFException(fragment.source().name() + " ends within a fragment");
            }
            return bytes;
        }
    }
}
