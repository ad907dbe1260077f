package org.bitewing.pixel;

/** Which table tells where the frames of encapsulated pixel data begin (PS3.5 A.4, PS3.3 C.7.6.3.1.8). */
public enum OffsetTables {
    /** The first fragment: 32 bits for each frame. For pixel data below 4 GiB. */
    BASIC,
    /**
     * Extended Offset Table (7FE0,0001) and Extended Offset Table Lengths (7FE0,0002): 64 bits for each frame, each of
     * which is one fragment, with its length before padding.
     */
    EXTENDED,
    /** None: the first fragment is empty. */
    NONE
}
