package org.bitewing.tools.station.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.bitewing.Limits;
import org.bitewing.dict.Tag;
import org.bitewing.tools.station.Samples;
import org.bitewing.tools.station.series.SeriesState;
import org.junit.jupiter.api.Test;

/** Types of a series: those of its objects together, and conditions on facts of the whole series. */
class SeriesTypesTest {
    private static final String AXIAL = "{'type':'axial','rules':[{'tag':['SeriesDescription'],'value':'ax'}]}";
    private static final String CORONAL = "{'type':'coronal','rules':[{'tag':['SeriesDescription'],'value':'cor'}]}";

    private static String entry(String type, String... conditions) {
        return "{'type':'" + type + "','rules':[" + String.join(",", conditions) + "]}";
    }

    private static String has(String type) {
        return "{'tag':['ClassifyType'],'operator':'contains','value':'" + type + "'}";
    }

    private static String not(String condition) {
        return condition.replace("}", ",'negate':'yes'}");
    }

    private static RuleFile file(String... entries) {
        return RuleFile.of(("[" + String.join(",", entries) + "]").replace('\'', '"'), "test", Limits.defaults());
    }

    /** The types of a series with an object for each description; the same in every order. */
    private static List<String> types(RuleFile file, String... descriptions) {
        SeriesState forwards = null;
        SeriesState backwards = null;
        for (int i = 0; i < descriptions.length; i++) {
            SeriesState one = SeriesState.of(Samples.facts(Samples.object(i).set(Tag.SeriesDescription, descriptions[i])),
                    file);
            forwards = i == 0 ? one : forwards.merge(one);
            backwards = i == 0 ? one : one.merge(backwards);
        }
        assertEquals(forwards.types(), backwards.types());
        assertEquals(forwards, backwards);
        return forwards.types();
    }

    @Test
    void aSeriesHasTheTypesOfAllOfItsObjects() {
        assertEquals(List.of("axial", "coronal"), types(file(AXIAL, CORONAL), "cor", "ax", "none"));
        assertEquals(List.of(), types(file(AXIAL, CORONAL), "none"));
    }

    @Test
    void aTypeThatSeveralEntriesGiveIsThereOnce() {
        assertEquals(List.of("axial"), types(file(AXIAL, AXIAL.replace("'ax'", "'tra'")), "ax tra", "tra"));
    }

    @Test
    void anEntryForTheSeriesNeedsAllObjects() {
        RuleFile file = file(AXIAL.replace("'rules'", "'check':'SeriesLevel','rules'"));
        assertEquals(List.of("axial"), types(file, "ax", "ax 2"));
        assertEquals(List.of(), types(file, "ax", "ax", "cor"));
        // What another entry gives stays.
        RuleFile both = file(AXIAL.replace("'rules'", "'check':'SeriesLevel','rules'"), AXIAL);
        assertEquals(List.of("axial"), types(both, "ax", "cor"));
    }

    @Test
    void aConditionOnTypesSeesThoseOfAllObjects() {
        RuleFile file = file(entry("localizer", has("axial"), has("coronal")), AXIAL, CORONAL);
        assertEquals(List.of("localizer", "axial", "coronal"), types(file, "ax", "cor"));
        assertEquals(List.of("axial"), types(file, "ax", "ax"));
    }

    @Test
    void typesThatFollowFromTypesAreFoundInAnyOrderOfEntries() {
        RuleFile file = file(entry("c", has("b")), entry("b", has("axial")), AXIAL, entry("d", not(has("c"))));
        assertEquals(List.of("c", "b", "axial"), types(file, "ax"));
        assertEquals(List.of("d"), types(file, "none"));
    }

    @Test
    void aNegatedConditionOnATypeWaitsForThatType() {
        RuleFile file = file(entry("other", not(has("b"))), entry("b", has("axial")), AXIAL);
        assertEquals(List.of("b", "axial"), types(file, "ax"));
        assertEquals(List.of("other"), types(file, "none"));
    }

    @Test
    void entriesThatAskForEachOtherAreDecidedTogether() {
        RuleFile file = file(entry("a", not(has("b"))), entry("b", not(has("a"))), entry("c", has("a"), has("b")));
        assertEquals(List.of("a", "b", "c"), types(file, "none"));
        assertEquals(List.of(), types(file(entry("a", has("b")), entry("b", has("a"))), "none"));
    }

