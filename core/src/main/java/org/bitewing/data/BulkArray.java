package org.bitewing.data;

import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Bulk data that lies in an array. */
record BulkArray(byte[] bytes, String name) implements BulkSource {
    @Override
    public InputStream open(long offset, long length) {
        return new ByteArrayInputStream(bytes, (int) offset, (int) length);
    }
}
