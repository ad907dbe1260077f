package org.bitewing.io;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.text.SpecificCharacterSet;

/**
 * Data sets of seeded chance that every syntax can carry without loss: standard elements of every VR, with the VR that
 * the dictionary gives them, values of even length, sequences within sequences.
 */
final class RandomDataSets {
    private static final Map<VR, List<Integer>> TAGS = tags();

    private final Random random;
    private final int deepest;

    RandomDataSets(long seed, int deepest) {
        this.random = new Random(seed);
        this.deepest = deepest;
    }

    private static Map<VR, List<Integer>> tags() {
        Map<VR, List<Integer>> tags = new EnumMap<>(VR.class);
        for (Field field : Tag.class.getFields()) {
            int tag = value(field);
            int group = tag >>> 16;
            boolean special = group <= 0x0006 || group == 0xfffc || group == 0xfffe || (tag & 0xffff) == 0
                    || tag == Tag.SpecificCharacterSet || tag == Tag.PixelRepresentation || tag == Tag.PixelData;
            if (!special) {
                tags.computeIfAbsent(Dictionary.vrOf(tag), vr -> new ArrayList<>()).add(tag);
            }
        }
        return tags;
    }

    private static int value(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    /** With one element of every VR, at least. */
    DataSet next() {
        return DataSet.of(List.of(elements(0)), SpecificCharacterSet.ASCII, new byte[0], List.of());
    }

    private Element[] elements(int depth) {
        Map<Integer, Element> elements = new TreeMap<>(Integer::compareUnsigned);
        for (VR vr : TAGS.keySet()) {
            if (depth == 0 || random.nextInt(4) == 0) {
                List<Integer> tags = TAGS.get(vr);
                int tag = tags.get(random.nextInt(tags.size()));
                if (vr != VR.SQ) {
                    elements.put(tag, value(tag, vr));
                } else if (depth < deepest) {
                    elements.put(tag, sequence(tag, depth));
                }
            }
        }
        return elements.values().toArray(Element[]::new);
    }

    private Value value(int tag, VR vr) {
        int unit = Math.max(2, vr.unit());
        byte[] bytes = new byte[unit * random.nextInt(random.nextInt(20) == 0 ? 3000 : 12)];
        random.nextBytes(bytes);
        return Value.of(tag, vr, bytes);
    }

    private Sequence sequence(int tag, int depth) {
        List<Item> items = new ArrayList<>();
        for (int count = random.nextInt(4); count > 0; count--) {
            items.add(Item.over(elements(depth + 1), SpecificCharacterSet.ASCII, form(), -1));
        }
        return new Sequence(tag, VR.SQ.code(), form(), items);
    }

    /** Any defined length: the writer knows better. */
    private long form() {
        return random.nextBoolean() ? Element.UNDEFINED_LENGTH : random.nextInt(100);
    }
}
