package org.bitewing.io;

/** Where reading ends before the end of the data set itself, if it does. */
final class StopTag {
    /** Tags from this one on, compared without sign, are for {@link #endsAt} to decide; -1 for none. */
    int tag;
    private boolean behind;

    StopTag(ReadOptions options) {
        this.tag = options.stopTag();
        this.behind = options.stopsAfter();
    }

    /** Whether the data set ends before an element whose tag is {@link #tag} or higher. */
    boolean endsAt(int read) {
        if (tag == -1) {
            return false;
        }
        if (!behind) {
            return true;
        }
        if (read == tag) {
            // This element is the last one: whatever comes next ends the data set.
            behind = false;
            tag = 0;
        }
        return false;
    }
}
