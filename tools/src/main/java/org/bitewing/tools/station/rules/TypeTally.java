package org.bitewing.tools.station.rules;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/**
 * What the entries of a rule file found in some objects of a series. Tallies of any objects, merged in any order, are
 * the same. Immutable, and of a size that does not grow with the objects.
 *
 * <p>Of an entry that asks about objects alone it is kept whether some object fits. Of one that also asks about the
 * series it is kept what objects that may fit look like to it: the outcomes of the conditions on objects that count
 * later, a letter each. Of a {@code SeriesLevel} entry it is kept besides whether some object failed.
 */
public final class TypeTally {
    /** How many kinds of objects are kept for an entry, the least first. Two conditions can make four. */
    static final int MOST_SIGNATURES = 256;

    private final RuleFile file;
    private final SortedMap<Integer, NavigableSet<String>> signatures;
    private final SortedSet<Integer> failed;

    private TypeTally(RuleFile file, SortedMap<Integer, NavigableSet<String>> signatures, SortedSet<Integer> failed) {
        this.file = file;
        this.signatures = Collections.unmodifiableSortedMap(signatures);
        this.failed = Collections.unmodifiableSortedSet(failed);
    }

    /**
     * The tally of one object.
     *
     * @param evaluation the rules, asked about the object
     * @param file       the rules
     * @return the tally
     */
    public static TypeTally of(Evaluation evaluation, RuleFile file) {
        SortedMap<Integer, NavigableSet<String>> signatures = new TreeMap<>();
        SortedSet<Integer> failed = new TreeSet<>();
        for (Rule rule : file.rules()) {
            if (evaluation.fits(rule)) {
                signatures.put(rule.number(), new TreeSet<>(Set.of(evaluation.signature(rule.number()))));
            } else if (rule.isOfSeries()) {
                failed.add(rule.number());
            }
        }
        return new TypeTally(file, signatures, failed);
    }

    /**
     * The tally of the objects of two.
     *
     * @param other one of the same rules
     * @return the tally of both
     */
    public TypeTally merge(TypeTally other) {
        if (!file.digest().equals(other.file.digest())) {
            throw new IllegalArgumentException("tallies of different rules cannot be merged");
        }
        if (signatures.equals(other.signatures) && failed.equals(other.failed)) {
            return this;
        }
        SortedMap<Integer, NavigableSet<String>> all = new TreeMap<>(signatures);
        for (Map.Entry<Integer, NavigableSet<String>> entry : other.signatures.entrySet()) {
            all.merge(entry.getKey(), entry.getValue(), TypeTally::least);
        }
        SortedSet<Integer> both = new TreeSet<>(failed);
        both.addAll(other.failed);
        return new TypeTally(file, all, both);
    }

    private static NavigableSet<String> least(NavigableSet<String> first, NavigableSet<String> second) {
        NavigableSet<String> all = new TreeSet<>(first);
        all.addAll(second);
        while (all.size() > MOST_SIGNATURES) {
            all.pollLast();
        }
        return all;
    }

    /**
     * The entries that fit the series.
     *
     * @param counts facts of the series: {@link SummaryKeys#FILES} and {@link SummaryKeys#FRAMES}
     * @return the entries in the order of the file
     */
    public List<Rule> fitting(ValueSource counts) {
        List<Rule> rules = new ArrayList<>();
        for (int number : new SeriesTypes(this, counts).fitting()) {
            rules.add(file.rule(number));
        }
        return rules;
    }

    /**
     * The types of the series.
     *
     * @param counts as for {@link #fitting}
     * @return each once, in the order of the first entry in the file that gives it
     */
    public List<String> types(ValueSource counts) {
        SeriesTypes types = new SeriesTypes(this, counts);
        types.fitting();
        return List.copyOf(types.types());
    }

