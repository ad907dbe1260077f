package org.bitewing.tools.files;

import java.util.Optional;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.io.FileMeta;
import org.bitewing.io.TransferSyntax;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;

/** The file meta information (PS3.10 7.1) of what a command writes, as DCMTK completes that which is there. */
public final class MetaInformation {
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
        DataSetBuilder builder = withMade(dataSet, syntax);
        keep(Tag.MediaStorageSOPClassUID, Tag.SOPClassUID, dataSet, builder, console);
        keep(Tag.MediaStorageSOPInstanceUID, Tag.SOPInstanceUID, dataSet, builder, console);
        return builder.build();
    }

    /**
     * A data set with its file meta information brought up to date: SOP class and instance are those of the data set.
     *
     * @param dataSet with or without elements of group 0002
     * @param syntax  in which it will be written
     * @return the data set, to be written with {@link org.bitewing.io.WriteOptions.FileMetaForm#KEPT}
     */
    public static DataSet updated(DataSet dataSet, TransferSyntax syntax) {
        return withMade(dataSet, syntax).build();
    }

    private static DataSetBuilder withMade(DataSet dataSet, TransferSyntax syntax) {
        DataSetBuilder builder = dataSet.toBuilder();
        for (Element element : FileMeta.madeFor(dataSet, syntax).elements()) {
            builder.set(element);
        }
        return builder;
    }

    private static void keep(int metaTag, int tag, DataSet dataSet, DataSetBuilder builder, Console console) {
        Optional<String> named = dataSet.uid(metaTag);
        if (named.isEmpty()) {
            return;
        }
        Optional<String> found = dataSet.uid(tag);
        if (found.isPresent() && !found.equals(named)) {
            console.log(Level.WARN, "DcmFileFormat: Value of " + Dictionary.keywordOf(tag)
                    + " in MetaHeader and Dataset is different");
        }
        builder.set(metaTag, named.get());
    }
}
