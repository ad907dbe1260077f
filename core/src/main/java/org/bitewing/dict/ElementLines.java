package org.bitewing.dict;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Finds lines of the {@link ElementTable} by binary search in their bytes: nothing is parsed but what is asked for,
 * so that the first hundred lookups of a fresh Java machine take about a millisecond. A line is named by its
 * position: the chunk in the high 16 bits, the offset in the low ones.
 */
final class ElementLines {
    /** The position of an element that is not there. */
    static final int NONE = -1;

    private static final int TAG_DIGITS = 8;
    /** Filled as asked. Threads may race to fill a slot: they put equal chunks, whose final field shows its bytes. */
    private static final Chunk[] CHUNKS = new Chunk[ElementTable.FIRST_TAGS.length];

    private static final class Chunk {
        final byte[] bytes;

        Chunk(String text) {
            this.bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        }
    }

    /** The order of the keywords; a class of its own, as few programs ask for a tag by keyword. */
    private static final class KeywordOrder {
        static final Chunk TAGS = new Chunk(ElementTable.keywordOrder());
    }

    private ElementLines() {
    }

    /** The line of an element, repeating ones included (PS3.5 7.6), or {@link #NONE}. */
    static int find(int tag) {
        int position = findExactly(tag);
        if (position == NONE) {
            int first = firstOfRepeating(tag);
            position = first == tag ? NONE : findExactly(first);
        }
        return position;
    }

    /** The line of a keyword, or {@link #NONE}. */
    static int find(String keyword) {
        byte[] tags = KeywordOrder.TAGS.bytes;
        int low = 0;
        int high = tags.length / TAG_DIGITS;
        while (low < high) {
            int middle = (low + high) >>> 1;
            int position = findExactly(tagAt(tags, middle * TAG_DIGITS));
            int order = compareKeyword(position, keyword);
            if (order == 0) {
                return position;
            }
            if (order < 0) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return NONE;
    }

    /** The tag that stands in the table for a repeating element, such as (6000,3000) for (6002,3000). */
    static int firstOfRepeating(int tag) {
        int family = family(tag);
        return family == NONE ? tag
                : tag & ~ElementTable.REPEATING[family + 2] | ElementTable.REPEATING[family + 3];
    }

    /** The bits of a tag that repeat, such as 00ff0000 for (6000,3000); 0 where none does. */
    static int repeatingDigits(int tag) {
        int family = family(tag);
        return family == NONE ? 0 : ElementTable.REPEATING[family + 2];
    }

    /** The family of repeating elements that a tag is of: none in odd groups (PS3.5 7.6), nor of group lengths. */
    private static int family(int tag) {
        boolean mayRepeat = (tag & 0x10000) == 0 && (tag & 0xffff) != 0;
        int[] families = ElementTable.REPEATING;
        for (int i = 0; mayRepeat && i < families.length; i += 4) {
            if ((tag & families[i]) == families[i + 1]) {
                return i;
            }
        }
        return NONE;
    }

    /** The tag in a line. */
    static int tag(int position) {
        return tagAt(bytes(position >>> 16), position & 0xffff);
    }

    /** The VRs of a line; none where the table says {@code NONE}. */
    static List<VR> vrs(int position) {
        byte[] bytes = bytes(position >>> 16);
        int at = (position & 0xffff) + TAG_DIGITS;
        if (bytes[at + 2] == 'N') {
            return List.of();
        }
        List<VR> vrs = new ArrayList<>();
        vrs.add(vrAt(bytes, at));
        for (; bytes[at + 2] == '/'; at += 3) {
            vrs.add(vrAt(bytes, at + 3));
        }
        return List.copyOf(vrs);
    }

    /** Whether a line is of a retired element. */
    static boolean isRetired(int position) {
        return bytes(position >>> 16)[keywordStart(position) - 1] == '-';
    }

    /** The keyword of a line; empty for the few retired elements without one. */
    static String keyword(int position) {
        byte[] bytes = bytes(position >>> 16);
        int start = keywordStart(position);
        int end = start;
        while (bytes[end] != '\n') {
            end++;
        }
        return new String(bytes, start, end - start, StandardCharsets.ISO_8859_1);
    }

    private static int compareKeyword(int position, String keyword) {
        byte[] bytes = bytes(position >>> 16);
        int at = keywordStart(position);
        for (int i = 0; i < keyword.length(); i++, at++) {
            int order = bytes[at] - keyword.charAt(i);
            if (order != 0) {
                return order;
            }
        }
        return bytes[at] == '\n' ? 0 : 1;
    }

    private static int keywordStart(int position) {
        byte[] bytes = bytes(position >>> 16);
        int at = (position & 0xffff) + TAG_DIGITS;
        while (bytes[at] != ' ' && bytes[at] != '-') {
            at++;
        }
        return at + 1;
    }

    private static int findExactly(int tag) {
        int chunk = chunkOf(tag);
        byte[] bytes = bytes(chunk);
        int low = 0;
        int high = bytes.length;
        while (low < high) {
            int line = (low + high) >>> 1;
            while (line > low && bytes[line - 1] != '\n') {
                line--;
            }
            int found = tagAt(bytes, line);
            if (found == tag) {
                return chunk << 16 | line;
            }
            if (Integer.compareUnsigned(found, tag) > 0) {
                high = line;
            } else {
                low = line + TAG_DIGITS;
                while (bytes[low++] != '\n') {
                    continue;
                }
            }
        }
        return NONE;
    }

    private static int chunkOf(int tag) {
        int[] first = ElementTable.FIRST_TAGS;
        int low = 0;
        int high = first.length;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (Integer.compareUnsigned(first[middle], tag) <= 0) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static byte[] bytes(int chunk) {
        Chunk loaded = CHUNKS[chunk];
        if (loaded == null) {
            loaded = new Chunk(ElementTable.chunk(chunk));
            CHUNKS[chunk] = loaded;
        }
        return loaded.bytes;
    }

    private static VR vrAt(byte[] bytes, int at) {
        return VR.of(bytes[at] << 8 | bytes[at + 1]);
    }

    private static int tagAt(byte[] bytes, int at) {
        int tag = 0;
        for (int i = at; i < at + TAG_DIGITS; i++) {
            int digit = bytes[i];
            tag = tag << 4 | (digit <= '9' ? digit - '0' : digit - 'A' + 10);
        }
        return tag;
    }
}