    /**
     * What a condition on facts of the series came to.
     *
     * @param condition one that asks for such a fact
     * @param counts    as for {@link #fitting}
     * @return the outcome with all types of the series, and what was seen
     */
    public Map.Entry<Outcome, String> explain(Condition condition, ValueSource counts) {
        SeriesTypes types = new SeriesTypes(this, counts);
        types.fitting();
        return Map.entry(types.of(condition), Explanation.seen(types.value(condition.tag())));
    }

    /**
     * What tells the rules from others.
     *
     * @return {@link RuleFile#digest}
     */
    public String digest() {
        return file.digest();
    }

    RuleFile file() {
        return file;
    }

    boolean failed(int number) {
        return failed.contains(number);
    }

    Set<String> signatures(int number) {
        NavigableSet<String> found = signatures.get(number);
        return found == null ? Set.of() : found;
    }

    // ---- JSON ----------------------------------------------------------------------------------------------------

    /**
     * The tally as JSON, from which {@link #of(JsonObject, RuleFile)} makes an equal one.
     *
     * @return an object
     */
    public JsonObject json() {
        List<JsonValue> fits = new ArrayList<>();
        Map<String, JsonValue> open = new LinkedHashMap<>();
        for (Map.Entry<Integer, NavigableSet<String>> entry : signatures.entrySet()) {
            if (file.plan().isOpen(entry.getKey())) {
                open.put(entry.getKey().toString(), JsonArray.ofTexts(entry.getValue()));
            } else {
                fits.add(JsonNumber.of(entry.getKey()));
            }
        }
        List<JsonValue> fails = new ArrayList<>();
        failed.forEach(number -> fails.add(JsonNumber.of(number)));
        return new JsonObject(Map.of("fits", new JsonArray(fits), "open", new JsonObject(open),
                "failed", new JsonArray(fails)));
    }

    /**
     * Reads what {@link #json()} wrote.
     *
     * @param json an object
     * @param file the rules with which it was written
     * @return the tally
     * @throws IllegalArgumentException where the object is not one that {@link #json()} writes
     */
    public static TypeTally of(JsonObject json, RuleFile file) {
        SortedMap<Integer, NavigableSet<String>> signatures = new TreeMap<>();
        for (int number : numbers(json, "fits", file)) {
            signatures.put(number, new TreeSet<>(Set.of("")));
        }
        if (json.member("open").orElse(null) instanceof JsonObject open) {
            for (Map.Entry<String, JsonValue> entry : open.members().entrySet()) {
                int number = checked(Integer.parseInt(entry.getKey()), file);
                signatures.put(number, signatures(entry.getValue(), file.plan().inputs(number).size()));
            }
        }
        return new TypeTally(file, signatures, numbers(json, "failed", file));
    }

    private static NavigableSet<String> signatures(JsonValue value, int length) {
        NavigableSet<String> signatures = new TreeSet<>();
        if (value instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                if (!(element instanceof JsonString text) || text.value().length() != length) {
                    throw new IllegalArgumentException("a tally of types with an outcome that is none");
                }
                signatures.add(text.value());
            }
        }
        return signatures;
    }

    private static SortedSet<Integer> numbers(JsonObject json, String name, RuleFile file) {
        SortedSet<Integer> numbers = new TreeSet<>();
        if (json.member(name).orElse(null) instanceof JsonArray array) {
            for (JsonValue element : array.elements()) {
                if (!(element instanceof JsonNumber number)) {
                    throw new IllegalArgumentException("a tally of types with an entry that is no number");
                }
                numbers.add(checked(Integer.parseInt(number.digits()), file));
            }
        }
        return numbers;
    }

    private static int checked(int number, RuleFile file) {
        if (number < 1 || number > file.rules().size()) {
            throw new IllegalArgumentException("a tally of types with an entry that the rules do not have");
        }
        return number;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof TypeTally tally && file.digest().equals(tally.file.digest())
                && signatures.equals(tally.signatures) && failed.equals(tally.failed);
    }

    @Override
    public int hashCode() {
        return signatures.hashCode() * 31 + failed.hashCode();
    }

    @Override
    public String toString() {
        return json().text(false);
    }
}
