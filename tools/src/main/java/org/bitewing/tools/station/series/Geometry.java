package org.bitewing.tools.station.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;
import org.bitewing.pixel.ImagePlane;

/**
 * Where the slices lie (PS3.3 C.7.6.2.1.1), those of every frame of multi-frame objects among them (C.7.6.16.2.3). The
 * orientations that are kept are the least, if there are too many.
 *
 * @param stacks    by orientation: direction cosines to four places, joined by backslashes
 * @param locations the least and the greatest Slice Location
 */
record Geometry(TreeMap<String, Stack> stacks, NumberSpan locations) {
    static final int MOST_STACKS = 16;
    /** Farther away there is no patient; micrometres of it are whole numbers still. */
    private static final double FARTHEST = 1e6;
    private static final int COSINES = 6;

    static Geometry of(ObjectFacts facts) {
        Map<String, List<Long>> found = new TreeMap<>();
        Attributes attributes = facts.attributes();
        double[] orientation = numbers(attributes, Tag.ImageOrientationPatient, COSINES);
        add(found, orientation, numbers(attributes, Tag.ImagePositionPatient, 3));
        Attributes shared = first(attributes, Tag.SharedFunctionalGroupsSequence);
        for (Item frame : items(attributes, Tag.PerFrameFunctionalGroupsSequence)) {
            add(found, inGroup(frame, shared, Tag.PlaneOrientationSequence, Tag.ImageOrientationPatient, COSINES),
                    inGroup(frame, shared, Tag.PlanePositionSequence, Tag.ImagePositionPatient, 3));
        }
        TreeMap<String, Stack> stacks = new TreeMap<>();
        for (Map.Entry<String, List<Long>> entry : found.entrySet()) {
            stacks.put(entry.getKey(), Stack.of(entry.getValue().stream().mapToLong(Long::longValue).toArray()));
        }
        bound(stacks);
        return new Geometry(stacks, NumberSpan.of(ElementValues.of(attributes, Tag.SliceLocation).at(0)));
    }

    private static void bound(TreeMap<String, Stack> stacks) {
        while (stacks.size() > MOST_STACKS) {
            stacks.pollLastEntry();
        }
    }

    /** The values of a macro: of the frame itself, or else of all frames. */
    private static double[] inGroup(Attributes frame, Attributes shared, int sequence, int tag, int count) {
        double[] own = numbers(first(frame, sequence), tag, count);
        return own.length > 0 ? own : numbers(first(shared, sequence), tag, count);
    }

    private static List<Item> items(Attributes attributes, int sequence) {
        return attributes.element(sequence).orElse(null) instanceof Sequence found ? found.items()
                : List.of();
    }

    private static Attributes first(Attributes attributes, int sequence) {
        List<Item> items = items(attributes, sequence);
        return items.isEmpty() ? DataSet.builder().build() : items.get(0);
    }

    /** As many finite numbers as there must be, or none. */
    private static double[] numbers(Attributes attributes, int tag, int count) {
        double[] numbers = ElementValues.of(attributes, tag).numbers().orElse(new double[0]);
        for (double number : numbers) {
            if (!(Math.abs(number) <= FARTHEST)) {
                return new double[0];
            }
        }
        return numbers.length == count ? numbers : new double[0];
    }

    private static void add(Map<String, List<Long>> found, double[] orientation, double[] position) {
        ImagePlane.of(position, orientation).filter(plane -> Math.abs(plane.distance()) <= FARTHEST)
                .ifPresent(plane -> found.computeIfAbsent(key(orientation), key -> new ArrayList<>())
                        .add(Math.round(plane.distance() * 1000)));
    }

    private static String key(double[] orientation) {
        StringBuilder key = new StringBuilder();
        for (double cosine : orientation) {
            // Adding zero makes of a negative zero a positive one.
            key.append(key.length() > 0 ? "\\" : "").append(Math.round(cosine * 10_000) / 10_000.0 + 0.0);
        }
        return key.toString();
    }

    Geometry merge(Geometry other) {
        TreeMap<String, Stack> all = new TreeMap<>(stacks);
        for (Map.Entry<String, Stack> entry : other.stacks.entrySet()) {
            all.merge(entry.getKey(), entry.getValue(), Stack::merge);
        }
        bound(all);
        return new Geometry(all, locations.merge(other.locations));
    }

    /** The part of a summary: a stack by itself, of several the longest, and how many there are. */
    JsonObject summary() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("Orientations", new JsonString(Integer.toString(stacks.size())));
        if (!locations.isEmpty()) {
            members.put("FirstSliceLocation", new JsonString(locations.leastText()));
            members.put("LastSliceLocation", new JsonString(locations.greatestText()));
        }
        Map.Entry<String, Stack> longest = null;
        for (Map.Entry<String, Stack> entry : stacks.entrySet()) {
            longest = longest == null || entry.getValue().size() > longest.getValue().size() ? entry : longest;
        }
        if (longest != null) {
            Stack stack = longest.getValue();
            members.put("Orientation", new JsonString(longest.getKey()));
            members.put("FirstPosition", millimetres(stack.first()));
            members.put("LastPosition", millimetres(stack.last()));
            members.put("SlicePositions", new JsonString(Integer.toString(stack.size())));
            members.put("SpacingMin", millimetres(stack.least()));
            members.put("SpacingMax", millimetres(stack.greatest()));
            members.put("Gaps", new JsonString(Integer.toString(stack.gaps())));
        }
        return StateObject.sorted(members);
    }

    private static JsonString millimetres(long micrometres) {
        return new JsonString(DecimalText.of(micrometres / 1000.0));
    }

    JsonObject json() {
        Map<String, JsonValue> positions = new LinkedHashMap<>();
        for (Map.Entry<String, Stack> entry : stacks.entrySet()) {
            List<JsonValue> numbers = new ArrayList<>();
            for (long position : entry.getValue().toArray()) {
                numbers.add(JsonNumber.of(position));
            }
            positions.put(entry.getKey(), new JsonArray(numbers));
        }
        return new JsonObject(Map.of("stacks", new JsonObject(positions), "locations", locations.json()));
    }

    static Geometry of(StateObject json) {
        TreeMap<String, Stack> stacks = new TreeMap<>();
        StateObject positions = json.object("stacks");
        for (String orientation : positions.json().members().keySet()) {
            long[] numbers = positions.numbers(orientation);
            if (numbers.length == 0) {
                throw new IllegalArgumentException("a stack without a position");
            }
            stacks.put(orientation, Stack.of(numbers));
        }
        return new Geometry(stacks, NumberSpan.of(json.texts("locations")));
    }
}
