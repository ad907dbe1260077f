package org.bitewing.tools;

import java.io.IOException;
import java.nio.file.Path;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;

/** Compares the native pixels of two files, stored bits only. */
public final class PixelComparison {
    private PixelComparison() {
    }

    /** How far apart two pixels are at most; -1 where the images differ in more than their numbers. */
    public static long largestDifference(Path first, Path second) throws IOException {
        DataSet one = Dicom.read(first);
        DataSet other = Dicom.read(second);
        for (int tag : new int[] {Tag.Rows, Tag.Columns, Tag.SamplesPerPixel, Tag.BitsAllocated,
            Tag.PhotometricInterpretation, Tag.PlanarConfiguration}) {
            if (!one.text(tag).equals(other.text(tag))) {
                return -1;
            }
        }
        byte[] left = one.bytes(Tag.PixelData);
        byte[] right = other.bytes(Tag.PixelData);
        int bytes = Math.max(1, one.integer(Tag.BitsAllocated).orElseThrow() / 8);
        int stored = one.integer(Tag.BitsStored).orElseThrow();
        int unused = 64 - stored;
        int above = 63 - one.integer(Tag.HighBit).orElse(stored - 1);
        long most = left.length == right.length ? 0 : -1;
        for (int i = 0; most >= 0 && i + bytes <= left.length; i += bytes) {
            long difference = number(left, i, bytes, above, unused) - number(right, i, bytes, above, unused);
            most = Math.max(most, Math.abs(difference));
        }
        return most;
    }

    private static long number(byte[] pixels, int at, int bytes, int above, int unused) {
        long number = 0;
        for (int i = bytes - 1; i >= 0; i--) {
            number = number << 8 | pixels[at + i] & 0xff;
        }
        return number << above >>> unused;
    }
}
