package org.bitewing.net;

import java.io.IOException;
import org.bitewing.data.DataSet;

/** An object that has been received as a whole and has no name yet. */
public interface ReceivedObject {

    /**
     * Which one, and from whom.
     *
     * @return the request
     */
    StoreRequest request();

    /**
     * The elements of the data set before a tag, as for {@code object.dataSetBefore(0x00200010)} to find the Study
     * Instance UID. Reads the file again.
     *
     * @param tag where to stop
     * @return the elements
     * @throws IOException                 where it cannot be read
     * @throws org.bitewing.DicomException where it is not DICOM
     */
    DataSet dataSetBefore(int tag) throws IOException;
}
