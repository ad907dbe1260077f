package org.bitewing.codec.transcode;

/** When a data set with other pixels gets a new SOP Instance UID (PS3.4 B.4.1.3: one UID, one set of pixels). */
public enum UidRule {
    /** Where pixels were changed by a lossy compression. */
    IF_LOSSY,
    /** Always, so that the file counts as derived. */
    ALWAYS,
    /** Never, even where the pixels are not the same any more. */
    NEVER
}
