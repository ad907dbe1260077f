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
        for (int i = 1; i < elements.length; i++) {
            if (Integer.compareUnsigned(elements[i - 1].tag(), elements[i].tag()) >= 0) {
                throw new IllegalArgumentException("elements are in ascending order of their tags (PS3.5 7.1)");
            }
        }
    }
}
