package org.bitewing.model;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.bitewing.data.Attributes;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.TagPath;

/** A way through a whole tree without recursion, as limits may allow a depth that no stack has. */
public final class TreeWalk {
    private final Deque<Level> levels = new ArrayDeque<>();

    /** A data set or item on the way, and where in it the way is. */
    private static final class Level {
        final Attributes attributes;
        final TagPath path;
        int next;
        Sequence sequence;
        int item;

        Level(Attributes attributes, TagPath path) {
            this.attributes = attributes;
            this.path = path;
        }
    }

    private TreeWalk() {
    }

    /**
     * Goes through a data set.
     *
     * @param attributes the data set; nothing is called for its own start and end
     * @param visitor    is told what there is
     * @throws IOException where the visitor cannot write
     */
    public static void of(Attributes attributes, TreeVisitor visitor) throws IOException {
        TreeWalk walk = new TreeWalk();
        walk.levels.push(new Level(attributes, TagPath.ROOT));
        while (!walk.levels.isEmpty()) {
            Level level = walk.levels.getFirst();
            if (level.sequence != null) {
                walk.nextItem(level, visitor);
            } else if (level.next < level.attributes.size()) {
                nextElement(level, visitor);
            } else {
                walk.levels.pop();
                if (!walk.levels.isEmpty()) {
                    visitor.endItem();
                }
            }
        }
    }

    private static void nextElement(Level level, TreeVisitor visitor) throws IOException {
        Element element = level.attributes.get(level.next++);
        if (element instanceof Sequence sequence) {
            visitor.startSequence(sequence);
            level.sequence = sequence;
            level.item = 0;
        } else {
            visitor.element(element, level.attributes, level.path);
        }
    }

    private void nextItem(Level level, TreeVisitor visitor) throws IOException {
        Sequence sequence = level.sequence;
        if (level.item == sequence.items().size()) {
            level.sequence = null;
            visitor.endSequence(sequence);
            return;
        }
        Item item = sequence.items().get(level.item);
        visitor.startItem(item, level.item, sequence);
        levels.push(new Level(item, level.path.item(sequence.tag(), level.item)));
        level.item++;
    }
}
