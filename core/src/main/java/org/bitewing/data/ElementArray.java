package org.bitewing.data;

import java.util.Optional;

/** Searching and comparing sorted arrays of elements. */
final class ElementArray {
    private ElementArray() {
    }

    /** Tags are numbers without sign. */
    static int indexOf(Element[] elements, int tag) {
        int low = 0;
        int high = elements.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            int compared = Integer.compareUnsigned(elements[middle].tag(), tag);
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

    static Optional<Element> find(Element[] elements, int tag) {
        int index = indexOf(elements, tag);
        return index < 0 ? Optional.empty() : Optional.of(elements[index]);
    }

    static void checkOrder(Element[] elements) {
        int before = 0;
        for (int i = 0; i < elements.length; i++) {
            // Nearly all are values; asking for that saves a search for the interface's method.
            int tag = elements[i] instanceof Value value ? value.tag() : elements[i].tag();
            if (i > 0 && Integer.compareUnsigned(before, tag) >= 0) {
                throw new IllegalArgumentException("elements are in ascending order of their tags (PS3.5 7.1)");
            }
            before = tag;
        }
    }
}
