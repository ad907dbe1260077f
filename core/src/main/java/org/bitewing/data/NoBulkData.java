package org.bitewing.data;

import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.TagPath;

/** No bulk data, neither to be found nor to be put away. An enum and no lambda, which costs a tool its start. */
enum NoBulkData implements BulkResolver, BulkReferences {
    /** The only one. */
    HERE;

    @Override
    public BulkData resolve(String reference) {
        throw new DicomException(DicomException.Kind.VALUE,
                "bulk data is elsewhere, and there is nothing to find it with", Location.of("bulk data"), -1, -1);
    }

    @Override
    public Optional<String> reference(TagPath path, Element element) {
        return Optional.empty();
    }
}
