package org.bitewing.tools.station.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.bitewing.data.Attributes;
import org.bitewing.dict.Tag;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/**
 * What the headers tell of how much there should be, beside how much there is.
 *
 * @param instances    the instance numbers
 * @param unnumbered   objects without one from 0 to 65,535
 * @param acquisitions by Acquisition Number: images that are there, and Images in Acquisition
 * @param positions    the temporal positions
 * @param temporal     Number of Temporal Positions, 0 where no object says it
 */
record Completeness(NumberSet instances, long unnumbered, TreeMap<Long, Acquisition> acquisitions,
                    NumberSet positions, long temporal) {
    /** How many acquisitions are kept, the least numbers first. */
    static final int MOST_ACQUISITIONS = 1024;
    /** An Integer String (PS3.5 6.2). */
    private static final int LONGEST_NUMBER = 12;
    /** For objects without Acquisition Number. */
    private static final long NO_NUMBER = -1;

    /** Images of an acquisition: there, and expected (0 for not said). */
    record Acquisition(long images, long expected) {
        Acquisition merge(Acquisition other) {
            return new Acquisition(images + other.images, Math.max(expected, other.expected));
        }

        long missing() {
            return Math.max(0, expected - images);
        }
    }

    static Completeness of(ObjectFacts facts, long frames) {
        Attributes attributes = facts.attributes();
        long instance = whole(attributes, Tag.InstanceNumber).orElse(-1);
        boolean isNumbered = NumberSet.holds(instance);
        long position = whole(attributes, Tag.TemporalPositionIdentifier).orElse(-1);
        TreeMap<Long, Acquisition> acquisitions = new TreeMap<>();
        acquisitions.put(whole(attributes, Tag.AcquisitionNumber).orElse(NO_NUMBER),
                new Acquisition(frames, Math.max(0, whole(attributes, Tag.ImagesInAcquisition).orElse(0))));
        return new Completeness(isNumbered ? NumberSet.of((int) instance) : NumberSet.NONE, isNumbered ? 0 : 1,
                acquisitions, NumberSet.holds(position) ? NumberSet.of((int) position) : NumberSet.NONE,
                Math.max(0, whole(attributes, Tag.NumberOfTemporalPositions).orElse(0)));
    }

    /** A whole number, if there is one that is no nonsense. */
    static OptionalLong whole(Attributes attributes, int tag) {
        String text = ElementValues.of(attributes, tag).at(0).text().strip();
        try {
            return text.length() > LONGEST_NUMBER ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }

    Completeness merge(Completeness other) {
        TreeMap<Long, Acquisition> all = new TreeMap<>(acquisitions);
        for (Map.Entry<Long, Acquisition> entry : other.acquisitions.entrySet()) {
            all.merge(entry.getKey(), entry.getValue(), Acquisition::merge);
        }
        while (all.size() > MOST_ACQUISITIONS) {
            all.pollLastEntry();
        }
        return new Completeness(instances.merge(other.instances), unnumbered + other.unnumbered, all,
                positions.merge(other.positions), Math.max(temporal, other.temporal));
    }

    private long expectedImages() {
        return acquisitions.values().stream().mapToLong(Acquisition::expected).sum();
    }

    private long missingImages() {
        return acquisitions.values().stream().mapToLong(Acquisition::missing).sum();
    }

    private long missingPositions() {
        return positions.size() == 0 ? 0 : Math.max(0, temporal - positions.size());
    }

    /** Whether nothing speaks against it, as far as the headers tell. */
    boolean isComplete() {
        return missingImages() == 0 && missingPositions() == 0 && instances.holes().size() == 0;
    }

    /** The part of a summary. */
    JsonObject summary() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("Complete", new JsonString(isComplete() ? "yes" : "no"));
        if (expectedImages() > 0) {
            members.put("ExpectedImages", text(expectedImages()));
            members.put("MissingImages", text(missingImages()));
        }
        if (temporal > 0 && positions.size() > 0) {
            members.put("ExpectedTemporalPositions", text(temporal));
            members.put("MissingTemporalPositions", text(missingPositions()));
        }
        NumberSet holes = instances.holes();
        members.put("MissingInstanceNumbers", new JsonString(holes.words()));
        members.put("MissingInstances", text(holes.size()));
        return StateObject.sorted(members);
    }

    private static JsonString text(long number) {
        return new JsonString(Long.toString(number));
    }

    JsonObject json() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("instances", new JsonString(instances.toString()));
        members.put("unnumbered", JsonNumber.of(unnumbered));
        List<JsonValue> rows = new ArrayList<>();
        for (Map.Entry<Long, Acquisition> entry : acquisitions.entrySet()) {
            rows.add(JsonNumber.of(entry.getKey()));
            rows.add(JsonNumber.of(entry.getValue().images));
            rows.add(JsonNumber.of(entry.getValue().expected));
        }
        members.put("acquisitions", new JsonArray(rows));
        members.put("positions", new JsonString(positions.toString()));
        members.put("temporal", JsonNumber.of(temporal));
        return new JsonObject(members);
    }

    static Completeness of(StateObject json) {
        TreeMap<Long, Acquisition> acquisitions = new TreeMap<>();
        long[] numbers = json.numbers("acquisitions");
        for (int i = 0; i + 2 < numbers.length; i += 3) {
            acquisitions.put(numbers[i], new Acquisition(numbers[i + 1], numbers[i + 2]));
        }
        return new Completeness(NumberSet.parse(json.text("instances")), json.number("unnumbered"), acquisitions,
                NumberSet.parse(json.text("positions")), json.number("temporal"));
    }
}
