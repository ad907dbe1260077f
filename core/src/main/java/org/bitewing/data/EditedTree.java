package org.bitewing.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.bitewing.DicomException;
import org.bitewing.Location;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/**
 * One {@link Edit} on a tree: what lies on the way to a change is made anew, all else is shared with the tree before.
 * Recurses as deep as the tree is.
 */
final class EditedTree {
    /** The longest path of an edit. */
    static final int DEEPEST = 1000;
    /** The most items that an edit makes in one sequence. */
    private static final int MOST_ITEMS = 1 << 20;

    private final Edit edit;
    private int hits;

    private EditedTree(Edit edit) {
        this.edit = edit;
    }

    static DataSet of(DataSet dataSet, Edit edit) {
        EditedTree tree = new EditedTree(edit);
        Element[] elements = tree.elements(dataSet);
        tree.checkHits();
        SpecificCharacterSet characterSet = dataSet.characterSet();
        if (tree.touchesCharacterSet()) {
            characterSet = own(elements, SpecificCharacterSet.ASCII);
            inherit(elements, characterSet);
        }
        return DataSet.over(elements, characterSet, dataSet.preamble(), List.of());
    }

    private Element[] elements(DataSet dataSet) {
        if (edit instanceof Edit.Set set) {
            return along(dataSet, set.path(), 0, set.creates());
        }
        if (edit instanceof Edit.Append append) {
            return along(dataSet, append.path(), 0, true);
        }
        if (edit instanceof Edit.MakeItem make) {
            return along(dataSet, make.path(), 0, true);
        }
        if (edit instanceof Edit.Remove remove) {
            return along(dataSet, remove.path(), 0, false);
        }
        return everywhere(dataSet);
    }

    private void checkHits() {
        if (hits > 0) {
            return;
        }
        if (edit instanceof Edit.Set set && set.required()) {
            throw notThere(set.path());
        }
        if (edit instanceof Edit.Remove remove && remove.required()) {
            throw notThere(remove.path());
        }
        if (edit instanceof Edit.SetEverywhere set && set.required()) {
            throw notThere(TagPath.of(set.tag()));
        }
        if (edit instanceof Edit.RemoveEverywhere remove && remove.required()) {
            throw notThere(TagPath.of(remove.tag()));
        }
    }

    private static DicomException notThere(TagPath path) {
        return new DicomException(DicomException.Kind.VALUE, "there is no such element",
                new Location("data set", -1, path), -1, -1);
    }

    // ---- along a path ----------------------------------------------------------------------------------------------

    private Element[] along(Attributes owner, TagPath path, int step, boolean creates) {
        Element[] elements = array(owner);
        int tag = path.tag(step);
        int item = path.item(step);
        if (item == TagPath.NO_ITEM) {
            return atElement(owner, elements, tag);
        }
        Optional<Sequence> found = sequence(owner, tag);
        if (found.isEmpty() && !(creates && item >= 0)) {
            return elements;
        }
        Sequence sequence = found.orElse(new Sequence(tag, VR.SQ.code(), Element.UNDEFINED_LENGTH, List.of()));
        List<Item> items = new ArrayList<>(sequence.items());
        fill(items, creates ? item : -1, owner.characterSet(), path);
        boolean last = step == path.size() - 1;
        if (last) {
            atItem(items, item);
        } else {
            int from = item == TagPath.EVERY_ITEM ? 0 : item;
            int to = item == TagPath.EVERY_ITEM ? items.size() : Math.min(item + 1, items.size());
            for (int i = from; i < to; i++) {
                items.set(i, with(items.get(i), along(items.get(i), path, step + 1, creates)));
            }
        }
        return with(elements, new Sequence(tag, sequence.vrCode(), sequence.length(), items));
    }

    /** Makes empty items up to an index. */
    private static void fill(List<Item> items, int index, SpecificCharacterSet characterSet, TagPath path) {
        if (index - items.size() >= MOST_ITEMS) {
            throw new DicomException(DicomException.Kind.LIMIT, "an edit makes at most " + MOST_ITEMS + " items",
                    new Location("data set", -1, path), -1, -1);
        }
        while (items.size() <= index) {
            items.add(Item.over(new Element[0], characterSet, Element.UNDEFINED_LENGTH, -1));
        }
    }

    private Element[] atElement(Attributes owner, Element[] elements, int tag) {
        Optional<Element> there = owner.element(tag);
        if (edit instanceof Edit.Set set) {
            if (there.isEmpty() && !set.creates()) {
                return elements;
            }
            hits++;
            return with(elements, encoded(owner, tag, set.value(), set.vr()));
        }
        if (edit instanceof Edit.Append append) {
            hits++;
            Sequence sequence = sequence(owner, tag)
                    .orElse(new Sequence(tag, VR.SQ.code(), Element.UNDEFINED_LENGTH, List.of()));
            List<Item> items = new ArrayList<>(sequence.items());
            items.add(item(append.item(), owner.characterSet()));
            return with(elements, new Sequence(tag, sequence.vrCode(), sequence.length(), items));
        }
        hits += there.isPresent() ? 1 : 0;
        return without(elements, tag);
    }

    private void atItem(List<Item> items, int item) {
        if (edit instanceof Edit.MakeItem) {
            hits++;
        } else if (item == TagPath.EVERY_ITEM) {
            hits += items.size();
            items.clear();
        } else if (item < items.size()) {
            hits++;
            items.remove(item);
        }
    }

    private static Optional<Sequence> sequence(Attributes owner, int tag) {
        Optional<Element> found = owner.element(tag);
        if (found.isEmpty() || found.get().length() == 0 && !(found.get() instanceof Sequence)) {
            return Optional.empty();
        }
        if (found.get() instanceof Sequence sequence) {
            return Optional.of(sequence);
        }
        throw Texts.wrong(tag, "has VR " + found.get().vr() + " and no items");
    }

