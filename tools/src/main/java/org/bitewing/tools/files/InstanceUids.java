package org.bitewing.tools.files;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.DataSet;
import org.bitewing.data.Edit;
import org.bitewing.data.Uids;
import org.bitewing.dict.Tag;

/** New unique identifiers for what a command makes. */
public final class InstanceUids {
    private InstanceUids() {
    }

    /**
     * Sets Study, Series and SOP Instance UID where they are missing.
     *
     * @param dataSet   the data set
     * @param overwrite true where those that are there are replaced, too
     * @return a data set that has all three
     */
    public static DataSet generated(DataSet dataSet, boolean overwrite) {
        List<Edit> edits = new ArrayList<>();
        for (int tag : new int[] {Tag.StudyInstanceUID, Tag.SeriesInstanceUID, Tag.SOPInstanceUID}) {
            if (overwrite || dataSet.uid(tag).isEmpty()) {
                edits.add(Edit.set(tag, Uids.random()));
            }
        }
        return dataSet.with(edits);
    }
}
