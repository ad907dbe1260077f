package org.bitewing.dict;

import java.util.Arrays;

/**
 * The way from a data set to an element: sequences with item numbers, then the element, as in
 * {@code (0040,0275)[0].(0040,0007)}. Items count from 0; {@code [*]} stands for every item. A path that ends with an
 * item number names that item. Immutable.
 */
public final class TagPath {
    /** The item of a step that names the element itself. */
    public static final int NO_ITEM = -1;
    /** The item of a step that stands for every item, written {@code [*]}. */
    public static final int EVERY_ITEM = -2;
    /** The path of the data set itself, without a step. */
    public static final TagPath ROOT = new TagPath(new int[0], new int[0]);

    private final int[] tags;
    private final int[] items;

    private TagPath(int[] tags, int[] items) {
        this.tags = tags;
        this.items = items;
    }

    /**
     * The path of an element of the data set itself.
     *
     * @param tag the tag, group in the high 16 bits
     * @return a path of one step
     */
    public static TagPath of(int tag) {
        return ROOT.element(tag);
    }

    /**
     * Reads a path. Each step is {@code (gggg,eeee)}, {@code gggg,eeee}, {@code ggggeeee} or a keyword of PS3.6,
     * with {@code [n]} or {@code [*]} where it goes on into an item; steps are joined by dots.
     *
     * @param text for instance {@code (0040,0275)[0].(0040,0007)} or
     *             {@code RequestAttributesSequence[0].ScheduledProcedureStepDescription}
     * @return the path
     * @throws IllegalArgumentException where the text is no path, or a keyword is not in the dictionary
     */
    public static TagPath parse(String text) {
        return new TagPathParser(text).parse();
    }

    /**
     * This path, then an element.
     *
     * @param tag the element's tag
     * @return the longer path
     */
    public TagPath element(int tag) {
        return append(tag, NO_ITEM);
    }

    /**
     * This path, then an item of a sequence.
     *
     * @param sequence the sequence's tag
     * @param item     the item, from 0, or {@link #EVERY_ITEM}
     * @return the longer path
     */
    public TagPath item(int sequence, int item) {
        if (item < 0 && item != EVERY_ITEM) {
            throw new IllegalArgumentException("an item counts from 0, not " + item);
        }
        return append(sequence, item);
    }

    /**
     * Whether this is the path of the data set itself.
     *
     * @return true where there is no step
     */
    public boolean isRoot() {
        return tags.length == 0;
    }

    /**
     * The number of steps.
     *
     * @return 0 for the root
     */
    public int size() {
        return tags.length;
    }

    /**
     * The tag of a step.
     *
     * @param step from 0
     * @return the tag
     */
    public int tag(int step) {
        return tags[step];
    }

    /**
     * The item of a step.
     *
     * @param step from 0
     * @return the item from 0, {@link #EVERY_ITEM}, or {@link #NO_ITEM} where the step names the element
     */
    public int item(int step) {
        return items[step];
    }

    private TagPath append(int tag, int item) {
        if (tags.length > 0 && items[tags.length - 1] == NO_ITEM) {
            throw new IllegalArgumentException(this + " ends at an element; name an item of it first");
        }
        int[] longerTags = Arrays.copyOf(tags, tags.length + 1);
        int[] longerItems = Arrays.copyOf(items, items.length + 1);
        longerTags[tags.length] = tag;
        longerItems[items.length] = item;
        return new TagPath(longerTags, longerItems);
    }

    /** Two paths are equal when their steps are. */
    @Override
    public boolean equals(Object other) {
        return other instanceof TagPath path && Arrays.equals(tags, path.tags) && Arrays.equals(items, path.items);
    }

    /** Of the steps. */
    @Override
    public int hashCode() {
        return 31 * Arrays.hashCode(tags) + Arrays.hashCode(items);
    }

    /** The path as {@link #parse} reads it, with tags in numbers. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder();
        for (int step = 0; step < tags.length; step++) {
            if (step > 0) {
                text.append('.');
            }
            text.append(Tag.toString(tags[step]));
            if (items[step] == EVERY_ITEM) {
                text.append("[*]");
            } else if (items[step] != NO_ITEM) {
                text.append('[').append(items[step]).append(']');
            }
        }
        return text.toString();
    }
}
