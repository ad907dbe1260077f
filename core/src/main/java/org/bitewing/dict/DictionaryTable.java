package org.bitewing.dict;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One of the tables among the resources: lines of columns between tabs, sorted by their bytes, searched in place.
 * Strings are joined without {@code +}, whose first use costs a Java machine that has just started milliseconds.
 */
final class DictionaryTable {
    private final byte[] bytes;

    private DictionaryTable(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Reads a table whole. */
    static DictionaryTable load(String name) {
        try (InputStream stream = DictionaryTable.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing beside the classes of " + Dictionary.class);
            }
            return new DictionaryTable(stream.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The columns of every line. */
    List<String[]> rows() {
        List<String[]> rows = new ArrayList<>();
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n")) {
            if (!line.startsWith("#")) {
                rows.add(line.split("\t", -1));
            }
        }
        return rows;
    }

    /** The columns behind the first ones, which are the key with tabs between; empty where there is no such line. */
    String[] row(String key) {
        byte[] start = key.concat("\t").getBytes(StandardCharsets.UTF_8);
        int low = 0;
        int high = bytes.length;
        while (low < high) {
            int line = (low + high) >>> 1;
            while (line > low && bytes[line - 1] != '\n') {
                line--;
            }
            int end = line;
            while (bytes[end] != '\n') {
                end++;
            }
            int compared = Math.min(end, line + start.length);
            int order = Arrays.compareUnsigned(bytes, line, compared, start, 0, start.length);
            if (order == 0) {
                return new String(bytes, compared, end - compared, StandardCharsets.UTF_8).split("\t", -1);
            }
            if (order > 0) {
                high = line;
            } else {
                low = end + 1;
            }
        }
        return new String[0];
    }
}
