package org.bitewing.tools.modify;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkSource;
import org.bitewing.data.DataSet;
import org.bitewing.data.Edit;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.NewValue;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.dcmtk.DcmtkNames;
import org.bitewing.tools.dcmtk.PathText;
import org.bitewing.tools.dcmtk.ValueText;
import org.bitewing.tools.dcmtk.ValueTextException;

/** Makes changes to data sets without their file meta information, and refuses what makes no sense. */
final class Modification {
    private static final String NOT_FOUND = "Tag not found";

    private final ModificationSettings settings;
    private final NewUids uids;
    private final Console console;

    Modification(ModificationSettings settings, NewUids uids, Console console) {
        this.settings = settings;
        this.uids = uids;
        this.console = console;
    }

    /**
     * Makes one change.
     *
     * @throws ChangeException where it cannot be made
     * @throws DicomException  where the value does not suit
     */
    DataSet apply(Change change, DataSet set) {
        return switch (change.kind()) {
            case INSERT, INSERT_FROM_FILE, MODIFY, MODIFY_FROM_FILE -> put(change, path(change), set);
            case MODIFY_ALL -> putEverywhere(change, tag(change), set);
            case ERASE -> erase(path(change), set);
            case ERASE_ALL -> erase(new Edit.RemoveEverywhere(tag(change), !settings.ignoreMissing()),
                    set);
            case ERASE_PRIVATE -> set.with(new Edit.RemovePrivate());
            case NEW_STUDY -> renew(Tag.StudyInstanceUID, set);
            case NEW_SERIES -> renew(Tag.SeriesInstanceUID, set);
            case NEW_INSTANCE -> renew(Tag.SOPInstanceUID, set);
        };
    }

    private DataSet renew(int tag, DataSet set) {
        return set.with(Edit.set(tag, uids.of(set.uid(tag))));
    }

    private static TagPath path(Change change) {
        try {
            return PathText.parse(change.path());
        } catch (IllegalArgumentException e) {
            throw new ChangeException(e.getMessage());
        }
    }

    private static int tag(Change change) {
        TagPath path;
        try {
            path = PathText.parse(change.path());
        } catch (IllegalArgumentException e) {
            throw new ChangeException(change.path() + " not found in dictionary!");
        }
        if (path.size() != 1 || path.item(0) != TagPath.NO_ITEM) {
            throw new ChangeException(change.path() + " is a path, and all tags are asked for");
        }
        return path.tag(0);
    }

    // ---- erase -----------------------------------------------------------------------------------------------------

    private DataSet erase(TagPath path, DataSet set) {
        checkSequences(set, path);
        return erase(new Edit.Remove(path, !settings.ignoreMissing()), set);
    }

    private static DataSet erase(Edit edit, DataSet set) {
        try {
            return set.with(edit);
        } catch (DicomException e) {
            // Nothing is there, or no way leads to it.
            throw new ChangeException(NOT_FOUND);
        }
    }

    // ---- insert and modify -----------------------------------------------------------------------------------------

    private DataSet missing(DataSet set) {
        if (!settings.ignoreMissing()) {
            throw new ChangeException(NOT_FOUND);
        }
        return set;
    }

    private DataSet put(Change change, TagPath path, DataSet set) {
        boolean inserts = change.kind().inserts();
        int last = path.size() - 1;
        int tag = path.tag(last);
        for (int step = 0; step < path.size(); step++) {
            checkGroup(path.tag(step));
        }
        if (path.item(last) != TagPath.NO_ITEM) {
            return makeItem(change, path, set);
        }
        if (change.kind().fromFile()) {
            file(change.value());
        }
        List<Attributes> owners = owners(set, path);
        if (inserts && isPrivate(tag) && !settings.ignoreReservation()) {
            checkCreator(tag, owners);
        }
        List<Element> there = there(owners, tag);
        if (!inserts && there.isEmpty() || inserts && owners.isEmpty() && hasEvery(path)) {
            return missing(set);
        }
        if (!there.isEmpty() && there.get(0) instanceof Sequence || there.isEmpty() && isSequence(tag)) {
            return putSequence(change, path, there, set);
        }
        VR vr = vrOf(tag, owners, there);
        boolean unknown = vr == VR.UN || !there.isEmpty() && there.get(0).vr() == VR.UN;
        if (unknown && settings.ignoreUnknown()) {
            console.log(Level.WARN, "will not write value to attribute having VR=UN: " + Tag.toString(tag));
            return set;
        }
        return set.with(new Edit.Set(path, value(change, tag, vr), Optional.of(fitting(change, tag, vr)), inserts,
                false));
    }

