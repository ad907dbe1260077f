package org.bitewing.json;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;
import org.bitewing.model.GeneratedDataSets;
import org.junit.jupiter.api.Test;

/** Whatever comes ends in a data set or in one clear error, within the limits. */
class JsonHostileTest {
    private static DataSet read(byte[] json, Limits limits) throws IOException {
        return JsonReader.read(new ByteArrayInputStream(json), "test", JsonReadOptions.defaults().withLimits(limits));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter.write(GeneratedDataSets.of(3, 1), out, JsonWriteOptions.defaults());
        return out.toByteArray();
    }

    @Test
    void truncationAtEveryByteIsASyntaxError() throws IOException {
        byte[] json = sample();
        for (int length = 0; length < json.length; length++) {
            byte[] cut = Arrays.copyOf(json, length);
            DicomException e = assertThrows(DicomException.class, () -> read(cut, Limits.defaults()));
            assertEquals(DicomException.Kind.SYNTAX, e.kind(), e.getMessage());
        }
    }

    @Test
    void mutatedBytesEndInADataSetOrAnError() throws IOException {
        byte[] json = sample();
        Random random = new Random(7);
        int errors = 0;
        for (int round = 0; round < 3000; round++) {
            byte[] mutated = json.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                read(mutated, Limits.defaults());
            } catch (DicomException e) {
                errors++;
            }
        }
        assertTrue(errors > 1000 && errors < 3000, "both happen: " + errors);
    }

    @Test
    void nestingBeyondTheLimitIsAnErrorAndUpToItIsNone() throws IOException {
        String open = "{\"00081115\":{\"vr\":\"SQ\",\"Value\":[";
        byte[] far = bytes(open.repeat(100_000));
        byte[] brackets = bytes("{\"00081115\":{\"x\":" + "[".repeat(100_000));
        byte[] deep = bytes(open.repeat(1000) + "{}" + "]}}".repeat(1000));

        assertEquals(DicomException.Kind.LIMIT,
                assertThrows(DicomException.class, () -> read(far, Limits.defaults())).kind());
        assertEquals(DicomException.Kind.LIMIT,
                assertThrows(DicomException.class, () -> read(brackets, Limits.defaults())).kind());
        DataSet dataSet = read(deep, Limits.defaults().withDepth(1000));
        int depth = 0;
        for (var items = dataSet.items(Tag.ReferencedSeriesSequence); !items.isEmpty(); depth++) {
            Item item = items.get(0);
            items = item.items(Tag.ReferencedSeriesSequence);
        }
        assertEquals(1000, depth);
    }

    /** So many bytes without holding them. */
    private static InputStream endless(String start, String repeated) {
        byte[] head = bytes(start);
        byte[] body = bytes(repeated);
        return new InputStream() {
            private long at;

            @Override
            public int read() {
                long index = at++;
                return index < head.length ? head[(int) index] : body[(int) ((index - head.length) % body.length)];
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    target[offset + i] = (byte) read();
                }
                return length;
            }
        };
    }

    private static void assertLimited(String start, String repeated) {
        JsonReadOptions options = JsonReadOptions.defaults().withLimits(Limits.defaults().withMemory(4 << 20));
        DicomException e = assertThrows(DicomException.class,
                () -> JsonReader.read(endless(start, repeated), "test", options), start);
        assertEquals(DicomException.Kind.LIMIT, e.kind(), e.getMessage());
    }

    @Test
    void whatNeverEndsRunsIntoTheMemoryLimit() {
        assertLimited("{\"7FE00010\":{\"vr\":\"OB\",\"InlineBinary\":\"", "AAAA");
        assertLimited("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"", "a");
        assertLimited("{\"00100020\":{\"vr\":\"LO\",\"Value\":[\"\"", ",\"\"");
        assertLimited("{\"00280010\":{\"vr\":\"US\",\"Value\":[1", ",1");
        assertLimited("{\"00280010\":{\"vr\":\"US\",\"Value\":[1", "1");
        assertLimited("{\"00081115\":{\"vr\":\"SQ\",\"Value\":[{}", ",{}");
        assertLimited("{\"", "x");
    }
}
