package org.bitewing.tools.view;

import org.bitewing.data.DataSet;

/**
 * What the catalog needs of a file: the elements that it names, and whether pixels follow.
 *
 * @param set            the elements of {@link HeadReader} that are there
 * @param transferSyntax of the file
 * @param pixels         what holds pixels
 */
record Head(DataSet set, String transferSyntax, Pixels pixels) {

    /** Where a file has its pixels. */
    enum Pixels {
        /** Nowhere. */
        NONE,
        /** In Pixel Data, value by value. */
        NATIVE,
        /** In Pixel Data, encapsulated. */
        COMPRESSED,
        /** In Float or Double Float Pixel Data (7FE0,0008) and (7FE0,0009). */
        FLOAT
    }
}
