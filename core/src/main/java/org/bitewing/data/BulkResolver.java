package org.bitewing.data;

import java.io.IOException;
import org.bitewing.DicomException;

/**
 * Finds the bulk data that the JSON or XML model of a data set refers to (PS3.18 F.2.6, PS3.19 A.1.5). This library
 * never follows a reference by itself: whoever wrote it may be anyone.
 */
public interface BulkResolver {

    /**
     * Finds bulk data.
     *
     * @param reference a URI as it was written, absolute or not; or the UUID of the XML model
     * @return the value in little endian; of encapsulated pixel data, the items of PS3.5 A.4
     * @throws IOException    where it cannot be read
     * @throws DicomException where the reference is refused
     */
    BulkData resolve(String reference) throws IOException;

    /**
     * Refuses every reference.
     *
     * @return a resolver for data that has to be complete
     */
    static BulkResolver none() {
        return NoBulkData.HERE;
    }
}
