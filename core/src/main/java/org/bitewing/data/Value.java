package org.bitewing.data;

import java.util.Arrays;
import java.util.Objects;
import org.bitewing.dict.VR;

/**
 * An element whose value is in memory, as bytes in little endian. What they mean is for {@link Attributes} to say,
 * which knows the character set.
 */
public final class Value implements Element {
    private final int tag;
    private final char vrCode;
    private final byte[] arena;
    private final int offset;
    private final int length;

    private Value(int tag, int vrCode, byte[] arena, int offset, int length) {
        this.tag = tag;
        this.vrCode = (char) vrCode;
        this.arena = arena;
        this.offset = offset;
        this.length = length;
    }

    /**
     * An element.
     *
     * @param tag   its tag
     * @param vr    its VR
     * @param bytes the value in little endian; copied
     * @return the element; a value of odd length stays so until it is written
     */
    public static Value of(int tag, VR vr, byte[] bytes) {
        return new Value(tag, vr.code(), bytes.clone(), 0, bytes.length);
    }

    /**
     * An element over a part of an array that is not copied: the array must not change any more. For readers, which
     * share one array among many values.
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR, see {@link VR#of(int)}
     * @param arena  holds the value in little endian
     * @param offset of the first byte
     * @param length in bytes
     * @return the element
     */
    public static Value over(int tag, int vrCode, byte[] arena, int offset, int length) {
        if (offset < 0 || length < 0 || offset > arena.length - length) {
            throw new IndexOutOfBoundsException("offset " + offset + ", length " + length + " in " + arena.length);
        }
        return new Value(tag, vrCode, arena, offset, length);
    }

    @Override
    public int tag() {
        return tag;
    }

    @Override
    public int vrCode() {
        return vrCode;
    }

    @Override
    public long length() {
        return length;
    }

    /**
     * The number of bytes.
     *
     * @return 0 or more
     */
    public int size() {
        return length;
    }

    /**
     * One byte.
     *
     * @param index from 0
     * @return the byte
     */
    public byte at(int index) {
        return arena[offset + Objects.checkIndex(index, length)];
    }

    /**
     * The value in little endian.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return Arrays.copyOfRange(arena, offset, offset + length);
    }

    /**
     * Copies bytes of the value, in little endian.
     *
     * @param from   index of the first byte
     * @param target where they go
     * @param at     the first index in the target
     * @param count  how many
     * @throws IndexOutOfBoundsException where the value or the target has fewer
     */
    public void copyTo(int from, byte[] target, int at, int count) {
        if (from < 0 || count < 0 || from > length - count) {
            throw new IndexOutOfBoundsException("from " + from + ", count " + count + " of " + length);
        }
        System.arraycopy(arena, offset + from, target, at, count);
    }

    byte[] arena() {
        return arena;
    }

    int offset() {
        return offset;
    }

    /** Equal to a value with the same tag, VR and bytes, be it in memory or a {@link BulkValue}. */
    @Override
    public boolean equals(Object other) {
        if (other instanceof BulkValue bulk) {
            return tag == bulk.tag() && vrCode == bulk.vrCode() && Bytes.bulk(this).equals(bulk.data());
        }
        return other instanceof Value value && tag == value.tag && vrCode == value.vrCode
                && Arrays.equals(arena, offset, offset + length, value.arena, value.offset, value.offset + value.length);
    }

    /** Of tag and length. */
    @Override
    public int hashCode() {
        return 31 * tag + length;
    }

    /** Tag, VR and the value. */
    @Override
    public String toString() {
        return ElementText.of(this);
    }
}
