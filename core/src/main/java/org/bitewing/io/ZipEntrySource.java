package org.bitewing.io;

import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;

/** An entry of a zip file, inflated as it is read and no further than the limits let it grow. */
final class ZipEntrySource implements ByteSource {
    private final StreamSource stream;
    private final Limits limits;
    /** What the archive says; no more than that is inflated. */
    private final long compressed;
    private long given;

    ZipEntrySource(ZipFile zip, ZipEntry entry, InputStream stream, Limits limits) {
        this.stream = new StreamSource(stream, zip.getName() + "!/" + entry.getName(), -1);
        this.limits = limits;
        this.compressed = Math.max(1, entry.getCompressedSize());
    }

    @Override
    public String name() {
        return stream.name();
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = stream.read(target, offset, length);
        grow(Math.max(0, count));
        return count;
    }

    @Override
    public long skip(long count) throws IOException {
        long done = 0;
        while (done < count) {
            long skipped = stream.skip(Math.min(count - done, limits.inflateAllowance()));
            if (skipped == 0) {
                break;
            }
            done += skipped;
            grow(skipped);
        }
        return done;
    }

    private void grow(long count) {
        given += count;
        if (given > limits.inflateAllowance() && given / limits.inflateRatio() > compressed) {
            throw new DicomException(DicomException.Kind.LIMIT,
                    "the zip entry grows beyond Limits.inflateRatio " + limits.inflateRatio(), Location.of(name()), given,
                    -1);
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
