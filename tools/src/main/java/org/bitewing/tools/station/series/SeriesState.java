package org.bitewing.tools.station.series;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.Location;
import org.bitewing.dict.Tag;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.station.rules.Condition;
import org.bitewing.tools.station.rules.Evaluation;
import org.bitewing.tools.station.rules.Outcome;
import org.bitewing.tools.station.rules.Rule;
import org.bitewing.tools.station.rules.RuleFile;
import org.bitewing.tools.station.rules.RuleValue;
import org.bitewing.tools.station.rules.SummaryKeys;
import org.bitewing.tools.station.rules.TypeTally;
import org.bitewing.tools.station.rules.ValueReference;
import org.bitewing.tools.station.rules.ValueSource;

/**
 * What some objects of a series say together. {@link #of} makes the state of one object, {@link #merge} that of the
 * objects of two; merging is commutative and associative, so that the same objects give the same state in whatever order
 * and groups they come. Every object is to be merged once: a state counts what it is given and does not remember which
 * objects those were. Its size does not grow with their number, but for a list of diffusion weightings that is bounded.
 * Immutable and thread-safe.
 */
public final class SeriesState implements ValueSource {
    private static final String VERSION = "1";

    private final String study;
    private final String series;
    private final Totals totals;
    private final Representative representative;
    private final TypeTally types;
    private final Geometry geometry;
    private final Timing timing;
    private final Completeness completeness;
    private final Diffusion diffusion;

    private SeriesState(String study, String series, Totals totals, Representative representative, TypeTally types,
                        Geometry geometry, Timing timing, Completeness completeness, Diffusion diffusion) {
        this.study = study;
        this.series = series;
        this.totals = totals;
        this.representative = representative;
        this.types = types;
        this.geometry = geometry;
        this.timing = timing;
        this.completeness = completeness;
        this.diffusion = diffusion;
    }

    /**
     * The state of one object.
     *
     * @param facts the object
     * @param rules the rules that give it types
     * @return a state of one object
     */
    public static SeriesState of(ObjectFacts facts, RuleFile rules) {
        return of(facts, Evaluation.of(rules, facts), rules);
    }

    /**
     * The state of one object, for who has asked the rules already.
     *
     * @param facts      the object
     * @param evaluation the rules, asked about the object
     * @param rules      the rules
     * @return a state of one object
     */
    public static SeriesState of(ObjectFacts facts, Evaluation evaluation, RuleFile rules) {
        // First of all what asks and looks, then what counts the problems that turned up.
        TypeTally types = TypeTally.of(evaluation, rules);
        Representative representative = Representative.of(facts);
        Diffusion diffusion = Diffusion.of(facts);
        Totals totals = Totals.of(facts, evaluation.problems());
        return new SeriesState(facts.studyInstanceUid(), facts.seriesInstanceUid(), totals, representative, types,
                Geometry.of(facts), Timing.of(facts),
                Completeness.of(facts, totals.frames()), diffusion);
    }

    /**
     * The state of the objects of two.
     *
     * @param other the state of other objects of the same series, made with the same rules
     * @return a state of all of them
     * @throws IllegalArgumentException where the series or the rules are not the same
     */
    public SeriesState merge(SeriesState other) {
        if (!study.equals(other.study) || !series.equals(other.series)) {
            throw new IllegalArgumentException("states of different series cannot be merged");
        }
        return new SeriesState(study, series, totals.merge(other.totals), representative.merge(other.representative),
                types.merge(other.types), geometry.merge(other.geometry), timing.merge(other.timing),
                completeness.merge(other.completeness), diffusion.merge(other.diffusion));
    }

    // ---- what it says --------------------------------------------------------------------------------------------

    /**
     * The study.
     *
     * @return its UID
     */
    public String studyInstanceUid() {
        return study;
    }

    /**
     * The series.
     *
     * @return its UID
     */
    public String seriesInstanceUid() {
        return series;
    }

    /**
     * How many objects it is of.
     *
     * @return 1 or more
     */
    public long objects() {
        return totals.objects();
    }

