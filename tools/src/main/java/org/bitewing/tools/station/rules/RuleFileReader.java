package org.bitewing.tools.station.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/** Makes entries of the JSON of a rule file. What it does not know is an error at its place, never left out. */
final class RuleFileReader {
    /** How deep entries may refer to entries. */
    private static final int DEEPEST = 100;
    private static final Set<String> ENTRY = Set.of("type", "id", "description", "check", "rules");
    private static final String SERIES_LEVEL = "SeriesLevel";

    private final JsonDocument document;
    private final ConditionReader conditions;
    private final List<JsonObject> entries = new ArrayList<>();
    /** The entry of each id; 0 where several have it. */
    private final Map<String, Integer> numbers = new HashMap<>();
    /** How deep the references of an entry go, once that is known. */
    private final Map<Integer, Integer> depths = new HashMap<>();
    private final Map<Integer, List<Term>> terms = new HashMap<>();

    RuleFileReader(JsonDocument document) {
        this.document = document;
        this.conditions = new ConditionReader(document);
    }

    List<Rule> rules() {
        if (!(document.root() instanceof JsonArray array)) {
            throw document.error(document.root(), "a rule file is a list of entries");
        }
        if (array.elements().size() > RuleFile.MOST_RULES) {
            throw document.error(array, "a rule file has at most " + RuleFile.MOST_RULES + " entries");
        }
        for (JsonValue value : array.elements()) {
            entries.add(object(value, "an entry is an object with \"type\" and \"rules\"", ENTRY));
        }
        for (int number = 1; number <= entries.size(); number++) {
            String id = text(entries.get(number - 1), "id").orElse("");
            if (!id.isEmpty()) {
                numbers.merge(id, number, (first, second) -> 0);
            }
        }
        List<Rule> rules = new ArrayList<>();
        for (int number = 1; number <= entries.size(); number++) {
            rules.add(rule(number));
        }
        for (int number = 1; number <= entries.size(); number++) {
            checkDepth(number, new HashSet<>());
        }
        return rules;
    }

    private Rule rule(int number) {
        JsonObject entry = entries.get(number - 1);
        String type = text(entry, "type").filter(text -> !text.isBlank())
                .orElseThrow(() -> document.error(entry, "an entry without a \"type\""));
        boolean isOfSeries = entry.member("check").isPresent();
        if (isOfSeries && !text(entry, "check").orElse("").equals(SERIES_LEVEL)) {
            throw document.error(entry.members().get("check"), "\"check\" is \"" + SERIES_LEVEL + "\" or left out");
        }
        JsonValue list = entry.member("rules")
                .orElseThrow(() -> document.error(entry, "an entry without \"rules\", its list of conditions"));
        if (!(list instanceof JsonArray array)) {
            throw document.error(list, "\"rules\" is a list of conditions");
        }
        List<Term> own = new ArrayList<>();
        for (JsonValue value : array.elements()) {
            own.add(term(value));
        }
        terms.put(number, own);
        return new Rule(number, type, text(entry, "id").orElse(""), text(entry, "description").orElse(""), isOfSeries,
                own);
    }

    private Term term(JsonValue value) {
        JsonObject object = object(value, "a condition is an object with \"tag\" and \"value\", or with \"rule\"",
                ConditionReader.KEYS);
        for (String key : List.of("rule", "notrule")) {
            if (object.member(key).isPresent()) {
                if (object.members().size() > 1) {
                    throw document.error(object, "\"" + key + "\" stands alone in its condition");
                }
                String id = text(object, key).orElseThrow();
                return new RuleReference(number(id, object.members().get(key)), id, key.equals("notrule"));
            }
        }
        return conditions.condition(object);
    }

    private int number(String id, JsonValue place) {
        Integer number = numbers.get(id);
        if (number == null) {
            throw document.error(place, "no entry has the id \"" + id + "\"");
        }
        if (number == 0) {
            throw document.error(place, "more than one entry has the id \"" + id + "\"");
        }
        return number;
    }

    /** Refuses circles, and chains that are too long; goes no deeper than a chain may be. */
    private int checkDepth(int number, Set<Integer> path) {
        Integer known = depths.get(number);
        if (known != null) {
            return known;
        }
        JsonObject entry = entries.get(number - 1);
        if (!path.add(number)) {
            throw document.error(entry, "an entry that refers to itself through \"rule\" or \"notrule\"");
        }
        if (path.size() > DEEPEST) {
            throw document.error(entry, "references that are nested deeper than " + DEEPEST);
        }
        int depth = 1;
        for (Term term : terms.get(number)) {
            if (term instanceof RuleReference reference) {
                depth = Math.max(depth, 1 + checkDepth(reference.number(), path));
            }
        }
        if (depth > DEEPEST) {
            throw document.error(entry, "references that are nested deeper than " + DEEPEST);
        }
        path.remove(number);
        depths.put(number, depth);
        return depth;
    }

    private JsonObject object(JsonValue value, String what, Set<String> keys) {
        if (!(value instanceof JsonObject object)) {
            throw document.error(value, what);
        }
        for (String key : object.members().keySet()) {
            if (!keys.contains(key)) {
                throw document.errorAtName(object, key, "\"" + key + "\" is not known here; there are "
                        + String.join(", ", keys.stream().sorted().toList()));
            }
        }
        return object;
    }

    private Optional<String> text(JsonObject object, String key) {
        return text(document, object, key);
    }

    /** A member that is a string, if it is there. */
    static Optional<String> text(JsonDocument document, JsonObject object, String key) {
        Optional<JsonValue> member = object.member(key);
        if (member.isPresent() && !(member.get() instanceof JsonString)) {
            throw document.error(member.get(), "\"" + key + "\" is a text in quotation marks");
        }
        return member.map(value -> ((JsonString) value).value());
    }
}
