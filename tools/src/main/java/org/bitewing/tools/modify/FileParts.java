package org.bitewing.tools.modify;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;

/**
 * A file as its meta information, which changes do not see, and its data set.
 *
 * @param meta    the elements of group 0002
 * @param dataSet the others
 */
record FileParts(List<Element> meta, DataSet dataSet) {

    static FileParts of(DataSet file) {
        List<Element> meta = new ArrayList<>();
        List<Element> others = new ArrayList<>(file.size());
        for (Element element : file.elements()) {
            (element.tag() >>> 16 == 0x0002 ? meta : others).add(element);
        }
        return new FileParts(meta, DataSet.of(others, file.characterSet(), file.preamble(), file.problems()));
    }

    FileParts withDataSet(DataSet changed) {
        return new FileParts(meta, changed);
    }

    DataSet joined() {
        List<Element> all = new ArrayList<>(meta.size() + dataSet.size());
        int index = 0;
        while (index < dataSet.size() && dataSet.get(index).tag() >>> 16 < 0x0002) {
            all.add(dataSet.get(index++));
        }
        all.addAll(meta);
        all.addAll(dataSet.elements().subList(index, dataSet.size()));
        return DataSet.of(all, dataSet.characterSet(), dataSet.preamble(), dataSet.problems());
    }
}
