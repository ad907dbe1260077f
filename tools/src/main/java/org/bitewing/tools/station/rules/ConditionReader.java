package org.bitewing.tools.station.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.bitewing.dict.Dictionary;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonDocument;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;

/** Makes conditions of the JSON of a rule file: {@code tag}, {@code value}, {@code operator} and what modifies them. */
final class ConditionReader {
    static final Set<String> KEYS = Set.of("tag", "value", "operator", "negate", "approxLevel", "rule", "notrule");
    /** How near is near, where a condition does not say. */
    private static final double LEVEL = 0.0001;
    private static final int HIGHEST = 0xffff;

    private final JsonDocument document;

    ConditionReader(JsonDocument document) {
        this.document = document;
    }

    Condition condition(JsonObject object) {
        JsonValue tag = object.member("tag")
                .orElseThrow(() -> document.error(object, "a condition without a \"tag\""));
        ValueReference found = reference(tag);
        Operator operator = operator(object);
        Optional<JsonValue> value = object.member("value");
        if (value.isEmpty() && operator.hasOperand()) {
            throw document.error(object, "a condition without a \"value\"");
        }
        RuleValue literal = value.isEmpty() ? RuleValue.ABSENT : literal(value.get());
        Optional<ValueReference> other = value.flatMap(ConditionReader::otherValue);
        if (operator.hasOperand() && other.isPresent() && other.get().isOfSeries() != found.isOfSeries()) {
            throw document.error(object, "a fact of the series, such as NumFiles, is not compared with one of an object");
        }
        if (operator.hasOperand() && other.isEmpty()) {
            checkLiteral(operator, literal, value.orElseThrow());
        }
        return new Condition(found, operator, operator.hasOperand() ? literal : RuleValue.ABSENT,
                operator.hasOperand() ? other : Optional.empty(), level(object, operator), isNegated(object));
    }

    private Operator operator(JsonObject object) {
        String word = RuleFileReader.text(document, object, "operator").orElse(Operator.REGEXP.word());
        return Operator.of(word).orElseThrow(() -> document.error(object.members().get("operator"), "\"" + word
                + "\" is no operator; there are regexp, ==, !=, <, >, exist, notexist, contains, approx"));
    }

    private boolean isNegated(JsonObject object) {
        String word = RuleFileReader.text(document, object, "negate").orElse("no");
        if (!word.equals("yes") && !word.equals("no")) {
            throw document.error(object.members().get("negate"), "\"negate\" is \"yes\" or \"no\"");
        }
        return word.equals("yes");
    }

    private double level(JsonObject object, Operator operator) {
        Optional<JsonValue> member = object.member("approxLevel");
        if (member.isEmpty()) {
            return operator == Operator.APPROX ? LEVEL : 0;
        }
        if (operator != Operator.APPROX) {
            throw document.errorAtName(object, "approxLevel", "\"approxLevel\" goes with the operator approx alone");
        }
        Optional<double[]> level = scalar(member.get()).flatMap(text -> RuleValue.of(text).numbers());
        if (level.isEmpty() || !(level.get()[0] >= 0)) {
            throw document.error(member.get(), "\"approxLevel\" is a number of 0 or more");
        }
        return level.get()[0];
    }

    private void checkLiteral(Operator operator, RuleValue literal, JsonValue place) {
        if (operator == Operator.REGEXP) {
            if (literal.isList()) {
                throw document.error(place, "a pattern is one text, or a list that names another value");
            }
            try {
                BoundedPattern.of(literal.text());
            } catch (IllegalArgumentException e) {
                throw document.error(place, e.getMessage());
            }
        }
        boolean isWrong = operator.isOfNumbers() && (literal.numbers().isEmpty()
                || operator != Operator.APPROX && literal.values().size() > 1);
        if (isWrong) {
            throw document.error(place, "the operator " + operator.word() + " compares with a number"
                    + (operator == Operator.APPROX ? ", or a list of them" : ""));
        }
    }

    // ---- values --------------------------------------------------------------------------------------------------