    private static Element encoded(Attributes owner, int tag, NewValue value, Optional<VR> given) {
        VR vr = given.orElseGet(() -> vrOf(owner, tag, value));
        return value.encode(tag, vr, owner.characterSet());
    }

    private static VR vrOf(Attributes owner, int tag, NewValue value) {
        Optional<Element> there = owner.element(tag).filter(element -> element.vr() != VR.UN);
        if (there.isPresent()) {
            return there.get().vr();
        }
        VR known = Dictionary.vrOf(tag);
        return known != VR.UN ? known : owner.meaning(Value.of(tag, VR.UN, new byte[0]));
    }

    // ---- everywhere ------------------------------------------------------------------------------------------------

    private Element[] everywhere(Attributes owner) {
        List<Element> changed = new ArrayList<>(owner.size());
        for (int i = 0; i < owner.size(); i++) {
            Element element = owner.get(i);
            if (isMeant(element.tag())) {
                hits++;
                if (edit instanceof Edit.SetEverywhere set) {
                    changed.add(encoded(owner, set.tag(), set.value(), set.vr()));
                }
            } else {
                changed.add(element instanceof Sequence sequence ? everywhere(sequence) : element);
            }
        }
        return changed.toArray(Element[]::new);
    }

    private Sequence everywhere(Sequence sequence) {
        int before = hits;
        List<Item> items = new ArrayList<>(sequence.items().size());
        for (Item item : sequence.items()) {
            items.add(with(item, everywhere(item)));
        }
        return hits == before ? sequence
                : new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items);
    }

    private boolean isMeant(int tag) {
        if (edit instanceof Edit.SetEverywhere set) {
            return tag == set.tag();
        }
        if (edit instanceof Edit.RemoveEverywhere remove) {
            return tag == remove.tag();
        }
        return (tag & 0x10000) != 0;
    }

    // ---- character sets --------------------------------------------------------------------------------------------

    private boolean touchesCharacterSet() {
        if (edit instanceof Edit.Set set) {
            return set.path().tag(set.path().size() - 1) == Tag.SpecificCharacterSet;
        }
        if (edit instanceof Edit.Remove remove) {
            return remove.path().tag(remove.path().size() - 1) == Tag.SpecificCharacterSet;
        }
        return edit instanceof Edit.SetEverywhere set && set.tag() == Tag.SpecificCharacterSet
                || edit instanceof Edit.RemoveEverywhere remove && remove.tag() == Tag.SpecificCharacterSet;
    }

    /** The character set that elements name, else the one around them (PS3.3 C.12.1.1.2). */
    private static SpecificCharacterSet own(Element[] elements, SpecificCharacterSet inherited) {
        int index = ElementArray.indexOf(elements, Tag.SpecificCharacterSet);
        if (index < 0) {
            return inherited;
        }
        Item alone = Item.over(new Element[] {elements[index]}, SpecificCharacterSet.ASCII, 0, -1);
        return SpecificCharacterSet.of(alone.texts(Tag.SpecificCharacterSet).toArray(String[]::new));
    }

    /** Tells the items of sequences what their text is encoded in now. */
    private static void inherit(Element[] elements, SpecificCharacterSet characterSet) {
        for (int i = 0; i < elements.length; i++) {
            if (elements[i] instanceof Sequence sequence) {
                List<Item> items = new ArrayList<>(sequence.items().size());
                for (Item item : sequence.items()) {
                    Element[] inner = array(item);
                    SpecificCharacterSet own = own(inner, characterSet);
                    inherit(inner, own);
                    items.add(Item.over(inner, own, item.length(), item.offset()));
                }
                elements[i] = new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items);
            }
        }
    }

    /** A data set as an item: its text as the character set around it wants it, unless it has its own. */
    static Item item(DataSet dataSet, SpecificCharacterSet around) {
        boolean hasOwn = dataSet.contains(Tag.SpecificCharacterSet);
        SpecificCharacterSet characterSet = hasOwn ? dataSet.characterSet() : around;
        Element[] elements = array(dataSet);
        for (int i = 0; i < elements.length; i++) {
            elements[i] = Recoding.of(elements[i], dataSet.characterSet(), characterSet);
        }
        return Item.over(elements, characterSet, Element.UNDEFINED_LENGTH, -1);
    }

    // ---- arrays ----------------------------------------------------------------------------------------------------

    private static Element[] array(Attributes attributes) {
        Element[] elements = new Element[attributes.size()];
        for (int i = 0; i < elements.length; i++) {
            elements[i] = attributes.get(i);
        }
        return elements;
    }

    private static Item with(Item item, Element[] elements) {
        return Item.over(elements, item.characterSet(), item.length(), item.offset());
    }

    private static Element[] with(Element[] elements, Element element) {
        int index = ElementArray.indexOf(elements, element.tag());
        if (index >= 0) {
            Element[] changed = elements.clone();
            changed[index] = element;
            return changed;
        }
        int at = -1 - index;
        Element[] longer = Arrays.copyOf(elements, elements.length + 1);
        System.arraycopy(elements, at, longer, at + 1, elements.length - at);
        longer[at] = element;
        return longer;
    }

    private static Element[] without(Element[] elements, int tag) {
        int index = ElementArray.indexOf(elements, tag);
        if (index < 0) {
            return elements;
        }
        Element[] shorter = Arrays.copyOf(elements, elements.length - 1);
        System.arraycopy(elements, index + 1, shorter, index, shorter.length - index);
        return shorter;
    }
}
