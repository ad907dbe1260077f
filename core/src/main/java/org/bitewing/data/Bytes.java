package org.bitewing.data;

import java.io.IOException;
import java.io.UncheckedIOException;

/** The bytes of an element, wherever they are. */
final class Bytes {
    private Bytes() {
    }

    static byte[] of(Element element) {
        return element instanceof Value value ? value.bytes() : load(bulk(element));
    }

    static BulkData bulk(Element element) {
        if (element instanceof Value value) {
            return BulkData.of(BulkSource.of(value.arena(), "memory"), value.offset(), value.size());
        }
        if (element instanceof BulkValue value) {
            return value.data();
        }
        throw Texts.wrong(element.tag(), element instanceof Sequence ? "is a sequence and has no bytes of its own"
                : "is encapsulated; ask for its fragments");
    }

    private static byte[] load(BulkData data) {
        try {
            return data.bytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The value in memory, loaded where it stayed in its file. */
    static Value value(Element element) {
        if (element instanceof Value value) {
            return value;
        }
        byte[] bytes = of(element);
        return Value.over(element.tag(), element.vrCode(), bytes, 0, bytes.length);
    }

    static long number(byte[] bytes, int offset, int size) {
        long number = 0;
        for (int i = size - 1; i >= 0; i--) {
            number = number << 8 | bytes[offset + i] & 0xff;
        }
        return number;
    }
}
