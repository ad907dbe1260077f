package org.bitewing.io;

/**
 * What a reader may be told about files of writers that are wrong in a way that the bytes alone do not show. None is
 * on by default; see {@link ReadOptions#withTolerances}.
 */
public enum Tolerance {
    /** The group length of the file meta information (PS3.10 7.1) is not looked at. */
    META_LENGTH,
    /** A value whose length is odd (against PS3.5 7.1.1) is one byte longer than that. */
    EVEN_LENGTHS,
    /** The VR of the dictionary counts where it has one, not the one that is stored (PS3.5 7.1.2). */
    DICTIONARY_VR,
    /** An element whose VR is none is in implicit VR (PS3.5 7.1.3). */
    IMPLICIT_ELEMENTS,
    /** A UN of undefined length holds explicit VR, against PS3.5 6.2.2. */
    EXPLICIT_UNKNOWN,
    /** A UN of defined length is read as the VR that the dictionary has for it (PS3.5 6.2.2). */
    KNOWN_UNKNOWN,
    /** Each of the two delimiters (PS3.5 7.5) stands for the other one where that should be. */
    WRONG_DELIMITERS,
    /** An OB or OW of undefined length that is no Pixel Data is a sequence. */
    UNDEFINED_BYTES,
    /** An element of undefined length is a sequence, whatever its VR. */
    UNDEFINED_VALUES,
    /** A VOI LUT Sequence (0028,3010) with VR OW is a sequence. */
    LOOKUP_TABLE_WORDS
}
