package org.bitewing.data;

import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.RandomAccess;

/** The elements of a data set or an item in ascending order of their tags, however they are kept. Immutable. */
sealed interface Elements permits ElementArray, FlatElements {
    int size();

    int tag(int index);

    Element get(int index);

    void copyTo(Object[] target);

    /** Tags are numbers without sign. Of a tag that is not there, one less than the negated index where it would be. */
    default int indexOf(int tag) {
        int low = 0;
        int high = size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = Integer.compareUnsigned(tag(middle), tag);
            if (compared == 0) {
                return middle;
            }
            if (compared < 0) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1 - low;
    }

    default Optional<Element> find(int tag) {
        int index = indexOf(tag);
        return index < 0 ? Optional.empty() : Optional.of(get(index));
    }

    /** All of them, unmodifiable. */
    default List<Element> list() {
        return new View(this);
    }

    default boolean isEqual(Elements other) {
        int size = size();
        boolean equal = size == other.size();
        for (int i = 0; equal && i < size; i++) {
            equal = tag(i) == other.tag(i) && get(i).equals(other.get(i));
        }
        return equal;
    }

    default int hash() {
        int hash = 1;
        for (int i = 0; i < size(); i++) {
            hash = 31 * hash + get(i).hashCode();
        }
        return hash;
    }

    /** Elements as a list. */
    final class View extends AbstractList<Element> implements RandomAccess {
        private final Elements elements;

        View(Elements elements) {
            this.elements = elements;
        }

        @Override
        public Element get(int index) {
            return elements.get(index);
        }

        @Override
        public int size() {
            return elements.size();
        }

        /** Without an iterator, as writers ask for all elements of each item. */
        @Override
        public <T> T[] toArray(T[] array) {
            int size = size();
            T[] target = array.length < size ? Arrays.copyOf(array, size) : array;
            elements.copyTo(target);
            if (target.length > size) {
                target[size] = null;
            }
            return target;
        }
    }
}
