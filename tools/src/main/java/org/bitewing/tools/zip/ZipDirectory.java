package org.bitewing.tools.zip;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.zip.ZipException;
import org.bitewing.Limits;

/**
 * The central directory of a zip file (APPNOTE 4.3), read forwards with a small buffer. {@link java.util.zip.ZipFile}
 * refuses a whole archive for one encrypted entry, and does not tell where an entry lies.
 */
public final class ZipDirectory {
    static final int STORED = 0;
    static final int DEFLATED = 8;
    private static final int END = 0x06054b50;
    private static final int END_LENGTH = 22;
    private static final int LONGEST_COMMENT = 0xffff;
    private static final int LOCATOR_64 = 0x07064b50;
    private static final int LOCATOR_64_LENGTH = 20;
    private static final int END_64 = 0x06064b50;
    private static final int END_64_LENGTH = 56;
    private static final int HEADER = 0x02014b50;
    private static final int HEADER_LENGTH = 46;
    private static final int EXTRA_64 = 1;
    private static final long IN_EXTRA = 0xffffffffL;
    /** Larger than the largest entry: three lengths of 16 bits, and the header. */
    private static final int BUFFER = 1 << 18;

    private final ZipArchive archive;
    private final ByteBuffer window = ByteBuffer.allocate(BUFFER).order(ByteOrder.LITTLE_ENDIAN).limit(0);
    private long position;
    private long end;
    /** What has to be added to the offsets that are stored: the length of what stands before the archive. */
    private long base;

    /**
     * An entry as the directory tells it; nothing of it is true because it is said here.
     *
     * @param name       any text
     * @param flags      general purpose bits (APPNOTE 4.4.4)
     * @param method     {@link #STORED}, {@link #DEFLATED}, or one that is not read here
     * @param compressed bytes in the archive
     * @param size       bytes when inflated
     * @param header     where the local header is
     */
    public record Entry(String name, int flags, int method, long compressed, long size, long header) {
        /**
         * Whether it is none but the name of a folder.
         *
         * @return true for a folder
         */
        public boolean isFolder() {
            return name.endsWith("/");
        }

        /** Of either kind: traditional, or strong (APPNOTE 4.4.4, bits 0 and 6; method 99 is AES). */
        boolean isEncrypted() {
            return (flags & 0x41) != 0 || method == 99;
        }

        /**
         * Why it is not to be read.
         *
         * @return a sentence for people; empty where it may be
         */
        public Optional<String> trouble() {
            Limits limits = Limits.defaults();
            if (isEncrypted()) {
                return Optional.of("encrypted entry: it is not read; decrypt the zip file first");
            }
            if (method != STORED && method != DEFLATED) {
                return Optional.of("compressed by method " + method + ", which is not read here; make the zip file with"
                        + " deflate");
            }
            if (name.regionMatches(true, Math.max(0, name.length() - 4), ".zip", 0, 4)) {
                return Optional.of("a zip file within the zip file: it is not opened; take it out first");
            }
            if (size > limits.inflateAllowance() && size / limits.inflateRatio() > Math.max(1, compressed)) {
                return Optional.of("the entry grows beyond Limits.inflateRatio " + limits.inflateRatio());
            }
            return Optional.empty();
        }
    }

    private ZipDirectory(ZipArchive archive) {
        this.archive = archive;
    }

    /**
     * Before the first entry.
     *
     * @param archive is open
     * @return its directory
     * @throws IOException where it has none
     */
    public static ZipDirectory of(ZipArchive archive) throws IOException {
        ZipDirectory directory = new ZipDirectory(archive);
        directory.find();
        return directory;
    }

    private void find() throws IOException {
        long length = archive.length();
        int tail = (int) Math.min(length, END_LENGTH + LONGEST_COMMENT);
        ByteBuffer bytes = archive.read(length - tail, tail);
        for (int at = tail - END_LENGTH; at >= 0; at--) {
            // The comment goes on to the end of the file.
            if (bytes.getInt(at) == END && (bytes.getShort(at + 20) & 0xffff) == tail - at - END_LENGTH) {
                found(bytes, at, length - tail + at);
                return;
            }
        }
        throw new ZipException("the end of the zip file's directory is missing; the file may be incomplete");
    }

