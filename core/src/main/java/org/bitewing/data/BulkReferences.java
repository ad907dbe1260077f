package org.bitewing.data;

import java.io.IOException;
import java.util.Optional;
import org.bitewing.dict.TagPath;

/**
 * Says where a value will be found that is not to be part of the JSON or XML model of its data set (PS3.18 F.2.6,
 * PS3.19 A.1.5), and puts it there if it is not there yet.
 */
public interface BulkReferences {

    /**
     * The reference of a value.
     *
     * @param path    the way to the element
     * @param element a {@link Value}, {@link BulkValue} or {@link Fragments}
     * @return a URI; empty where the value shall be inline
     * @throws IOException where the value cannot be put there
     */
    Optional<String> reference(TagPath path, Element element) throws IOException;

    /**
     * Everything inline.
     *
     * @return references that are always empty
     */
    static BulkReferences none() {
        return NoBulkData.HERE;
    }
}
