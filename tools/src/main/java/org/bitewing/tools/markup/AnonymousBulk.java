package org.bitewing.tools.markup;

import java.util.Optional;
import java.util.UUID;
import org.bitewing.data.BulkReferences;
import org.bitewing.data.Element;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;

/** A new UUID for each value that is bytes, as DCMTK gives them: the document says that there is one, and not more. */
record AnonymousBulk() implements BulkReferences {
    @Override
    public Optional<String> reference(TagPath path, Element element) {
        return element.vr().kind() == VR.Kind.BINARY ? Optional.of(UUID.randomUUID().toString()) : Optional.empty();
    }
}
