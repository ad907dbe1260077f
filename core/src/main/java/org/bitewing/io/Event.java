package org.bitewing.io;

/** What {@link DicomParser#next()} came upon. Starts and ends are always paired. */
public enum Event {
    /** An element with a value: ask for its tag, VR, length and value. */
    ELEMENT,
    /** A sequence begins (PS3.5 7.5): items follow. */
    SEQUENCE_START,
    /** An item of a sequence begins: the elements of its data set follow. */
    ITEM_START,
    /** The item ends, by its length or by a delimiter. */
    ITEM_END,
    /** The sequence ends, by its length or by a delimiter. */
    SEQUENCE_END,
    /** Encapsulated pixel data begins (PS3.5 A.4): fragments follow, the first of them the basic offset table. */
    FRAGMENTS_START,
    /** A fragment of encapsulated pixel data: ask for its length and value. */
    FRAGMENT,
    /** The encapsulated pixel data ends. */
    FRAGMENTS_END,
    /** The data set ends; nothing follows. */
    END
}
