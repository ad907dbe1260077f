package org.bitewing.xml;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.VR;
import org.bitewing.model.TreeAssembly;
import org.bitewing.model.ValueBytes;

/**
 * The blocks of private attributes, which the XML model names by their creator (PS3.19 A.1.2): that of the creator
 * where it is in the data set or item, else a new one, reserved as PS3.5 7.8.1 has it.
 */
final class PrivateBlocks {
    private static final int FIRST = 0x10;
    private static final int LAST = 0xff;

    private final TreeAssembly tree;
    /** The creators that were added, for the open data set and items. */
    private final Deque<Set<Integer>> added = new ArrayDeque<>();

    PrivateBlocks(TreeAssembly tree) {
        this.tree = tree;
        startItem();
    }

    void startItem() {
        added.push(Set.of());
    }

    void endItem() {
        added.pop();
    }

    /** The tag in this data set or item of what a document calls by a tag and a creator, which may be empty. */
    int place(int tag, String creator) {
        if (added.getFirst().contains(tag)) {
            throw tree.wrong(tag, "a private creator comes before the attributes of its block (PS3.5 7.8.1)");
        }
        int block = tag >>> 8 & 0xff;
        if (creator.isEmpty() || (tag & 0x10000) == 0) {
            return tag;
        }
        int group = tag & 0xffff0000;
        if (block >= FIRST) {
            if (!tree.has(group | block)) {
                add(group | block, creator);
            }
            return tag;
        }
        return group | blockOf(group, creator, tag) << 8 | tag & 0xff;
    }

    private int blockOf(int group, String creator, int tag) {
        byte[] name = name(creator, tag);
        for (int block = FIRST; block <= LAST; block++) {
            if (isNamed(tree.elements().get(group | block), name)) {
                return block;
            }
        }
        for (int block = FIRST; block <= LAST; block++) {
            if (!tree.has(group | block)) {
                add(group | block, creator);
                return block;
            }
        }
        throw tree.wrong(tag, "all private blocks of the group are reserved (PS3.5 7.8.1)");
    }

    private byte[] name(String creator, int tag) {
        try {
            return ValueBytes.of(VR.LO, List.of(creator));
        } catch (IllegalArgumentException e) {
            throw tree.wrong(tag, e.getMessage());
        }
    }

    private static boolean isNamed(Element element, byte[] name) {
        return element instanceof Value value && trimmed(value.bytes()).equals(trimmed(name));
    }

    private static String trimmed(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).strip();
    }

    private void add(int tag, String creator) {
        tree.add(Value.of(tag, VR.LO, name(creator, tag)));
        if (added.getFirst().isEmpty()) {
            added.pop();
            added.push(new HashSet<>());
        }
        added.getFirst().add(tag);
    }
}