    /** Which groups are for a data set (PS3.5 7.1, 7.5, 7.8). */
    private static void checkGroup(int tag) {
        int group = tag >>> 16;
        if (group == 0 || group == 2) {
            throw new ChangeException("Cannot insert/modify tags with group 0000 or 0002!");
        }
        if ((group & 1) == 1 && group < 8 || group == 0xffff) {
            throw new ChangeException("Groups 0001,0003,0005,0007,FFFF are illegal!");
        }
        if (group == 0xfffe) {
            throw new ChangeException("Group FFFE is for items and delimiters");
        }
    }

    private static boolean isPrivate(int tag) {
        return (tag & 0x10000) != 0 && (tag & 0xffff) > 0xff;
    }

    private static boolean hasEvery(TagPath path) {
        for (int step = 0; step < path.size(); step++) {
            if (path.item(step) == TagPath.EVERY_ITEM) {
                return true;
            }
        }
        return false;
    }

    private DataSet makeItem(Change change, TagPath path, DataSet set) {
        if (!change.kind().inserts() || !change.value().isEmpty()) {
            throw new ChangeException("Cannot modify non-leaf elements!");
        }
        checkSequences(set, path);
        // All items that are there are there already.
        return path.item(path.size() - 1) == TagPath.EVERY_ITEM ? set : set.with(new Edit.MakeItem(path));
    }

    private DataSet putSequence(Change change, TagPath path, List<Element> there, DataSet set) {
        if (!change.value().isEmpty() || change.kind().fromFile()) {
            throw new ChangeException("Cannot put value into non-leaf elements!");
        }
        if (!change.kind().inserts()) {
            throw new ChangeException("Cannot modify non-leaf elements!");
        }
        return there.isEmpty() ? set.with(Edit.setItems(path)) : set;
    }

    private DataSet putEverywhere(Change change, int tag, DataSet set) {
        VR vr = Dictionary.vrOf(tag);
        Optional<Element> one = anywhere(set, tag);
        if (one.isEmpty()) {
            return missing(set);
        }
        if (one.get() instanceof Sequence) {
            throw new ChangeException("Cannot put value into non-leaf elements!");
        }
        VR used = one.get().vr() == VR.UN ? vr : one.get().vr();
        return set.with(new Edit.SetEverywhere(tag, value(change, tag, used), Optional.of(used), true));
    }

    // ---- what is there ---------------------------------------------------------------------------------------------

    private static Optional<Element> anywhere(Attributes attributes, int tag) {
        Optional<Element> found = attributes.element(tag);
        for (int i = 0; found.isEmpty() && i < attributes.size(); i++) {
            if (attributes.get(i) instanceof Sequence sequence) {
                for (int item = 0; found.isEmpty() && item < sequence.items().size(); item++) {
                    found = anywhere(sequence.items().get(item), tag);
                }
            }
        }
        return found;
    }

    /** Every data set or item that is there and would hold the last element of a path. */
    private static List<Attributes> owners(DataSet set, TagPath path) {
        checkSequences(set, path);
        List<Attributes> owners = List.of(set);
        for (int step = 0; step < path.size() - 1; step++) {
            List<Attributes> next = new ArrayList<>();
            for (Attributes owner : owners) {
                List<Item> items = owner.items(path.tag(step));
                int item = path.item(step);
                if (item == TagPath.EVERY_ITEM) {
                    next.addAll(items);
                } else if (item < items.size()) {
                    next.add(items.get(item));
                }
            }
            owners = next;
        }
        return owners;
    }

