package org.bitewing.data;

/** Elements that are objects, in an array that nobody changes any more. */
final class ElementArray implements Elements {
    private final Element[] elements;

    private ElementArray(Element[] elements) {
        this.elements = elements;
    }

    /** Refuses elements that are not in ascending order of their tags. */
    static ElementArray over(Element[] elements) {
        for (int i = 1; i < elements.length; i++) {
            if (Integer.compareUnsigned(elements[i - 1].tag(), elements[i].tag()) >= 0) {
                throw new IllegalArgumentException("elements are in ascending order of their tags (PS3.5 7.1)");
            }
        }
        return new ElementArray(elements);
    }

    /** Where a tag is in a sorted array; where it is not, one less than the negated index at which it would be. */
    static int indexOf(Element[] sorted, int tag) {
        return new ElementArray(sorted).indexOf(tag);
    }

    @Override
    public int size() {
        return elements.length;
    }

    @Override
    public int tag(int index) {
        return elements[index].tag();
    }

    @Override
    public Element get(int index) {
        return elements[index];
    }

    @Override
    public void copyTo(Object[] target) {
        System.arraycopy(elements, 0, target, 0, elements.length);
    }
}
