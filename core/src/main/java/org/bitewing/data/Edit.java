package org.bitewing.data;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/**
 * A change of a data set, as data: {@link DataSet#with} applies edits in order, each to what the one before it left.
 * An edit changes what it names and nothing else. In particular, setting Specific Character Set (0008,0005) changes
 * how text is read and how later edits encode theirs, and leaves the bytes of text that is there, so that a wrong
 * label can be put right; {@link DataSetBuilder} is for encoding anew.
 *
 * <p>Along a path, {@code [*]} stands for every item that is there. An edit that finds nothing to change does nothing,
 * unless it is {@code required}, which makes that a {@link org.bitewing.DicomException}.
 */
public sealed interface Edit {

    /**
     * Gives an element a value.
     *
     * @param path     the element
     * @param value    its new value
     * @param vr       its VR; where none is given, that which it has unless that is UN, else that of the dictionary
     * @param creates  true where the element, and the sequences and items before it, are made where they are missing;
     *                 item 5 of a sequence of 3 makes the empty items 3 and 4, too
     * @param required true where it is an error that nothing was there to change
     */
    record Set(TagPath path, NewValue value, Optional<VR> vr, boolean creates, boolean required) implements Edit {
        /**
         * Checks the path.
         *
         * @param path     ends at an element
         * @param value    its new value
         * @param vr       its VR, or none
         * @param creates  true where missing things are made
         * @param required true where nothing to change is an error
         */
        public Set {
            checkElement(path);
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(vr, "vr");
        }

        /**
         * This edit with a VR.
         *
         * @param newVr of the element
         * @return a new edit
         */
        public Set as(VR newVr) {
            return new Set(path, value, Optional.of(newVr), creates, required);
        }
    }

    /**
     * Gives all elements of a tag a value, wherever in the tree they are.
     *
     * @param tag      their tag
     * @param value    their new value
     * @param vr       their VR, or none, as in {@link Set}
     * @param required true where it is an error that there is none
     */
    record SetEverywhere(int tag, NewValue value, Optional<VR> vr, boolean required) implements Edit {
        /**
         * Checks that nothing is missing.
         *
         * @param tag      their tag
         * @param value    their new value
         * @param vr       their VR, or none
         * @param required true where none is an error
         */
        public SetEverywhere {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(vr, "vr");
        }
    }

    /**
     * Makes an item, and what is missing before it; one that is there stays.
     *
     * @param path the item
     */
    record MakeItem(TagPath path) implements Edit {
        /**
         * Checks the path.
         *
         * @param path ends at an item
         */
        public MakeItem {
            checkDepth(path);
            if (path.isRoot() || path.item(path.size() - 1) < 0) {
                throw new IllegalArgumentException("\"" + path + "\" does not end at an item");
            }
        }
    }

    /**
     * Adds an item to the end of a sequence, which is made where it is missing, as are the items before it.
     *
     * @param path the sequence
     * @param item what the item holds; its text is encoded anew where the character set differs
     */
    record Append(TagPath path, DataSet item) implements Edit {
        /**
         * Checks the path.
         *
         * @param path ends at an element
         * @param item what the item holds
         */
        public Append {
            checkElement(path);
            Objects.requireNonNull(item, "item");
        }
    }

    /**
     * Removes an element, an item, or with {@code [*]} all items.
     *
     * @param path     an element or an item
     * @param required true where it is an error that it is not there
     */
    record Remove(TagPath path, boolean required) implements Edit {
        /**
         * Checks the path.
         *
         * @param path     an element or an item
         * @param required true where it is an error that it is not there
         */
        public Remove {
            checkDepth(path);
            if (path.isRoot()) {
                throw new IllegalArgumentException("the data set itself cannot be removed");
            }
        }
    }

    /**
     * Removes all elements of a tag, wherever in the tree they are.
     *
     * @param tag      their tag
     * @param required true where it is an error that there is none
     */
    record RemoveEverywhere(int tag, boolean required) implements Edit {
    }

    /** Removes all private elements (PS3.5 7.8), wherever in the tree they are: those of odd groups. */
    record RemovePrivate() implements Edit {
    }

    // ---- to be read aloud ------------------------------------------------------------------------------------------

    /**
     * Sets text, or numbers and tags given as text; makes what is missing.
     *
     * @param path   the element
     * @param values without padding; none for an empty element
     * @return the edit
     */
    static Set set(TagPath path, String... values) {
        return set(path, new NewValue.Text(List.of(values)));
    }

    /**
     * Sets text of an element of the data set itself.
     *
     * @param tag    the element
     * @param values without padding; none for an empty element
     * @return the edit
     */
    static Set set(int tag, String... values) {
        return set(TagPath.of(tag), values);
    }

    /**
     * Sets integers; makes what is missing.
     *
     * @param path   the element
     * @param values those of AT are tags
     * @return the edit
     */
    static Set setInts(TagPath path, int... values) {
        return set(path, new NewValue.Integers(Arrays.stream(values).asLongStream().boxed().toList()));
    }

    /**
     * Sets integers of an element of the data set itself.
     *
     * @param tag    the element
     * @param values those of AT are tags
     * @return the edit
     */
    static Set setInts(int tag, int... values) {
        return setInts(TagPath.of(tag), values);
    }

    /**
     * Sets numbers; makes what is missing.
     *
     * @param path   the element
     * @param values of FL, FD, OF, OD or DS
     * @return the edit
     */
    static Set setDoubles(TagPath path, double... values) {
        return set(path, new NewValue.Numbers(Arrays.stream(values).boxed().toList()));
    }

    /**
     * Sets bytes, whatever the VR; makes what is missing.
     *
     * @param path  the element
     * @param bytes in little endian; copied
     * @return the edit
     */
    static Set setBytes(TagPath path, byte[] bytes) {
        return set(path, new NewValue.Bytes(BulkData.of(bytes.clone())));
    }

    /**
     * Sets the items of a sequence; makes what is missing.
     *
     * @param path  the sequence
     * @param items what the items hold; text is encoded anew where the character set differs
     * @return the edit
     */
    static Set setItems(TagPath path, DataSet... items) {
        return set(path, new NewValue.Items(List.of(items)));
    }

    /**
     * Sets any new value; makes what is missing.
     *
     * @param path  the element
     * @param value its value
     * @return the edit
     */
    static Set set(TagPath path, NewValue value) {
        return new Set(path, value, Optional.empty(), true, false);
    }

    /**
     * Changes an element that is there; it is an error if it is not.
     *
     * @param path  the element
     * @param value its value
     * @return the edit
     */
    static Set replace(TagPath path, NewValue value) {
        return new Set(path, value, Optional.empty(), false, true);
    }

    /**
     * Removes an element or an item, if it is there.
     *
     * @param path the element or item
     * @return the edit
     */
    static Remove remove(TagPath path) {
        return new Remove(path, false);
    }

    /**
     * Removes an element of the data set itself, if it is there.
     *
     * @param tag the element
     * @return the edit
     */
    static Remove remove(int tag) {
        return remove(TagPath.of(tag));
    }

    private static void checkElement(TagPath path) {
        checkDepth(path);
        if (path.isRoot() || path.item(path.size() - 1) != TagPath.NO_ITEM) {
            throw new IllegalArgumentException("\"" + path + "\" does not end at an element");
        }
    }

    private static void checkDepth(TagPath path) {
        if (path.size() > EditedTree.DEEPEST) {
            throw new IllegalArgumentException("a path of " + path.size() + " steps is too long");
        }
    }
}
