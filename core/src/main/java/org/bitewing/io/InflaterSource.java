package org.bitewing.io;

import java.io.IOException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;

/**
 * The data set of a deflated transfer syntax (PS3.5 A.5), inflated as it is read. A stream with the header of RFC 1950
 * in front, which some writers make, is accepted.
 */
final class InflaterSource implements ByteSource {
    private static final int INPUT_BUFFER = 1 << 14;

    private final Window compressed;
    private final ByteSource origin;
    private final Limits limits;
    private final Inflater inflater;
    private final byte[] input = new byte[INPUT_BUFFER];
    private byte[] skipped = new byte[0];

    InflaterSource(Window compressed, ByteSource origin, Limits limits) throws IOException {
        this.compressed = compressed;
        this.origin = origin;
        this.limits = limits;
        this.inflater = new Inflater(!hasZlibHeader(compressed));
    }

    /** RFC 1950 2.2: method 8, and the first two bytes as a number are a multiple of 31. */
    private static boolean hasZlibHeader(Window window) throws IOException {
        return window.require(2) && (window.unsignedByte(0) & 0x8f) == 0x08
                && (window.unsignedByte(0) << 8 | window.unsignedByte(1)) % 31 == 0;
    }

    @Override
    public String name() {
        return origin.name();
    }

    @Override
    public long length() {
        return -1;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        try {
            while (true) {
                int count = inflater.inflate(target, offset, length);
                if (count > 0) {
                    checkRatio();
                    return count;
                }
                if (inflater.finished()) {
                    return -1;
                }
                if (inflater.needsDictionary()) {
                    throw damaged();
                }
                if (inflater.needsInput() && !feed()) {
                    return -1;
                }
            }
        } catch (DataFormatException e) {
            throw damaged();
        }
    }

    private DicomException damaged() {
        return new DicomException("the deflated data set is damaged (PS3.5 A.5)", Location.of(name()));
    }

    /** Whether the last block came to its end. */
    boolean isFinished() {
        return inflater.finished();
    }

    private boolean feed() throws IOException {
        int count = compressed.read(input, 0, input.length);
        if (count < 0) {
            return false;
        }
        inflater.setInput(input, 0, count);
        return true;
    }

    private void checkRatio() {
        long out = inflater.getBytesWritten();
        if (out > limits.inflateAllowance() && out / limits.inflateRatio() > inflater.getBytesRead()) {
            throw new DicomException(DicomException.Kind.LIMIT,
                    "the deflated data set grows beyond Limits.inflateRatio " + limits.inflateRatio(),
                    Location.of(name()), out, -1);
        }
    }

    @Override
    public long skip(long count) throws IOException {
        if (skipped.length == 0) {
            skipped = new byte[INPUT_BUFFER];
        }
        long done = 0;
        while (done < count) {
            int read = read(skipped, 0, (int) Math.min(skipped.length, count - done));
            if (read < 0) {
                break;
            }
            done += read;
        }
        return done;
    }

    /** Gives back what the inflater holds; the origin stays open. */
    void end() {
        inflater.end();
    }

    @Override
    public void close() throws IOException {
        end();
        origin.close();
    }
}
