package org.bitewing.io;

/**
 * The data set, or a sequence, item or fragments that an {@link Encoder} has begun and not ended. One object for each
 * depth, used again and again, so that neither elements nor items cost any.
 */
final class OpenLevel {
    static final int DATA_SET = 0;
    static final int SEQUENCE = 1;
    static final int FRAGMENTS = 2;
    static final int NONE = -1;

    int kind;
    /** Of a sequence or fragments. */
    int tag;
    /** The VR inside is stored, numbers inside are big endian: as outside, but not within UN (PS3.5 6.2.2). */
    boolean explicit;
    boolean bigEndian;
    /** Where the content begins. */
    long start;
    /** The length in the header, as {@link Lengths} has it. */
    int length;
    /** Where the length is recorded, or {@link #NONE}. */
    int slot;
    /** How many items or fragments were begun. */
    int items;
    /** The group of the last element, whether its length is being recorded, and where the group began. */
    int group;
    int groupSlot;
    long groupStart;

    void begin(int newKind, int newTag, boolean isExplicit, boolean isBigEndian, long position) {
        kind = newKind;
        tag = newTag;
        explicit = isExplicit;
        bigEndian = isBigEndian;
        start = position;
        length = Lengths.UNDEFINED;
        slot = NONE;
        items = 0;
        group = NONE;
        groupSlot = NONE;
    }
}
