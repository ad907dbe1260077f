package org.bitewing.tools.station.series;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.bitewing.json.JsonArray;
import org.bitewing.json.JsonObject;
import org.bitewing.json.JsonString;
import org.bitewing.json.JsonValue;
import org.bitewing.tools.station.rules.SummaryKeys;

/**
 * A study in short, as JSON like that of {@link SeriesSummary}: what its series have in common, how much there is of each
 * modality, and a list of the series by Series Number.
 */
public final class StudySummary {
    /** Facts of the patient and the study: those of the first series, named under Varying where others differ. */
    private static final List<String> COMMON = List.of("AccessionNumber", "IncomingConnection", "InstitutionName",
            "PatientID", "PatientName", "PatientSex", "StudyDate", "StudyDescription", "StudyID", "StudyInstanceUID",
            "StudyTime");
    private static final List<String> OF_SERIES = List.of("SeriesDescription", "SeriesInstanceUID", "SeriesNumber",
            "SeriesTime");

    private StudySummary() {
    }

    /**
     * The summary of a study.
     *
     * @param states its series, one or more, in any order
     * @return an object whose members are in order; {@link JsonValue#text} makes the file of it
     * @throws IllegalArgumentException where there is no series, or they are of different studies
     */
    public static JsonObject json(Collection<SeriesState> states) {
        List<SeriesState> series = new ArrayList<>(states);
        series.sort(Comparator.comparing(StudySummary::number).thenComparing(SeriesState::seriesInstanceUid));
        if (series.isEmpty() || series.stream().map(SeriesState::studyInstanceUid).distinct().count() > 1) {
            throw new IllegalArgumentException("a study has one series or more, all with its UID");
        }
        Map<String, JsonValue> members = new TreeMap<>();
        addCommon(members, series);
        addTotals(members, series);
        List<JsonValue> list = new ArrayList<>();
        Set<String> types = new LinkedHashSet<>();
        Timing timing = Timing.NONE;
        for (SeriesState state : series) {
            list.add(oneSeries(state));
            types.addAll(state.types());
            timing = timing.merge(state.timing());
        }
        members.put("Series", new JsonArray(list));
        members.put(SummaryKeys.TYPES, JsonArray.ofTexts(types));
        members.put("Timing", timing.summary());
        return new JsonObject(members);
    }

    private static long number(SeriesState state) {
        try {
            return Long.parseLong(state.text("SeriesNumber").orElse("").strip());
        } catch (NumberFormatException e) {
            return Long.MAX_VALUE;
        }
    }

    private static void addCommon(Map<String, JsonValue> members, List<SeriesState> series) {
        Map<String, JsonValue> first = series.get(0).representative().fields();
        Set<String> varying = new TreeSet<>();
        for (String key : COMMON) {
            JsonValue value = first.get(key);
            for (SeriesState state : series) {
                JsonValue other = state.representative().fields().get(key);
                boolean differs = value == null ? other != null : !value.equals(other);
                if (differs || state.representative().varying().contains(key)) {
                    varying.add(key);
                }
            }
            if (value != null) {
                members.put(key, value);
            }
        }
        members.put("Varying", JsonArray.ofTexts(varying));
    }

    private static void addTotals(Map<String, JsonValue> members, List<SeriesState> series) {
        Totals all = series.get(0).totals();
        TreeMap<String, long[]> modalities = new TreeMap<>();
        Set<String> incomplete = new LinkedHashSet<>();
        for (int i = 0; i < series.size(); i++) {
            Totals totals = series.get(i).totals();
            all = i == 0 ? totals : all.merge(totals);
            for (String modality : totals.modalities().values()) {
                long[] counts = modalities.computeIfAbsent(modality, key -> new long[2]);
                counts[0]++;
                counts[1] += totals.objects();
            }
            if (!series.get(i).isComplete()) {
                incomplete.add(series.get(i).seriesInstanceUid());
            }
        }
        members.put("NumSeries", SeriesSummary.text(series.size()));
        members.put(SummaryKeys.FILES, SeriesSummary.text(all.objects()));
        members.put(SummaryKeys.FRAMES, SeriesSummary.text(all.frames()));
        members.put("NumBytes", SeriesSummary.text(all.bytes()));
        members.put("TransferSyntaxUIDs", SeriesSummary.counts(all.syntaxes()));
        Map<String, JsonValue> byModality = new TreeMap<>();
        modalities.forEach((name, counts) -> byModality.put(name, new JsonObject(new TreeMap<>(Map.of(
                "NumFiles", SeriesSummary.text(counts[1]), "NumSeries", SeriesSummary.text(counts[0]))))));
        members.put("Modalities", new JsonObject(byModality));
        members.put("Completeness", new JsonObject(new TreeMap<>(Map.of(
                "Complete", new JsonString(incomplete.isEmpty() ? "yes" : "no"),
                "IncompleteSeries", JsonArray.ofTexts(incomplete)))));
    }

    private static JsonObject oneSeries(SeriesState state) {
        Map<String, JsonValue> members = new TreeMap<>();
        for (String key : OF_SERIES) {
            JsonValue value = state.representative().fields().get(key);
            if (value != null) {
                members.put(key, value);
            }
        }
        members.put("Modality", state.totals().modalities().json());
        members.put(SummaryKeys.FILES, SeriesSummary.text(state.totals().objects()));
        members.put(SummaryKeys.FRAMES, SeriesSummary.text(state.totals().frames()));
        members.put(SummaryKeys.TYPES, JsonArray.ofTexts(state.types()));
        members.put("Complete", new JsonString(state.isComplete() ? "yes" : "no"));
        return new JsonObject(members);
    }
}
