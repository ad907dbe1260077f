package org.bitewing.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.junit.jupiter.api.Test;

class JsonDocumentTest {
    private static JsonDocument document(String text) {
        return JsonDocument.of(text, "test.json", Limits.defaults());
    }

    private static DicomException refused(String text, Limits limits) {
        return assertThrows(DicomException.class, () -> JsonDocument.of(text, "test.json", limits));
    }

    @Test
    void everyKindOfValueIsInTheTree() {
        Map<String, JsonValue> members = new LinkedHashMap<>();
        members.put("a", new JsonString("x\n\u00e4"));
        members.put("b", new JsonArray(List.of(new JsonNumber("-1.5e3"), new JsonBoolean(true), new JsonNull())));
        members.put("c", new JsonObject(Map.of()));
        assertEquals(new JsonObject(members), document(" {\"a\":\"x\\n\u00e4\",\"b\":[-1.5e3,true,null],\"c\":{}} ").root());
        assertEquals(-1500, new JsonNumber("-1.5e3").value().intValueExact());
    }

    @Test
    void valuesAreWrittenInOneLineOrIndented() {
        JsonValue value = document("{\"b\":[1,{}],\"a\":\"\\u0001\\\"\",\"c\":[]}").root();
        assertEquals("{\"b\":[1,{}],\"a\":\"\\u0001\\\"\",\"c\":[]}", value.text(false));
        assertEquals("""
                {
                  "b": [
                    1,
                    {}
                  ],
                  "a": "\\u0001\\"",
                  "c": []
                }
                """, value.text(true));
    }

    @Test
    void aValueKnowsItsPlace() {
        JsonDocument document = document("{\n  \"a\": [1,\n    \"x\"]\n}");
        JsonObject root = (JsonObject) document.root();
        JsonArray list = (JsonArray) root.member("a").orElseThrow();
        assertEquals("wrong (test.json, line 3, column 5)", document.error(list.elements().get(1), "wrong").getMessage());
        assertEquals("wrong (test.json, line 2, column 8)", document.error(list, "wrong").getMessage());
        assertEquals("wrong (test.json, line 2, column 3)", document.errorAtName(root, "a", "wrong").getMessage());
        assertEquals("wrong (test.json)", document.error(new JsonNull(), "wrong").getMessage());
    }

    @Test
    void mistakesNameTheirPlace() {
        assertEquals("a name that this object has already (test.json, line 2, column 1)",
                refused("{\"a\":1,\n\"a\":2}", Limits.defaults()).getMessage());
        assertEquals("nothing is expected here (test.json, line 1, column 4)",
                refused("[] x", Limits.defaults()).getMessage());
        assertEquals("JSON that ends too early (test.json, line 1, column 3)",
                refused("[1", Limits.defaults()).getMessage());
    }

    @Test
    void depthAndMemoryAreBounded() {
        assertEquals(DicomException.Kind.LIMIT, refused("[".repeat(100_000), Limits.defaults()).kind());
        assertEquals(DicomException.Kind.LIMIT,
                refused("[" + "1,".repeat(10_000) + "1]", Limits.defaults().withMemory(100_000)).kind());
        assertEquals(DicomException.Kind.LIMIT,
                refused("[\"" + "x".repeat(20_000) + "\"]", Limits.defaults().withMemory(100_000)).kind());
    }

    @Test
    void aTreeOfAnyDepthIsWritten() {
        JsonValue value = new JsonNull();
        for (int i = 0; i < 50_000; i++) {
            value = new JsonArray(List.of(value));
        }
        assertEquals("[".repeat(50_000) + "null" + "]".repeat(50_000), value.text(false));
    }

    @Test
    void numbersAreThoseOfTheStandard() {
        for (String number : List.of("0", "-0", "12", "1.50", "1e5", "1E-05", "0.1e+2")) {
            assertTrue(JsonNumber.isNumber(number), number);
            assertEquals(new JsonNumber(number), document(number).root());
        }
        for (String other : List.of("", "-", "01", "1.", ".5", "+1", "1e", "1e+", "NaN", "0x1", "1 ", "\u0661")) {
            assertFalse(JsonNumber.isNumber(other), other);
        }
        assertThrows(IllegalArgumentException.class, () -> new JsonNumber("1f"));
    }

    @Test
    void whatIsWrittenReadsBackEqual() {
        Random random = new Random(5);
        for (int round = 0; round < 500; round++) {
            JsonValue value = random(random, 4);
            assertEquals(value, document(value.text(round % 2 == 0)).root());
        }
    }

    private static JsonValue random(Random random, int depth) {
        switch (random.nextInt(depth > 0 ? 6 : 4)) {
            case 0:
                return new JsonString(text(random));
            case 1:
                return JsonNumber.of(random.nextLong());
            case 2:
                return new JsonBoolean(random.nextBoolean());
            case 3:
                return new JsonNull();
            case 4:
                JsonValue[] values = new JsonValue[random.nextInt(4)];
                Arrays.setAll(values, i -> random(random, depth - 1));
                return new JsonArray(List.of(values));
            default:
                Map<String, JsonValue> members = new LinkedHashMap<>();
                for (int i = random.nextInt(4); i > 0; i--) {
                    members.put(text(random), random(random, depth - 1));
                }
                return new JsonObject(members);
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(8); i > 0; i--) {
            text.appendCodePoint(random.nextInt(4) == 0 ? 0x1f600 + random.nextInt(50) : random.nextInt(0x300));
        }
        return text.toString();
    }

    @Test
    void mutatedTextEndsInATreeOrAnError() {
        String sample = "{\"a\":[1,-2.5e1,true,null,\"x\\u00e4\\n\"],\"b\":{\"c\":{}}}";
        Random random = new Random(9);
        int errors = 0;
        for (int round = 0; round < 5000; round++) {
            StringBuilder text = new StringBuilder(sample);
            text.setCharAt(random.nextInt(sample.length()), (char) random.nextInt(128));
            try {
                document(text.toString());
            } catch (DicomException e) {
                errors++;
            }
        }
        assertTrue(errors > 1000, errors + " errors");
    }
}