    @Test
    void aPatternSeesTheListOfTypes() {
        RuleFile file = file(AXIAL, CORONAL, entry("both", "{'tag':['ClassifyType'],'value':'^.'axial', 'coronal'.$'}"
                .replace("'axial', 'coronal'", "\\\\u0027axial\\\\u0027, \\\\u0027coronal\\\\u0027").replace("\\\\u", "\\u")));
        assertEquals(List.of("axial", "coronal", "both"), types(file, "ax", "cor"));
        assertEquals(List.of("axial"), types(file, "ax"));
    }

    @Test
    void conditionsOnObjectsAndOnTheSeriesMustHoldForOneObject() {
        RuleFile file = file(AXIAL, entry("x", has("axial"), "{'tag':['InstanceNumber'],'operator':'==','value':'1'}"));
        assertEquals(List.of("axial", "x"), types(file, "none", "ax"));
        assertEquals(List.of("axial"), types(file, "ax"));
    }

    @Test
    void countsOfTheSeriesMayBeAsked() {
        RuleFile file = file(entry("few", "{'tag':['NumFiles'],'operator':'<','value':'3'}"),
                entry("three", "{'tag':['NumFrames'],'operator':'==','value':3}"));
        assertEquals(List.of("few"), types(file, "a", "b"));
        assertEquals(List.of("three"), types(file, "a", "b", "c"));
    }

    @Test
    void aReferenceToAnEntryAboutTheSeriesIsDecidedWithIt() {
        String inner = "{'type':'inner','id':'I','rules':[" + has("axial")
                + ",{'tag':['InstanceNumber'],'operator':'==','value':'0'}]}";
        RuleFile file = file(AXIAL, inner, entry("yes", "{'rule':'I'}"), entry("no", "{'notrule':'I'}"));
        // The object of number 1 is not what the inner entry wants, so the outer one fits it.
        assertEquals(List.of("axial", "inner", "yes", "no"), types(file, "ax", "none"));
        assertEquals(List.of("axial", "inner", "yes"), types(file, "ax"));
        assertEquals(List.of("no"), types(file, "none"));
    }

    @Test
    void anEntryForTheSeriesMayAskForTypesToo() {
        RuleFile file = file(AXIAL, entry("all", has("axial"), "{'tag':['SeriesDescription'],'value':'x'}")
                .replace("'rules'", "'check':'SeriesLevel','rules'"));
        assertEquals(List.of("axial", "all"), types(file, "ax", "x"));
        assertEquals(List.of("axial"), types(file, "ax", "none"));
        assertEquals(List.of(), types(file, "x"));
    }

    @Test
    void kindsOfObjectsAreBoundedWhateverTheirNumber() {
        StringBuilder inner = new StringBuilder("{'type':'inner','id':'I','rules':[" + not(has("nothing")));
        for (int i = 0; i < 12; i++) {
            inner.append(",{'tag':['SeriesDescription'],'value':'").append((char) ('a' + i)).append("'}");
        }
        RuleFile file = file(inner + "]}", entry("outer", "{'notrule':'I'}"));
        SeriesState state = null;
        for (int i = 0; i < 1 << 12; i++) {
            StringBuilder description = new StringBuilder("-");
            for (int bit = 0; bit < 12; bit++) {
                description.append((i >> bit & 1) != 0 ? (char) ('a' + bit) : '-');
            }
            SeriesState one = SeriesState.of(Samples.facts(Samples.object(i)
                    .set(Tag.SeriesDescription, description.toString())), file);
            state = state == null ? one : state.merge(one);
        }
        assertEquals(List.of("inner", "outer"), state.types());
        int length = state.line().length();
        assertEquals(true, length < 10_000, length + " characters");
    }

    @Test
    void talliesOfDifferentRulesDoNotMerge() {
        SeriesState one = SeriesState.of(Samples.facts(Samples.object(1)), file(AXIAL));
        SeriesState other = SeriesState.of(Samples.facts(Samples.object(2)), file(CORONAL));
        assertThrows(IllegalArgumentException.class, () -> one.merge(other));
    }
}
