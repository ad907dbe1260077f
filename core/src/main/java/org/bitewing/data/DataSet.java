package org.bitewing.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.Problem;
import org.bitewing.text.SpecificCharacterSet;

/**
 * A data set (PS3.5 7), with the file meta information (group 0002, PS3.10 7.1) as its first elements where it comes
 * from a file. Immutable, so that threads may share it without a thought.
 */
public final class DataSet implements Attributes {
    private final Elements elements;
    private final SpecificCharacterSet characterSet;
    private final byte[] preamble;
    private final List<Problem> problems;

    private DataSet(Elements elements, SpecificCharacterSet characterSet, byte[] preamble, List<Problem> problems) {
        this.elements = elements;
        this.characterSet = characterSet;
        this.preamble = preamble;
        this.problems = problems;
    }

    /**
     * A data set as a reader makes it; {@link #builder()} is for making one by hand.
     *
     * @param elements     in ascending order of their tags
     * @param characterSet what its text is encoded in
     * @param preamble     the first 128 bytes of a file (PS3.10 7.1), or none
     * @param problems     what was found wrong while reading
     * @return the data set
     */
    public static DataSet of(List<Element> elements, SpecificCharacterSet characterSet, byte[] preamble,
                             List<Problem> problems) {
        return over(elements.toArray(Element[]::new), characterSet, preamble, problems);
    }

    /**
     * A data set over an array that is not copied and must not change any more; for readers.
     *
     * @param elements     in ascending order of their tags
     * @param characterSet what its text is encoded in
     * @param preamble     the first 128 bytes of a file (PS3.10 7.1), or none
     * @param problems     what was found wrong while reading
     * @return the data set
     */
    public static DataSet over(Element[] elements, SpecificCharacterSet characterSet, byte[] preamble,
                               List<Problem> problems) {
        return new DataSet(ElementArray.over(elements), Objects.requireNonNull(characterSet, "characterSet"),
                preamble.clone(), List.copyOf(problems));
    }

    /**
     * A data set over a whole tree; for readers.
     *
     * @param tree     its item at {@link FlatTree#ROOT} holds everything
     * @param preamble the first 128 bytes of a file (PS3.10 7.1), or none
     * @param problems what was found wrong while reading
     * @return the data set
     */
    public static DataSet over(FlatTree tree, byte[] preamble, List<Problem> problems) {
        return new DataSet(new FlatElements(tree, FlatTree.ROOT), tree.characterSet(FlatTree.ROOT), preamble.clone(),
                List.copyOf(problems));
    }

    /**
     * Begins a data set without an element.
     *
     * @return a builder
     */
    public static DataSetBuilder builder() {
        return new DataSetBuilder();
    }

    @Override
    public List<Element> elements() {
        return elements.list();
    }

    @Override
    public int size() {
        return elements.size();
    }

    @Override
    public Element get(int index) {
        return elements.get(index);
    }

    @Override
    public Optional<Element> element(int tag) {
        return elements.find(tag);
    }

    @Override
    public SpecificCharacterSet characterSet() {
        return characterSet;
    }

    /**
     * The whole tree with all its headers at once, for who goes through everything, as a writer does.
     *
     * @return the tree, if this was read; empty for a data set that was made or derived
     */
    public Optional<FlatTree> flatTree() {
        return elements instanceof FlatElements flat ? Optional.of(flat.tree()) : Optional.empty();
    }

    /**
     * What was not as the standard wants it when this was read.
     *
     * @return the problems in the order found; empty for a data set that was made or derived
     */
    public List<Problem> problems() {
        return problems;
    }

    /**
     * The bytes before the prefix DICM (PS3.10 7.1).
     *
     * @return a copy of 128 bytes; empty where there were none
     */
    public byte[] preamble() {
        return preamble.clone();
    }

    /**
     * Begins a data set with all elements of this one, to change some; its preamble stays, its problems do not.
     *
     * @return a builder
     */
    public DataSetBuilder toBuilder() {
        return new DataSetBuilder(this);
    }

    /**
     * This data set with changes, applied in order; its preamble stays, its problems do not.
     *
     * @param edits none or more
     * @return a new data set, which shares with this one what no edit touched
     * @throws org.bitewing.DicomException where a required edit finds nothing to change, a path leads through an
     *                                     element that is no sequence, or a value does not suit its VR
     */
    public DataSet with(Edit... edits) {
        return with(List.of(edits));
    }

    /**
     * This data set with changes; see {@link #with(Edit...)}.
     *
     * @param edits none or more
     * @return a new data set
     */
    public DataSet with(List<Edit> edits) {
        DataSet edited = this;
        for (Edit edit : edits) {
            edited = EditedTree.of(edited, edit);
        }
        return edited;
    }

    /** Two data sets are equal when their elements are; values that stayed in files are compared byte by byte. */
    @Override
    public boolean equals(Object other) {
        return other instanceof DataSet set && elements.isEqual(set.elements);
    }

    /** Of the elements. */
    @Override
    public int hashCode() {
        return elements.hash();
    }

    /** A line for each element, long values and long data sets cut; for a debugger, as it shows patient data. */
    @Override
    public String toString() {
        return ElementText.of(this);
    }
}
