package org.bitewing.model;

import java.io.IOException;
import org.bitewing.data.Attributes;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.TagPath;

/** What {@link TreeWalk} calls, in the order of the tree. */
public interface TreeVisitor {

    /**
     * An element that is no sequence.
     *
     * @param element the element
     * @param owner   the data set or item that it is in
     * @param path    the way to the owner
     * @throws IOException where it cannot be written
     */
    void element(Element element, Attributes owner, TagPath path) throws IOException;

    /**
     * A sequence; its items follow.
     *
     * @param sequence the sequence
     * @throws IOException where it cannot be written
     */
    void startSequence(Sequence sequence) throws IOException;

    /**
     * An item; its elements follow.
     *
     * @param item     the item
     * @param index    its place in the sequence, from 0
     * @param sequence the sequence
     * @throws IOException where it cannot be written
     */
    void startItem(Item item, int index, Sequence sequence) throws IOException;

    /**
     * The item ends.
     *
     * @throws IOException where it cannot be written
     */
    void endItem() throws IOException;

    /**
     * The sequence ends.
     *
     * @param sequence the sequence
     * @throws IOException where it cannot be written
     */
    void endSequence(Sequence sequence) throws IOException;
}
