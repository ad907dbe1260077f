package org.bitewing.tools.modify;

import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.data.DataSet;
import org.bitewing.tools.cli.Console;

/** Elements given as {@code path=value}, as {@code dcmodify --insert} takes them. */
public final class Overrides {
    private Overrides() {
    }

    /**
     * Inserts or overwrites elements.
     *
     * @param set     a data set without file meta information
     * @param keys    each a path, an equals sign and a value, or a path alone for an empty element
     * @param console for warnings
     * @return the changed data set
     * @throws IllegalArgumentException where a key makes no sense; the message holds the key and the reason
     */
    public static DataSet apply(DataSet set, List<String> keys, Console console) {
        Modification modification = new Modification(new ModificationSettings(false, false, false), new NewUids(),
                console);
        DataSet changed = set;
        for (String key : keys) {
            try {
                changed = modification.apply(Change.of(Change.Kind.INSERT, key), changed);
            } catch (ChangeException e) {
                throw new IllegalArgumentException(key + ": " + e.getMessage(), e);
            } catch (DicomException e) {
                throw new IllegalArgumentException(key + ": " + e.reason(), e);
            }
        }
        return changed;
    }
}
