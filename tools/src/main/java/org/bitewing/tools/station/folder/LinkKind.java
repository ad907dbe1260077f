package org.bitewing.tools.station.folder;

/** How a file gets another name. */
public enum LinkKind {
    /** A symbolic link, or where that cannot be made a hard link. */
    SYMBOLIC,
    /** A hard link, or where that cannot be made, as between file systems, a copy. */
    HARD,
    /** A copy. */
    COPY
}
