package org.bitewing.json;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.DataSet;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.model.GeneratedDataSets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A data set that goes to JSON and comes back is the same. */
class JsonRoundTripTest {
    private static byte[] json(DataSet dataSet, JsonWriteOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter.write(dataSet, out, options);
        return out.toByteArray();
    }

    private static DataSet read(byte[] json, JsonReadOptions options) throws IOException {
        return JsonReader.read(new ByteArrayInputStream(json), "test", options);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void everyVrComesBack(long seed) throws IOException {
        DataSet dataSet = GeneratedDataSets.of(seed);

        DataSet compact = read(json(dataSet, JsonWriteOptions.defaults()), JsonReadOptions.defaults());
        DataSet indented = read(json(dataSet, JsonWriteOptions.defaults().indented()), JsonReadOptions.defaults());

        assertEquals(dataSet, compact);
        assertEquals(dataSet, indented);
    }

    @Test
    void severalDataSetsComeBackFromAnArray() throws IOException {
        List<DataSet> all = List.of(GeneratedDataSets.of(1), DataSet.builder().build(), GeneratedDataSets.of(2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        JsonWriter.writeAll(all, out, JsonWriteOptions.defaults());

        List<DataSet> back = new ArrayList<>();
        try (JsonReader reader = JsonReader.of(new ByteArrayInputStream(out.toByteArray()), "test",
                JsonReadOptions.defaults())) {
            for (Optional<DataSet> next = reader.next(); next.isPresent(); next = reader.next()) {
                back.add(next.get());
            }
        }

        assertEquals(all, back);
    }

    @Test
    void notANumberAndInfinityComeBackAsTextAndAsBareWords() throws IOException {
        DataSet dataSet = DataSet.builder()
                .set(Tag.ReferencePixelPhysicalValueX, Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 1)
                .build();

        byte[] text = json(dataSet, JsonWriteOptions.defaults().with(JsonWriteOptions.NonFinite.TEXT));
        byte[] bare = json(dataSet, JsonWriteOptions.defaults().with(JsonWriteOptions.NonFinite.BARE));

        assertEquals(dataSet, read(text, JsonReadOptions.defaults()));
        assertEquals(dataSet, read(bare, JsonReadOptions.defaults().withBareNonFinite()));
    }

    @Test
    void largeValuesComeBackThroughReferences() throws IOException {
        byte[] pixels = new byte[1000];
        pixels[7] = 3;
        DataSet dataSet = DataSet.builder().set(Tag.Rows, 5).set(Value.of(Tag.PixelData, VR.OW, pixels)).build();
        Map<String, byte[]> store = new HashMap<>();
        JsonWriteOptions options = JsonWriteOptions.defaults().withBulkOver(100, (path, element) -> {
            store.put("bulk/" + path, ((Value) element).bytes());
            return Optional.of("bulk/" + path);
        });

        byte[] json = json(dataSet, options);
        DataSet back = read(json, JsonReadOptions.defaults().withBulk(uri -> BulkData.of(store.get(uri))));

        assertEquals(1, store.size());
        assertEquals(dataSet, back);
        assertEquals(BulkValue.class, back.element(Tag.PixelData).orElseThrow().getClass());
    }

    @Test
    void fragmentsComeBackInlineWhereTheTransferSyntaxIsThere() throws IOException {
        Fragments fragments = new Fragments(Tag.PixelData, VR.OB.code(),
                List.of(BulkData.of(new byte[0]), BulkData.of(new byte[] {1, 2, 3, 4}), BulkData.of(new byte[] {5, 6})));
        DataSet dataSet = DataSet.builder().set(Tag.TransferSyntaxUID, "1.2.840.10008.1.2.5").set(Tag.Rows, 1)
                .set(fragments).build();
        JsonWriteOptions options = JsonWriteOptions.defaults().withInlineFragments().withFileMeta();

        DataSet back = read(json(dataSet, options), JsonReadOptions.defaults());

        assertEquals(dataSet, back);
    }

    @Test
    void valuesThatStayedInTheirFileAreStreamed() throws IOException {
        byte[] bytes = new byte[300_001];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (i * 31);
        }
        DataSet dataSet = DataSet.builder()
                .set(new BulkValue(Tag.PixelData, VR.OB.code(), BulkData.of(bytes))).build();

        DataSet back = read(json(dataSet, JsonWriteOptions.defaults()), JsonReadOptions.defaults());

        assertArrayEquals(bytes, back.bytes(Tag.PixelData));
    }
}
