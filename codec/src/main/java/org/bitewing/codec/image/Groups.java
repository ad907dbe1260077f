package org.bitewing.codec.image;

import java.util.List;
import java.util.Optional;
import org.bitewing.data.Attributes;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;

/** Where a frame's attributes are: in its functional groups (PS3.3 C.7.6.16), those of all frames, or the data set. */
final class Groups {
    private Groups() {
    }

    /** The first item of a functional group's sequence, or the data set where there is no such group. */
    static Attributes of(Attributes attributes, int frame, int sequence) {
        List<Item> frames = attributes.items(Tag.PerFrameFunctionalGroupsSequence);
        Optional<Item> found = frame < frames.size() ? first(frames.get(frame), sequence) : Optional.empty();
        if (found.isEmpty()) {
            List<Item> shared = attributes.items(Tag.SharedFunctionalGroupsSequence);
            found = shared.isEmpty() ? Optional.empty() : first(shared.get(0), sequence);
        }
        return found.isPresent() ? found.get() : attributes;
    }

    private static Optional<Item> first(Item groups, int sequence) {
        return groups.items(sequence).stream().findFirst();
    }
}
