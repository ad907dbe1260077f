package org.bitewing.data;

import java.util.List;

/**
 * Encapsulated pixel data (PS3.5 A.4): the first fragment is the basic offset table, which may be empty; the others
 * are the compressed frames, each of them one or more.
 *
 * @param tag    its tag
 * @param vrCode OB; OW where it was stored so
 * @param all    the fragments in order, the offset table first; empty where even that is missing
 */
public record Fragments(int tag, int vrCode, List<BulkData> all) implements Element {
    /**
     * Copies the list.
     *
     * @param tag    its tag
     * @param vrCode the letters of its VR
     * @param all    the fragments
     */
    public Fragments {
        all = List.copyOf(all);
    }

    @Override
    public long length() {
        return UNDEFINED_LENGTH;
    }

    /** Tag, VR and the number of fragments. */
    @Override
    public String toString() {
        return ElementText.of(this);
    }
}
