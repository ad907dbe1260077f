package org.bitewing.tools.files;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.io.TransferSyntax;

/**
 * Pixel Data on its way to or from the private transfer syntax of GE, which is implicit VR little endian with the words
 * of Pixel Data, and nothing else, in big endian.
 */
public final class GePixelData {
    private static final String UID = "1.2.840.113619.5.2";
    private static final int BITS_OF_A_WORD = 16;

    private GePixelData() {
    }

    /**
     * A data set for another transfer syntax.
     *
     * @param set  as it was read
     * @param from the transfer syntax it was read in
     * @param to   the transfer syntax it will be written in
     * @return the same, with the bytes of the pixels' words swapped where one of the two is GE's
     */
    public static DataSet converted(DataSet set, TransferSyntax from, TransferSyntax to) {
        boolean words = set.integer(Tag.BitsAllocated).orElse(BITS_OF_A_WORD) == BITS_OF_A_WORD;
        if (from.uid().equals(UID) == to.uid().equals(UID) || !words) {
            return set;
        }
        List<Element> elements = new ArrayList<>(set.elements());
        for (int i = 0; i < elements.size(); i++) {
            if (elements.get(i).tag() == Tag.PixelData) {
                elements.set(i, swapped(elements.get(i)));
            }
        }
        return DataSet.of(elements, set.characterSet(), set.preamble(), set.problems());
    }

    private static Element swapped(Element pixels) {
        if (pixels instanceof BulkValue value) {
            return new BulkValue(value.tag(), value.vrCode(), value.data().bigEndian(2));
        }
        return pixels instanceof Value value
                ? new BulkValue(value.tag(), value.vrCode(), BulkData.of(value.bytes()).bigEndian(2)) : pixels;
    }

    /**
     * Whether a transfer syntax is the one.
     *
     * @param syntax any
     * @return true for GE's
     */
    public static boolean isIn(TransferSyntax syntax) {
        return syntax.uid().equals(UID);
    }
}
