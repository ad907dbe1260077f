package org.bitewing.tools.dump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.io.TransferSyntax;

/** Finds elements anywhere in a file, in the order of the data set. */
final class DumpSearch {
    private final DataSet set;
    private final TransferSyntax syntax;
    private final boolean firstOnly;
    private final boolean prepend;
    private final List<Hit> found = new ArrayList<>();

    /** An element that was found. */
    private record Hit(Attributes in, Element element, String path, boolean implicit) {
    }

    DumpSearch(DataSet set, TransferSyntax syntax, boolean firstOnly, boolean prepend) {
        this.set = set;
        this.syntax = syntax;
        this.firstOnly = firstOnly;
        this.prepend = prepend;
    }

    /** Searches for each tag in turn; whether anything was found. */
    boolean finds(List<Integer> tags) {
        for (int tag : tags) {
            List<Hit> hits = new ArrayList<>();
            search(set, tag, "", !syntax.explicit(), hits);
            found.addAll(hits);
        }
        return !found.isEmpty();
    }

    void print(DumpPrinter printer) throws IOException {
        for (Hit hit : found) {
            if (prepend) {
                printer.text(hit.path);
            }
            printer.element(hit.in, hit.element, 0, hit.implicit);
        }
    }

    private void search(Attributes in, int tag, String path, boolean implicit, List<Hit> hits) {
        for (Element element : in.elements()) {
            if (firstOnly && !hits.isEmpty()) {
                return;
            }
            if (element.tag() == tag) {
                hits.add(new Hit(in, element, path, implicit && tag >>> 16 != 2));
            }
            if (element instanceof Sequence sequence) {
                boolean implicitInside = implicit || sequence.vrCode() != VR.SQ.code();
                String inside = path + Tag.toString(sequence.tag()) + ".";
                for (Item item : sequence.items()) {
                    search(item, tag, inside, implicitInside, hits);
                }
            } else if (element instanceof Fragments && tag == Tag.Item) {
                hits.add(new Hit(in, element, path, implicit));
            }
        }
    }
}
