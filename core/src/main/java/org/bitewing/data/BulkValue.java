package org.bitewing.data;

import java.util.Objects;

/**
 * An element whose value was too large to be loaded and is read when it is asked for.
 *
 * @param tag    its tag
 * @param vrCode the letters of its VR
 * @param data   the value, in little endian
 */
public record BulkValue(int tag, int vrCode, BulkData data) implements Element {
    /**
     * Checks that there is data.
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR
     * @param data   the value
     */
    public BulkValue {
        Objects.requireNonNull(data, "data");
    }

    @Override
    public long length() {
        return data.length();
    }

    /** Equal to a value with the same tag, VR and bytes, be it here or in memory; bytes may have to be read. */
    @Override
    public boolean equals(Object other) {
        if (other instanceof Value value) {
            return value.equals(this);
        }
        return other instanceof BulkValue bulk && tag == bulk.tag && vrCode == bulk.vrCode && data.equals(bulk.data);
    }

    /** Of tag and length. */
    @Override
    public int hashCode() {
        return 31 * tag + (int) data.length();
    }

    /** Tag, VR and the length. */
    @Override
    public String toString() {
        return ElementText.of(this);
    }
}
