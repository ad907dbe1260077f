package org.bitewing.tools.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.data.DataSet;
import org.bitewing.data.Edit;
import org.bitewing.data.Element;
import org.bitewing.data.Uids;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.io.FileMeta;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/** The file meta information (PS3.10 7.1) of what a command writes, as DCMTK completes that which is there. */
public final class MetaInformation {
    private static final int GROUP = 0x0002;

    private MetaInformation() {
    }

    /**
     * A data set with its file meta information completed: SOP class and instance that group 0002 names stay even where
     * they are not those of the data set, with a warning; the implementation becomes ours.
     *
     * @param dataSet with or without elements of group 0002
     * @param syntax  in which it will be written
     * @param console for the warnings
     * @return the data set, to be written with {@link org.bitewing.io.WriteOptions.FileMetaForm#KEPT}
     */
    public static DataSet completed(DataSet dataSet, TransferSyntax syntax, Console console) {
        List<Edit> kept = new ArrayList<>();
        keep(Tag.MediaStorageSOPClassUID, Tag.SOPClassUID, dataSet, kept, console);
        keep(Tag.MediaStorageSOPInstanceUID, Tag.SOPInstanceUID, dataSet, kept, console);
        return updated(dataSet, syntax).with(kept);
    }

    private static void keep(int metaTag, int tag, DataSet dataSet, List<Edit> kept, Console console) {
        Optional<String> named = dataSet.uid(metaTag);
        if (named.isEmpty()) {
            return;
        }
        Optional<String> found = dataSet.uid(tag);
        if (found.isPresent() && !found.equals(named)) {
            console.log(Level.WARN, "DcmFileFormat: Value of " + Dictionary.keywordOf(tag)
                    + " in MetaHeader and Dataset is different");
        }
        kept.add(Edit.set(metaTag, named.get()));
    }

    /**
     * A data set with its file meta information brought up to date: SOP class and instance are those of the data set.
     *
     * @param dataSet with or without elements of group 0002
     * @param syntax  in which it will be written
     * @return the data set, to be written with {@link org.bitewing.io.WriteOptions.FileMetaForm#KEPT}
     */
    public static DataSet updated(DataSet dataSet, TransferSyntax syntax) {
        return with(FileMeta.madeFor(dataSet, syntax), dataSet);
    }

    /**
     * A data set with new file meta information, of which nothing comes from group 0002 as it was.
     *
     * @param dataSet with or without elements of group 0002
     * @param syntax  in which it will be written
     * @return the data set, to be written with {@link org.bitewing.io.WriteOptions.FileMetaForm#KEPT}
     */
    public static DataSet replaced(DataSet dataSet, TransferSyntax syntax) {
        return with(FileMeta.of(dataSet.uid(Tag.SOPClassUID).orElse(FileMeta.ANY_DATA_SET_CLASS_UID),
                dataSet.uid(Tag.SOPInstanceUID).orElse(Uids.random()), syntax.uid()), dataSet);
    }

    private static DataSet with(FileMeta meta, DataSet dataSet) {
        List<Element> elements = new ArrayList<>();
        int index = 0;
        while (index < dataSet.size() && dataSet.get(index).tag() >>> 16 < GROUP) {
            elements.add(dataSet.get(index++));
        }
        elements.addAll(meta.elements());
        for (; index < dataSet.size(); index++) {
            if (dataSet.get(index).tag() >>> 16 != GROUP) {
                elements.add(dataSet.get(index));
            }
        }
        return DataSet.of(elements, dataSet.characterSet(), dataSet.preamble(), dataSet.problems());
    }
}
