package org.bitewing.tools.station.series;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bitewing.csa.CsaHeader;
import org.bitewing.csa.CsaProtocol;
import org.bitewing.dict.Tag;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonNumber;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.station.rules.RuleValue;

/** The part of a summary that one object tells by itself. */
final class ObjectFields {
    static final int RAW_LIST = 0x00431039;
    private static final String RELEASE = "release:";
    private static final String BASELINE = "N4_";

    private ObjectFields() {
    }

    /** All keys that the object has a value for. */
    static TreeMap<String, JsonValue> of(ObjectFacts facts) {
        TreeMap<String, JsonValue> fields = new TreeMap<>();
        for (ElementFields.Field field : ElementFields.all()) {
            RuleValue value = ElementValues.of(facts.attributes(), field.tag());
            if (value.isPresent()) {
                fields.put(field.key(), new JsonString(value.text()));
            }
        }
        fields.putIfAbsent("StudyDescription", new JsonString("missing"));
        fields.put("IncomingConnection", connection(facts.origin()));
        RuleValue raw = ElementValues.of(facts.attributes(), RAW_LIST);
        if (raw.isPresent()) {
            fields.put("Private0043_1039", raw(raw));
        }
        for (Map.Entry<String, String> entry : special(facts).entrySet()) {
            fields.put(entry.getKey(), new JsonString(entry.getValue()));
        }
        return fields;
    }

    private static JsonObject connection(ObjectOrigin origin) {
        Map<String, JsonValue> connection = new LinkedHashMap<>();
        connection.put("AETitleCalled", new JsonString(origin.called()));
        connection.put("AETitleCaller", new JsonString(origin.caller()));
        connection.put("CallerIP", new JsonString(origin.address()));
        return new JsonObject(connection);
    }

    private static JsonValue raw(RuleValue value) {
        List<JsonValue> values = new ArrayList<>();
        for (String text : value.values()) {
            values.add(!value.isText() && JsonNumber.isNumber(text) ? new JsonNumber(text) : new JsonString(text));
        }
        return values.size() == 1 ? values.get(0) : new JsonArray(values);
    }

    /** What is part of another value: of the software's version, or of Siemens' headers. */
    static Map<String, String> special(ObjectFacts facts) {
        Map<String, String> special = new TreeMap<>();
        String versions = ElementValues.of(facts.attributes(), Tag.SoftwareVersions).text();
        int release = versions.indexOf(RELEASE);
        if (release >= 0) {
            put(special, "OSLevel", Optional.of(word(versions, release + RELEASE.length())));
        }
        facts.csaImage().flatMap(header -> header.text("PhaseEncodingDirectionPositive"))
                .ifPresent(text -> special.put("PhaseEncodingDirectionPositive", text));
        facts.csaSeries().flatMap(CsaHeader::protocol).ifPresent(protocol -> addProtocol(special, protocol));
        return special;
    }

    private static void addProtocol(Map<String, String> special, CsaProtocol protocol) {
        put(special, "siemensUUID", protocol.text("sWipMemBlock.tFree"));
        // Some versions of the scanner's software have the groups, all have the slices.
        put(special, "NumSlices", protocol.text("sGroupArray.asGroup[0].nSize")
                .or(() -> protocol.text("sSliceArray.lSize")));
        put(special, "MeasID", protocol.text("lSequenceID").or(() -> protocol.text("SequenceID")));
        Optional<String> baseline = protocol.text("sProtConsistencyInfo.tMeasuredBaselineString")
                .or(() -> protocol.text("sProtConsistencyInfo.tBaselineString"));
        int start = baseline.map(text -> text.indexOf(BASELINE)).orElse(-1);
        if (start >= 0) {
            put(special, "OSLevel", Optional.of(word(baseline.get(), start + BASELINE.length())));
        }
    }

    private static void put(Map<String, String> special, String key, Optional<String> text) {
        text.filter(found -> !found.isEmpty()).ifPresent(found -> special.put(key, found));
    }

    /** Up to an underscore, a quotation mark or the end of the value. */
    private static String word(String text, int start) {
        int end = start;
        while (end < text.length() && "_\"'".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(start, end).strip();
    }
}
