package org.bitewing.tools.files;

import java.util.Optional;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.dict.Tag;
import org.bitewing.io.TransferSyntax;

/** Whether pixels can be written in a transfer syntax as they are. */
public final class Encapsulation {
    private Encapsulation() {
    }

    /**
     * Whether the pixel data of a data set is compressed where a transfer syntax wants that, and only there
     * (PS3.5 A.4).
     *
     * @param set    the data set
     * @param syntax in which it is to be written
     * @return true where it suits, or there is none
     */
    public static boolean suits(DataSet set, TransferSyntax syntax) {
        Optional<Element> pixels = set.element(Tag.PixelData);
        return pixels.isEmpty() || pixels.get().length() == 0
                || pixels.get() instanceof Fragments == syntax.encapsulated();
    }
}