    private void found(ByteBuffer bytes, int at, long endPosition) throws IOException {
        long size = bytes.getInt(at + 12) & IN_EXTRA;
        long offset = bytes.getInt(at + 16) & IN_EXTRA;
        end = endPosition;
        if (size == IN_EXTRA || offset == IN_EXTRA || bytes.getShort(at + 10) == -1) {
            long end64 = end64(endPosition);
            if (end64 >= 0) {
                ByteBuffer record = archive.read(end64, END_64_LENGTH);
                size = record.getLong(40);
                offset = record.getLong(48);
                end = end64;
            }
        }
        position = end - size;
        base = position - offset;
        if (size < 0 || offset < 0 || position < 0 || base < 0) {
            throw new ZipException("the zip file's directory is not where its end says; the file may be incomplete");
        }
    }

    /** Where the end record of 64 bits is, or -1 where there is none (APPNOTE 4.3.14 and 4.3.15). */
    private long end64(long endPosition) throws IOException {
        if (endPosition < LOCATOR_64_LENGTH + END_64_LENGTH) {
            return -1;
        }
        ByteBuffer locator = archive.read(endPosition - LOCATOR_64_LENGTH, LOCATOR_64_LENGTH);
        if (locator.getInt(0) != LOCATOR_64) {
            return -1;
        }
        long[] candidates = {locator.getLong(8), endPosition - LOCATOR_64_LENGTH - END_64_LENGTH};
        for (long candidate : candidates) {
            if (candidate >= 0 && candidate <= endPosition - LOCATOR_64_LENGTH - END_64_LENGTH
                    && archive.read(candidate, 4).getInt(0) == END_64) {
                return candidate;
            }
        }
        return -1;
    }

    /**
     * Whether there is another entry.
     *
     * @return false after the last one
     */
    public boolean hasNext() {
        return position < end;
    }

    /**
     * Reads the next entry.
     *
     * @return what is said of it
     * @throws IOException where the directory is damaged; there is no next one then
     */
    public Entry next() throws IOException {
        need(HEADER_LENGTH);
        int at = window.position();
        if (window.getInt(at) != HEADER) {
            throw new ZipException("the zip file's directory is damaged at offset " + position);
        }
        int nameLength = window.getShort(at + 28) & 0xffff;
        int extraLength = window.getShort(at + 30) & 0xffff;
        int length = HEADER_LENGTH + nameLength + extraLength + (window.getShort(at + 32) & 0xffff);
        need(length);
        at = window.position();
        int flags = window.getShort(at + 8) & 0xffff;
        long[] sizes = {window.getInt(at + 24) & IN_EXTRA, window.getInt(at + 20) & IN_EXTRA,
            window.getInt(at + 42) & IN_EXTRA};
        extend(sizes, at + HEADER_LENGTH + nameLength, extraLength);
        String name = name(at + HEADER_LENGTH, nameLength, (flags & 0x800) != 0);
        Entry entry = new Entry(name, flags, window.getShort(at + 10) & 0xffff, sizes[1], sizes[0], base + sizes[2]);
        window.position(at + length);
        position += length;
        return entry;
    }

    /** Takes from the extra field of 64 bits what did not fit in 32, in this order (APPNOTE 4.5.3). */
    private void extend(long[] sizes, int start, int length) {
        int at = start;
        while (at + 4 <= start + length) {
            int fieldLength = window.getShort(at + 2) & 0xffff;
            if (window.getShort(at) == EXTRA_64) {
                int value = at + 4;
                for (int i = 0; i < sizes.length; i++) {
                    if (sizes[i] == IN_EXTRA && value + 8 <= Math.min(at + 4 + fieldLength, start + length)) {
                        sizes[i] = window.getLong(value);
                        value += 8;
                    }
                }
            }
            at += 4 + fieldLength;
        }
    }

    /** UTF-8 where it is said or can be; else the code page of the first PCs (APPNOTE D.1). */
    private String name(int start, int length, boolean utf8) {
        ByteBuffer bytes = window.duplicate().limit(start + length).position(start);
        if (utf8) {
            return StandardCharsets.UTF_8.decode(bytes).toString();
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.duplicate()).toString();
        } catch (CharacterCodingException e) {
            Charset old = Charset.isSupported("IBM437") ? Charset.forName("IBM437") : StandardCharsets.ISO_8859_1;
            return old.decode(bytes).toString();
        }
    }

    /** Makes bytes of the directory available from the window's position on. */
    private void need(int count) throws IOException {
        if (window.remaining() >= count) {
            return;
        }
        if (count > end - position) {
            throw new ZipException("the zip file's directory ends within an entry, at offset " + position);
        }
        window.clear();
        archive.read(position, window.limit((int) Math.min(BUFFER, end - position)));
        window.flip();
    }
}
