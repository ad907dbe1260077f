package org.bitewing.tools.station.rules;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.dict.Tag;
import org.bitewing.tools.station.Samples;
import org.bitewing.tools.station.series.SeriesState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rule files: what is refused, with its place, and what references mean. */
class RuleFileTest {
    private static RuleFile file(String json) {
        return RuleFile.of(json.replace('\'', '"'), "my.json", Limits.defaults());
    }

    private static List<String> types(RuleFile file) {
        return SeriesState.of(Samples.facts(Samples.object(1).set(Tag.Rows, 256).set(Tag.ImageType, "ORIGINAL", "M")),
                file).types();
    }

    private static final String GOOD = "{'tag': ['Rows'], 'operator': '==', 'value': '256'}";
    private static final String BAD = "{'tag': ['Rows'], 'operator': '==', 'value': '1'}";
    private static final String OPEN = "{'tag': ['Columns'], 'operator': '==', 'value': '1'}";

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{}                                        | 1  | a rule file is a list of entries",
        "[1]                                       | 2  | an entry is an object with 'type' and 'rules'",
        "[{'rules': []}]                           | 2  | an entry without a 'type'",
        "[{'type': ' ', 'rules': []}]              | 2  | an entry without a 'type'",
        "[{'type': 1, 'rules': []}]                | 11 | 'type' is a text in quotation marks",
        "[{'type': 'T'}]                           | 2  | an entry without 'rules', its list of conditions",
        "[{'type': 'T', 'rules': {}}]              | 25 | 'rules' is a list of conditions",
        "[{'type': 'T', 'rules': [1]}]             | 26 | a condition is an object with 'tag' and 'value', or with 'rule'",
        "[{'type': 'T', 'rule': []}]               | 16 | 'rule' is not known here; there are check, description, id, rules, type",
        "[{'type':'T','rules':[],'check':'Image'}] | 33 | 'check' is 'SeriesLevel' or left out",
        "[{'type':'T','rules':[],'rules':[]}]      | 25 | a name that this object has already"})
    void entriesThatAreWrongAreRefused(String json, int column, String message) {
        refused(json, column, message);
    }

    private static void refused(String json, int column, String message) {
        DicomException e = assertThrows(DicomException.class, () -> file(json));
        assertEquals(message.replace('\'', '"') + " (my.json, line 1, column " + column + ")", e.getMessage());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "{'value': 'x'}                                     | 25 | a condition without a 'tag'",
        "{'tag': ['Rows']}                                  | 25 | a condition without a 'value'",
        "{'tag': 'Rows', 'value': 'x'}                      | 33 | a 'tag' is a list: [name], [group, element] or [group, element, index]",
        "{'tag': [], 'value': 'x'}                          | 33 | a 'tag' is a list: [name], [group, element] or [group, element, index]",
        "{'tag': ['1','2','3','4'], 'value': 'x'}           | 33 | a 'tag' is a list: [name], [group, element] or [group, element, index]",
        "{'tag': [8, 8], 'value': 'x'}                      | 34 | the parts of a 'tag' are texts in quotation marks",
        "{'tag': ['Rowz'], 'value': 'x'}                    | 34 | neither a key of the summary nor the keyword of an element",
        "{'tag': ['0x8', '0x10000'], 'value': 'x'}          | 41 | a number such as '0x18' or '24', up to 0xffff, is expected here",
        "{'tag': ['0x8', 'x8'], 'value': 'x'}               | 41 | a number such as '0x18' or '24', up to 0xffff, is expected here",
        "{'tag': ['Rows'], 'value': 'x', 'operator': '='}   | 69 | '=' is no operator; there are regexp, ==, !=, <, >, exist, notexist, contains, approx",
        "{'tag': ['Rows'], 'value': 'x', 'negate': 'true'}  | 67 | 'negate' is 'yes' or 'no'",
        "{'tag': ['Rows'], 'value': 'x', 'negate': true}    | 67 | 'negate' is a text in quotation marks",
        "{'tag': ['Rows'], 'value': 'x', 'negated': 'yes'}  | 57 | 'negated' is not known here; there are approxLevel, negate, notrule, operator, rule, tag, value",
        "{'tag': ['Rows'], 'value': true}                   | 52 | a 'value' is a text, a number, or a list of them",
        "{'tag': ['Rows'], 'value': '('}                    | 52 | a pattern with a mistake: Unclosed group",
        "{'tag': ['Rows'], 'value': ['a','b','c','d']}      | 52 | a pattern is one text, or a list that names another value",
        "{'tag': ['Rows'], 'operator': '==', 'value': 'x'}  | 70 | the operator == compares with a number",
        "{'tag': ['Rows'], 'operator': '<', 'value': '0x1'} | 69 | the operator < compares with a number",
        "{'tag': ['Rows'], 'operator': '>', 'value': '1d'}  | 69 | the operator > compares with a number",
        "{'tag': ['Rows'], 'operator': 'approx', 'value': ['x']} | 74 | the operator approx compares with a number, or a list of them",
        "{'tag': ['Rows'], 'value': 'x', 'approxLevel': 1}  | 57 | 'approxLevel' goes with the operator approx alone",
        "{'tag': ['Rows'], 'operator': 'approx', 'value': 1, 'approxLevel': '-1'} | 92 | 'approxLevel' is a number of 0 or more",
        "{'tag': ['NumFiles'], 'operator': '==', 'value': ['Rows']} | 25 | a fact of the series, such as NumFiles, is not compared with one of an object",
        "{'rule': 'X', 'negate': 'yes'}                     | 25 | 'rule' stands alone in its condition",
        "{'rule': 'X'}                                      | 34 | no entry has the id 'X'",
        "{'notrule': 5}                                     | 37 | 'notrule' is a text in quotation marks"})
    void conditionsThatAreWrongAreRefused(String condition, int column, String message) {
        refused("[{'type':'T' , 'rules': [" + condition + "]}]", column + 1, message);
    }

    @Test
    void placesAreThoseOfTheFile(@TempDir Path folder) throws IOException {
        Path path = folder.resolve("rules.json");
        Files.writeString(path, "[\n  {\"type\": \"A\", \"rules\": [\n    {\"tag\": [\"Rowz\"],\n     \"value\": \"1\"}]}\n]");
        DicomException e = assertThrows(DicomException.class, () -> RuleFile.read(path, Limits.defaults()));
        assertTrue(e.getMessage().endsWith("rules.json, line 3, column 14)"), e.getMessage());
    }

    @Test
    void anIdThatSeveralEntriesHaveIsRefusedOnlyWhereItIsUsed() {
        String twice = "{'type':'A','id':'X','rules':[]},{'type':'B','id':'X','rules':[]}";
        assertEquals(2, file("[" + twice + "]").rules().size());
        refused("[" + twice + ",{'type':'C','rules':[{'rule':'X'}]}]", 97, "more than one entry has the id 'X'");
    }

    @Test
    void circlesAreRefused() {
        refused("[{'type':'A','id':'A','rules':[{'rule':'A'}]}]", 2,
                "an entry that refers to itself through 'rule' or 'notrule'");
        refused("[{'type':'A','id':'A','rules':[{'rule':'B'}]},{'type':'B','id':'B','rules':[{'notrule':'A'}]}]", 2,
                "an entry that refers to itself through 'rule' or 'notrule'");
    }

    @Test
    void referencesMayBeNestedAndNamedBeforeTheirEntries() {
        RuleFile file = file("[{'type':'C','rules':[{'rule':'B'}]},{'type':'B','id':'B','rules':[{'rule':'A'}]},"
                + "{'type':'A','id':'A','rules':[" + GOOD + "]}]");
        assertEquals(List.of("C", "B", "A"), types(file));
    }

    @Test
    void aChainThatIsTooLongIsRefusedAndOneThatDoublesIsNoWorkAtAll() {
        StringBuilder chain = new StringBuilder("[{'type':'T','id':'0','rules':[" + GOOD + "]}");
        for (int i = 1; i < 100; i++) {
            String reference = "{'rule':'" + (i - 1) + "'}";
            chain.append(",{'type':'T").append(i).append("','id':'").append(i).append("','rules':[").append(reference)
                    .append(',').append(reference).append("]}");
        }
        assertEquals(100, types(file(chain + "]")).size());
        String longer = chain + ",{'type':'T','rules':[{'rule':'99'}]}]";
        assertTrue(assertThrows(DicomException.class, () -> file(longer)).getMessage()
                .startsWith("references that are nested deeper than 100"));
    }

    @Test
    void aChainThatDoublesAndAsksForTheSeriesIsNoWorkEither() {
        StringBuilder chain = new StringBuilder("[{'type':'T','id':'0','rules':[" + GOOD
                + ",{'tag':['NumFiles'],'operator':'>','value':'0'}]}");
        for (int i = 1; i < 100; i++) {
            String reference = "{'rule':'" + (i - 1) + "'}";
            chain.append(",{'type':'T").append(i).append("','id':'").append(i).append("','rules':[").append(reference)
                    .append(',').append(reference).append("]}");
        }
        assertEquals(100, types(file(chain + "]")).size());
    }

    @Test
    void notruleIsTheOppositeOfAllConditionsTogether() {
        String start = "[{'type':'A','id':'A','rules':[";
        String end = "]},{'type':'B','rules':[{'notrule':'A'}]}]";
        assertEquals(List.of("A"), types(file(start + GOOD + end)));
        assertEquals(List.of("B"), types(file(start + BAD + end)));
        // Not (true and false), which is not (not true and not false).
        assertEquals(List.of("B"), types(file(start + GOOD + "," + BAD + end)));
        // A condition that was negated keeps its sense.
        String negated = GOOD.replace("}", ",'negate':'yes'}");
        assertEquals(List.of("B"), types(file(start + negated + end)));
        // What cannot be said is not said either way, unless another condition decides.
        assertEquals(List.of(), types(file(start + OPEN + end)));
        assertEquals(List.of(), types(file(start + GOOD + "," + OPEN + end)));
        assertEquals(List.of("B"), types(file(start + OPEN + "," + BAD + end)));
    }

    @Test
    void anEntryWithoutConditionsFitsEverything() {
        assertEquals(List.of("A", "B"), types(file("[{'type':'A','id':'A','rules':[]},{'type':'B','rules':[{'rule':'A'}]}]")));
    }

    @Test
    void theDigestIsThatOfTheContent() {
        String json = "[{'type':'A','rules':[" + GOOD + "]}]";
        assertEquals(file(json).digest(), file(json.replace(",", " ,\n")).digest());
        assertNotEquals(file(json).digest(), file(json.replace("256", "255")).digest());
    }

    @Test
    void tooManyEntriesAreRefused() {
        String entry = "{'type':'A','rules':[{'tag':['ClassifyType'],'value':'B'}]},";
        assertTrue(assertThrows(DicomException.class, () -> file("[" + entry.repeat(257)
                + "{'type':'A','rules':[]}]")).getMessage().startsWith("a rule file has at most 256 entries with"));
        String many = "[" + "{'type':'A','rules':[]},".repeat(RuleFile.MOST_RULES) + "{'type':'A','rules':[]}]";
        assertTrue(assertThrows(DicomException.class, () -> file(many)).getMessage()
                .startsWith("a rule file has at most 10000 entries"));
    }

    @Test
    void mutatedFilesAreRulesOrAnError() {
        String sample = ("[{'type':'A','id':'A','check':'SeriesLevel','rules':[" + GOOD + "]},{'type':'B','rules':"
                + "[{'rule':'A'},{'tag':['0x08','0x08','1'],'value':['Modality'],'operator':'contains','negate':'yes'}]}]")
                .replace('\'', '"');
        Random random = new Random(11);
        int errors = 0;
        for (int round = 0; round < 3000; round++) {
            StringBuilder text = new StringBuilder(sample);
            text.setCharAt(random.nextInt(sample.length()), (char) (' ' + random.nextInt(95)));
            try {
                types(RuleFile.of(text.toString(), "test", Limits.defaults()));
            } catch (DicomException e) {
                assertTrue(e.getMessage().contains("(test, line 1, column "), e.getMessage());
                errors++;
            }
        }
        assertTrue(errors > 1000, errors + " errors");
    }
}
