package org.bitewing.codec.transcode;

import java.util.List;
import java.util.function.BiConsumer;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;

/**
 * The functional groups of multi-frame images (PS3.3 C.7.6.16), those of each frame and those that all share: they have
 * to follow where the numbers of pixels change.
 */
public final class FunctionalGroups {
    private static final int[] SEQUENCES = {Tag.SharedFunctionalGroupsSequence, Tag.PerFrameFunctionalGroupsSequence};

    private FunctionalGroups() {
    }

    /**
     * Whether an image has functional groups.
     *
     * @param image a data set
     * @return true where there are those of each frame or shared ones
     */
    public static boolean areIn(Attributes image) {
        return image.contains(SEQUENCES[0]) || image.contains(SEQUENCES[1]);
    }

    /**
     * Whether an image has a functional group.
     *
     * @param image a data set
     * @param group the tag of the group's sequence
     * @return true where a frame or all of them have it
     */
    public static boolean have(Attributes image, int group) {
        for (int sequence : SEQUENCES) {
            for (Item groups : image.items(sequence)) {
                if (!groups.items(group).isEmpty()) {
                    return true;
                }
            }
        }
        return false;
    }

    /**
     * Changes the groups of each frame, and those that all share.
     *
     * @param image   a data set
     * @param builder of the changed data set
     * @param change  takes groups as they are, and the builder of what becomes of them
     */
    public static void change(Attributes image, DataSetBuilder builder, BiConsumer<Attributes, DataSetBuilder> change) {
        for (int sequence : SEQUENCES) {
            List<Item> items = image.items(sequence);
            DataSetBuilder[] changed = new DataSetBuilder[items.size()];
            for (int i = 0; i < changed.length; i++) {
                changed[i] = DataSet.builder().setAll(items.get(i));
                change.accept(items.get(i), changed[i]);
            }
            if (changed.length > 0) {
                builder.set(sequence, changed);
            }
        }
    }
}
