package org.bitewing;

import java.util.Objects;
import org.bitewing.dict.TagPath;

/**
 * An exact place in what was read: where an engineer should look with a hex editor.
 *
 * @param source what the bytes came from, such as a file name; never empty
 * @param offset byte offset from the start of the source, or from the start of the inflated data set where the
 *               transfer syntax is deflated (PS3.5 A.5); negative where it is not known
 * @param path   the element concerned, {@link TagPath#ROOT} where there is none
 */
public record Location(String source, long offset, TagPath path) {
    /** Steps of a path that are still worth reading; deeper ones are met in hostile data. */
    private static final int LONGEST_PATH = 16;

    /**
     * Checks that nothing is missing.
     *
     * @param source what the bytes came from
     * @param offset byte offset, negative where not known
     * @param path   the element concerned
     */
    public Location {
        Objects.requireNonNull(source, "source");
        Objects.requireNonNull(path, "path");
    }

    /**
     * A place that is known by its source alone.
     *
     * @param source what the bytes came from
     * @return the location, without offset and path
     */
    public static Location of(String source) {
        return new Location(source, -1, TagPath.ROOT);
    }

    /** Source, offset and path in one line: {@code ct.dcm, offset 1024, (0028,0010)}. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(source);
        if (offset >= 0) {
            text.append(", offset ").append(offset);
        }
        if (!path.isRoot()) {
            text.append(", ").append(path.size() <= LONGEST_PATH ? path : path.size() + " steps deep");
        }
        return text.toString();
    }
}
