package org.bitewing.tools.station.series;

import java.util.Map;
import java.util.TreeMap;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.station.rules.SummaryKeys;

/**
 * A series in short, as JSON: keys in order, and texts for all values that are no lists or groups. A key is absent where
 * no object has a value for it. Where objects differ, the value is that of the first one by Instance Number, and
 * {@code Varying} names the key.
 */
public final class SeriesSummary {
    private SeriesSummary() {
    }

    /**
     * The summary of a series.
     *
     * @param state all of its objects
     * @return an object whose members are in order; {@link JsonValue#text} makes the file of it
     */
    public static JsonObject json(SeriesState state) {
        Map<String, JsonValue> members = new TreeMap<>(state.representative().fields());
        Totals totals = state.totals();
        members.put("Modality", totals.modalities().json());
        members.put("SOPClassUIDs", totals.sopClasses().json());
        members.put(SummaryKeys.FILES, text(totals.objects()));
        members.put(SummaryKeys.FRAMES, text(totals.frames()));
        members.put("NumBytes", text(totals.bytes()));
        members.put("TransferSyntaxUIDs", counts(totals.syntaxes()));
        members.put(SummaryKeys.TYPES, JsonArray.ofTexts(state.types()));
        members.put("Geometry", state.geometry().summary());
        members.put("Timing", state.timing().summary());
        members.put("Completeness", state.completeness().summary());
        members.put("Varying", JsonArray.ofTexts(state.representative().varying()));
        if (!state.geometry().locations().isEmpty()) {
            members.put("SliceLocation", new JsonString(state.geometry().locations().greatestText()));
        }
        if (state.diffusion().hasHeader()) {
            members.put("siemensDiffusionInformation", state.diffusion().summary());
        }
        if (!totals.problems().values().isEmpty()) {
            members.put("Problems", totals.problems().json());
        }
        return new JsonObject(members);
    }

    static JsonString text(long number) {
        return new JsonString(Long.toString(number));
    }

    static JsonObject counts(Map<String, Long> counts) {
        Map<String, JsonValue> members = new TreeMap<>();
        counts.forEach((name, count) -> members.put(name, text(count)));
        return new JsonObject(members);
    }
}
