package org.bitewing.io;

import java.io.IOException;
import java.util.Optional;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkSource;

/** Where the values that are not loaded can be found later: asked of the source once, when the first one comes. */
final class BulkPlace {
    private final EventReader reader;
    private Optional<BulkSource> source = Optional.empty();
    private boolean asked;

    BulkPlace(EventReader reader) {
        this.reader = reader;
    }

    /** Whether values can stay where they are: what is inflated has no place. */
    boolean isKept() throws IOException {
        if (!asked) {
            asked = true;
            source = reader.source.bulk();
        }
        return source.isPresent() && !reader.inflated;
    }

    /** The value at hand, left where it is. */
    BulkData data(int swapUnit) {
        BulkData data = BulkData.of(source.orElseThrow(), reader.value.offset, reader.length);
        return swapUnit == 1 ? data : data.bigEndian(swapUnit);
    }

    /** The first bytes of the value at hand; the rest is gone. */
    BulkData head(int most) throws IOException {
        byte[] head = new byte[most];
        int count = Math.max(0, reader.value.read(head, 0, most));
        byte[] kept = count == most ? head : java.util.Arrays.copyOf(head, count);
        return BulkData.of(BulkSource.headOf(kept, reader.source.name()), 0, reader.length);
    }
}