    /** Refuses a path through something that is no sequence, be it there or not. */
    private static void checkSequences(DataSet set, TagPath path) {
        List<Attributes> owners = List.of(set);
        for (int step = 0; step < path.size() && path.item(step) != TagPath.NO_ITEM; step++) {
            int tag = path.tag(step);
            List<Attributes> next = new ArrayList<>();
            boolean isThere = false;
            for (Attributes owner : owners) {
                Optional<Element> found = owner.element(tag);
                isThere |= found.isPresent();
                if (found.isPresent() && !(found.get() instanceof Sequence) && found.get().length() > 0) {
                    throw new ChangeException("Invalid Path: Non-sequence tag found with rest path following");
                }
                if (found.isPresent() && found.get() instanceof Sequence sequence) {
                    next.addAll(sequence.items());
                }
            }
            if (!isThere && !isSequence(tag) && Dictionary.vrOf(tag) != VR.UN) {
                throw new ChangeException("Invalid Path: Non-sequence tag found with rest path following");
            }
            owners = next;
        }
    }

    private static boolean isSequence(int tag) {
        return Dictionary.vrOf(tag) == VR.SQ;
    }

    private static List<Element> there(List<Attributes> owners, int tag) {
        List<Element> there = new ArrayList<>();
        for (Attributes owner : owners) {
            Optional<Element> found = owner.element(tag);
            if (found.isPresent()) {
                there.add(found.get());
            }
        }
        return there;
    }

    /** Whether the block of a private element is reserved (PS3.5 7.8.1) wherever it shall be. */
    private static void checkCreator(int tag, List<Attributes> owners) {
        int creator = tag & 0xffff0000 | tag >>> 8 & 0xff;
        boolean reserved = !owners.isEmpty();
        for (Attributes owner : owners) {
            Optional<Element> found = owner.element(creator);
            reserved &= found.isPresent() && found.get().length() > 0;
        }
        if (!reserved) {
            throw new ChangeException("Invalid or empty private creator tag: " + Tag.toString(creator));
        }
    }

    /** The VR that an element has, or that of the dictionary where it has none, or none that says something. */
    private static VR vrOf(int tag, List<Attributes> owners, List<Element> there) {
        if (!there.isEmpty() && there.get(0).vr() != VR.UN) {
            return there.get(0).vr();
        }
        VR known = Dictionary.vrOf(tag);
        return known != VR.UN || owners.isEmpty() ? known
                : owners.get(0).meaning(Value.of(tag, VR.UN, new byte[0]));
    }

    // ---- values ----------------------------------------------------------------------------------------------------

    /** A negative number where the standard has US or SS makes it SS. */
    private static VR fitting(Change change, int tag, VR vr) {
        boolean signed = vr == VR.US && change.value().indexOf('-') >= 0 && Dictionary.vrsOf(tag).contains(VR.SS);
        return signed && !change.kind().fromFile() ? VR.SS : vr;
    }

    private static NewValue value(Change change, int tag, VR vr) {
        if (change.kind().fromFile()) {
            return new NewValue.Bytes(file(change.value()));
        }
        String text = change.value();
        if (text.isEmpty()) {
            return new NewValue.Text(List.of());
        }
        if (vr == VR.UI && text.startsWith("=")) {
            return new NewValue.Text(List.of(uid(text.substring(1))));
        }
        if (!ValueText.isBinary(vr)) {
            return new NewValue.Text(List.of(text));
        }
        byte[] ascii = text.getBytes(StandardCharsets.US_ASCII);
        try {
            return new NewValue.Bytes(BulkData.of(ValueText.parse(fitting(change, tag, vr), ascii, 0, ascii.length)));
        } catch (ValueTextException e) {
            throw new ChangeException("Corrupted data: " + e.getMessage() + " (value, character "
                    + (e.position() + 1) + ")");
        }
    }

    private static String uid(String name) {
        Optional<String> uid = DcmtkNames.uidOf(name);
        if (uid.isEmpty()) {
            throw new ChangeException("Unknown UID name: No mapping to UID value defined");
        }
        return uid.get();
    }

    private static BulkData file(String name) {
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path)) {
                long length = Files.size(path);
                if ((length & 1) != 0) {
                    throw new ChangeException("Cannot insert/modify value with odd length from file!");
                }
                return BulkData.of(BulkSource.of(path, length), 0, length);
            }
        } catch (IOException | InvalidPathException e) {
            // Said below.
        }
        throw new ChangeException("File to read value from does not exist!");
    }
}
