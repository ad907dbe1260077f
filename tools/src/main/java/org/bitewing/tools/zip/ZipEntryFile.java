package org.bitewing.tools.zip;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.bitewing.data.BulkSource;
import org.bitewing.io.ByteSource;

/**
 * An entry of a zip file: read in place where it is stored, inflated when it is asked for otherwise. Safe for threads, while
 * the archive is open.
 *
 * @param archive holds it
 * @param entry   what the directory says of it, which has no {@linkplain ZipDirectory.Entry#trouble trouble}
 * @param name    as it is told to people
 */
public record ZipEntryFile(ZipArchive archive, ZipDirectory.Entry entry, String name) {
    private static final int BUFFER = 1 << 13;
    /** What may be inflated into memory at once, so that values need not be inflated anew for every look. */
    private static final long IN_MEMORY = Runtime.getRuntime().maxMemory() / 32;

    /**
     * Its bytes once, from the first.
     *
     * @return a source that leaves the archive open
     * @throws IOException where it cannot be read
     */
    public ByteSource open() throws IOException {
        return entry.method() == ZipDirectory.STORED ? section() : new Inflated(this);
    }

    /**
     * Its bytes for looking at all of them: a small deflated entry is inflated into memory.
     *
     * @return a source that leaves the archive open
     * @throws IOException where it cannot be read
     */
    public ByteSource openWhole() throws IOException {
        if (entry.method() == ZipDirectory.STORED || entry.size() > IN_MEMORY) {
            return open();
        }
        try (InputStream stream = inflate()) {
            byte[] bytes = stream.readNBytes((int) entry.size());
            return ByteSource.of(bytes, name);
        }
    }

    private Section section() throws IOException {
        return new Section(archive, name, archive.start(entry), entry.compressed());
    }

    /** The inflated bytes: no more of them than the directory says, whatever the deflated ones hold. */
    private InputStream inflate() throws IOException {
        Inflater inflater = new Inflater(true);
        return new Bounded(new InflaterInputStream(section().stream(), inflater, BUFFER) {
            @Override
            public void close() throws IOException {
                super.close();
                inflater.end();
            }
        }, entry.size());
    }

    /** A stream of no more than a number of bytes. */
    private static final class Bounded extends InputStream {
        private final InputStream stream;
        private long left;

        Bounded(InputStream stream, long left) {
            this.stream = stream;
            this.left = left;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            if (count == 0) {
                return 0;
            }
            int read = left == 0 ? -1 : stream.read(target, offset, (int) Math.min(count, left));
            left -= Math.max(0, read);
            return read;
        }

        @Override
        public void close() throws IOException {
            stream.close();
        }
    }

    /** An entry inflated as it is read; values in it are found again by inflating what is before them. */
    private static final class Inflated implements ByteSource, BulkSource {
        private final ZipEntryFile place;
        private final ByteSource source;

        Inflated(ZipEntryFile place) throws IOException {
            this.place = place;
            this.source = ByteSource.of(place.inflate(), place.name());
        }

        @Override
        public String name() {
            return place.name();
        }

        @Override
        public long length() {
            return place.entry().size();
        }

        @Override
        public int read(byte[] target, int offset, int count) throws IOException {
            return source.read(target, offset, count);
        }

        @Override
        public long skip(long count) throws IOException {
            return source.skip(count);
        }

        @Override
        public Optional<BulkSource> bulk() {
            return Optional.of(this);
        }

        @Override
        public InputStream open(long offset, long length) throws IOException {
            InputStream stream = place.inflate();
            try {
                stream.skipNBytes(offset);
                return new Bounded(stream, length);
            } catch (IOException e) {
                stream.close();
                throw e;
            }
        }

        @Override
        public void close() throws IOException {
            source.close();
        }
    }
}