    /** A text or number as text. */
    private static Optional<String> scalar(JsonValue value) {
        if (value instanceof JsonString string) {
            return Optional.of(string.value());
        }
        return value instanceof JsonNumber number ? Optional.of(number.digits()) : Optional.empty();
    }

    private RuleValue literal(JsonValue value) {
        if (value instanceof JsonArray array) {
            List<String> texts = new ArrayList<>();
            for (JsonValue element : array.elements()) {
                texts.add(scalar(element).orElseThrow(() -> wrongValue(element)));
            }
            return RuleValue.ofTexts(texts);
        }
        return RuleValue.of(scalar(value).orElseThrow(() -> wrongValue(value)));
    }

    private RuntimeException wrongValue(JsonValue value) {
        return document.error(value, "a \"value\" is a text, a number, or a list of them");
    }

    /** What a {@code tag} names; anything that names nothing is an error. */
    private ValueReference reference(JsonValue tag) {
        if (!(tag instanceof JsonArray array) || array.elements().isEmpty() || array.elements().size() > 3) {
            throw document.error(tag, "a \"tag\" is a list: [name], [group, element] or [group, element, index]");
        }
        for (JsonValue part : array.elements()) {
            if (!(part instanceof JsonString)) {
                throw document.error(part, "the parts of a \"tag\" are texts in quotation marks");
            }
        }
        if (array.elements().size() == 1) {
            return named(array).orElseThrow(() -> document.error(array.elements().get(0),
                    "neither a key of the summary nor the keyword of an element"));
        }
        for (JsonValue part : array.elements()) {
            if (number(part).isEmpty()) {
                throw document.error(part, "a number such as \"0x18\" or \"24\", up to 0xffff, is expected here");
            }
        }
        return numbered(array).orElseThrow();
    }

    /** What a {@code value} names, if it is a list that names something. */
    private static Optional<ValueReference> otherValue(JsonValue value) {
        if (!(value instanceof JsonArray array)) {
            return Optional.empty();
        }
        return switch (array.elements().size()) {
            case 1 -> named(array);
            case 2, 3 -> numbered(array);
            default -> Optional.empty();
        };
    }

    private static Optional<ValueReference> named(JsonArray array) {
        String name = array.elements().get(0) instanceof JsonString string ? string.value() : "";
        if (SummaryKeys.SERIES.contains(name) || SummaryKeys.OBJECT.contains(name)) {
            return Optional.of(new ValueReference.Key(name));
        }
        OptionalInt tag = Dictionary.tagOf(name);
        return tag.isEmpty() ? Optional.empty() : Optional.of(new ValueReference.OfElement(tag.getAsInt()));
    }

    private static Optional<ValueReference> numbered(JsonArray array) {
        int[] numbers = new int[3];
        for (int i = 0; i < array.elements().size(); i++) {
            OptionalInt number = number(array.elements().get(i));
            if (number.isEmpty()) {
                return Optional.empty();
            }
            numbers[i] = number.getAsInt();
        }
        int tag = numbers[0] << 16 | numbers[1];
        return Optional.of(array.elements().size() == 2 ? new ValueReference.OfElement(tag)
                : new ValueReference.OfValue(tag, numbers[2]));
    }

    /** {@code 0x18} or {@code 24}. */
    private static OptionalInt number(JsonValue part) {
        String text = part instanceof JsonString string ? string.value() : "";
        boolean hexadecimal = text.startsWith("0x") || text.startsWith("0X");
        String digits = hexadecimal ? text.substring(2) : text;
        int radix = hexadecimal ? 16 : 10;
        if (digits.isEmpty() || digits.length() > 8) {
            return OptionalInt.empty();
        }
        long number = 0;
        for (int i = 0; i < digits.length(); i++) {
            char c = digits.charAt(i);
            int digit = c < 0x80 ? Character.digit(c, radix) : -1;
            if (digit < 0) {
                return OptionalInt.empty();
            }
            number = number * radix + digit;
        }
        return number > HIGHEST ? OptionalInt.empty() : OptionalInt.of((int) number);
    }
}