    /**
     * The types of the series, as the rules give them.
     *
     * @return each once, in the order of the rules
     */
    public List<String> types() {
        return types.types(this);
    }

    /**
     * The entries of the rules that fit the series.
     *
     * @return the entries in their order
     */
    public List<Rule> fitting() {
        return types.fitting(this);
    }

    /**
     * Whether nothing is missing, as far as the headers tell.
     *
     * @return false where an image, an instance number or a temporal position is missing
     */
    public boolean isComplete() {
        return completeness.isComplete();
    }

    /**
     * A field of the summary that is a text.
     *
     * @param key such as {@code PatientID}
     * @return the text of the first object, if it has one
     */
    public Optional<String> text(String key) {
        return representative.fields().get(key) instanceof JsonString text ? Optional.of(text.value())
                : Optional.empty();
    }

    /**
     * What a condition on facts of the series came to.
     *
     * @param condition one of the rules that asks for such a fact
     * @return the outcome, and the value that was seen
     */
    public Map.Entry<Outcome, String> explain(Condition condition) {
        return types.explain(condition, this);
    }

    /** The counts, which conditions of rules may ask for. */
    @Override
    public RuleValue value(ValueReference reference) {
        if (reference instanceof ValueReference.Key key) {
            if (key.key().equals(SummaryKeys.FILES)) {
                return RuleValue.of(totals.objects());
            }
            if (key.key().equals(SummaryKeys.FRAMES)) {
                return RuleValue.of(totals.frames());
            }
        }
        return RuleValue.ABSENT;
    }

    Totals totals() {
        return totals;
    }

    Representative representative() {
        return representative;
    }

    Geometry geometry() {
        return geometry;
    }

    Timing timing() {
        return timing;
    }

    Completeness completeness() {
        return completeness;
    }

    Diffusion diffusion() {
        return diffusion;
    }

    // ---- JSON ----------------------------------------------------------------------------------------------------

    /**
     * The whole state in one line of JSON, from which {@link #parse} makes an equal one.
     *
     * @return a line without its end
     */
    public String line() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("version", new JsonString(VERSION));
        members.put("rules", new JsonString(types.digest()));
        members.put("study", new JsonString(study));
        members.put("series", new JsonString(series));
        members.put("totals", totals.json());
        members.put("first", representative.json());
        members.put("types", types.json());
        members.put("geometry", geometry.json());
        members.put("timing", timing.json());
        members.put("completeness", completeness.json());
        members.put("diffusion", diffusion.json());
        return StateObject.sorted(members).text(false);
    }

    /**
     * Reads what {@link #line} wrote.
     *
     * @param line   one line of JSON
     * @param name   what it comes from, for messages
     * @param rules  the rules of today
     * @param limits what reading may cost
     * @return the state; empty where it was made with other rules or by another version, so that the objects have to
     *         be read again
     * @throws DicomException where the line is no state
     */
    public static Optional<SeriesState> parse(String line, String name, RuleFile rules, Limits limits) {
        try {
            if (!(JsonDocument.of(line, name, limits).root() instanceof JsonObject object)) {
                throw new IllegalArgumentException("it is no object");
            }
            StateObject json = new StateObject(object);
            if (!json.text("version").equals(VERSION) || !json.text("rules").equals(rules.digest())) {
                return Optional.empty();
            }
            return Optional.of(new SeriesState(json.text("study"), json.text("series"), Totals.of(json.object("totals")),
                    Representative.of(json.object("first")), TypeTally.of(json.object("types").json(), rules),
                    Geometry.of(json.object("geometry")), Timing.of(json.object("timing")),
                    Completeness.of(json.object("completeness")), Diffusion.of(json.object("diffusion"))));
        } catch (IllegalArgumentException e) {
            throw new DicomException(DicomException.Kind.VALUE, "no state of a series: " + e.getMessage(),
                    Location.of(name), -1, -1);
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof SeriesState state && line().equals(state.line());
    }

    @Override
    public int hashCode() {
        return line().hashCode();
    }

    @Override
    public String toString() {
        return "series " + series + ", " + totals.objects() + " objects";
    }
}
