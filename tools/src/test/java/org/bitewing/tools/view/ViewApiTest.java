package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Fragments;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.json.JsonReadOptions;
import org.bitewing.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the page asks, over HTTP. */
class ViewApiTest {
    @TempDir
    private Path folder;

    private Path study() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("README.txt", "no image".getBytes(StandardCharsets.US_ASCII));
        for (int number : new int[] {3, 1, 2}) {
            entries.put("CT/" + number, Samples.bytes(Samples.slice(7, number)));
        }
        entries.put("CT/other", Samples.bytes(Samples.slice(2, 1)));
        entries.put("CT/damaged", Arrays.copyOf(entries.get("CT/1"), 400));
        return Samples.zip(folder.resolve("study.zip"), entries);
    }

    @Test
    void catalogHasPatientsStudiesAndSeriesInTheirOrder() throws Exception {
        try (Asked asked = Asked.of(study())) {
            Map<String, Object> catalog = asked.json("api/catalog");
            assertEquals("study.zip", catalog.get("title"));
            assertEquals(true, catalog.get("complete"));
            assertEquals(6.0, catalog.get("total"));
            assertEquals(6.0, catalog.get("scanned"));
            assertEquals(1.0, catalog.get("skipped"));
            assertEquals(List.of("CT/damaged"), List.copyOf(asked.problems().keySet()));
            Map<String, Object> patient = JsonTree.list(catalog, "patients").get(0);
            assertEquals("Nobody^Ann=山田^太郎", patient.get("name"));
            Map<String, Object> study = JsonTree.list(patient, "studies").get(0);
            assertEquals("2026-01-02 03:04:05", study.get("date") + " " + study.get("time"));
            List<Map<String, Object>> series = JsonTree.list(study, "series");
            assertEquals(List.of("2", "7"), series.stream().map(one -> one.get("number")).toList());
            assertEquals(3.0, series.get(1).get("images"));
            assertEquals(true, series.get(1).get("picture"));
        }
    }

    @Test
    void catalogIsAskedForAgainAtNoCost() throws Exception {
        try (Asked asked = Asked.of(study())) {
            Object version = asked.json("api/catalog").get("version");
            assertEquals(204, asked.get("api/catalog?after=" + ((Double) version).longValue()).statusCode());
            assertEquals(200, asked.get("api/catalog?after=0").statusCode());
        }
    }

    @Test
    void imagesOfASeriesFollowTheSliceNormal() throws Exception {
        try (Asked asked = Asked.of(study())) {
            String key = (String) asked.series().get(1).get("key");
            List<Map<String, Object>> images = JsonTree.list(asked.json("api/series/" + key), "images");
            assertEquals(List.of("5", "10", "15"), images.stream().map(image -> image.get("position")).toList());
            assertEquals(List.of("CT/1", "CT/2", "CT/3"), images.stream().map(image -> image.get("name")).toList());
            assertEquals("CT Image Storage", images.get(0).get("sopClassName"));
            assertEquals(16.0, images.get(0).get("columns"));
        }
    }

    @Test
    void imagesWithoutGeometryFollowTheirNumbers() throws Exception {
        for (int number : new int[] {10, 9, 100}) {
            Files.write(folder.resolve("a" + number), Samples.bytes(Samples.slice(1, number)
                    .remove(Tag.ImagePositionPatient)));
        }
        try (Asked asked = Asked.of(folder)) {
            assertEquals(List.of("9", "10", "100"),
                    asked.images().stream().map(image -> image.get("instanceNumber")).toList());
        }
    }

    @Test
    void infoTellsWindowsGeometryAndFacts() throws Exception {
        Files.write(folder.resolve("a"), Samples.bytes(Samples.slice(3, 17)
                .set(Tag.WindowCenter, 40, 300).set(Tag.WindowWidth, 400, 1500)
                .set(Tag.WindowCenterWidthExplanation, "brain", "bone").set(Tag.PixelSpacing, 1, 0.5)
                .set(Tag.SliceThickness, 3).set(Tag.KVP, 120).set(Tag.FrameTime, 33.3)));
        try (Asked asked = Asked.of(folder)) {
            String info = asked.text("api/image/i0/info");
            assertTrue(info.contains("\"window\":{\"center\":40,\"width\":400,\"explanation\":\"brain\"}"), info);
            assertTrue(info.contains("{\"center\":300,\"width\":1500,\"explanation\":\"bone\"}"), info);
            // From -200 to 515.
            assertTrue(info.contains("\"full\":{\"center\":157.5,\"width\":715}"), info);
            assertTrue(info.contains("\"pixelSpacing\":[1,0.5],\"aspect\":2,\"frameTime\":33.3,\"overlays\":false"), info);
            assertTrue(info.contains("[\"Slice\",\"85 mm\"],[\"Thickness\",\"3 mm\"],[\"kV\",\"120\"]"), info);
        }
    }

    @Test
    void elementsAreATreeWithNamesAndValues() throws Exception {
        DataSetBuilder image = Samples.slice(1, 1)
                .set(0x00290010, VR.LO, "SIEMENS CSA HEADER").set(Value.of(0x00291010, VR.OB, new byte[] {1, (byte) 0xfe}))
                .set(0x00291133, VR.LO, "block without a creator")
                .set(Tag.ReferencedImageSequence, DataSet.builder().set(Tag.ReferencedSOPInstanceUID, "1.2.3"))
                .set(Tag.FrameIncrementPointer, Tag.FrameTime)
                .set(Tag.ImageComments, "x".repeat(5000));
        Files.write(folder.resolve("a"), Samples.bytes(image));
        try (Asked asked = Asked.of(folder)) {
            Map<String, Object> tree = asked.json("api/image/i0/elements");
            assertEquals("Explicit VR Little Endian", tree.get("transferSyntax"));
            assertEquals("ISO_IR 192", tree.get("characterSet"));
            assertEquals(false, tree.get("truncated"));
            assertEquals("(0002,0000)", JsonTree.list(tree, "meta").get(0).get("tag"));
            Map<String, Map<String, Object>> byTag = byTag(JsonTree.list(tree, "elements"));
            assertEquals("Nobody^Ann=山田^太郎", byTag.get("(0010,0010)").get("value"));
            assertEquals("Patient's Name", byTag.get("(0010,0010)").get("name"));
            assertEquals("PatientName", byTag.get("(0010,0010)").get("keyword"));
            assertEquals("CT Image Storage", byTag.get("(0008,0016)").get("uidName"));
            assertEquals("1\\0\\0\\0\\1\\0", byTag.get("(0020,0037)").get("value"));
            assertEquals("(0018,1063)", byTag.get("(0028,0009)").get("value"));
            assertEquals("01\\fe", byTag.get("(0029,1010)").get("value"));
            assertEquals("SIEMENS CSA HEADER", byTag.get("(0029,1010)").get("private"));
            assertEquals("CSA Image Header Info", byTag.get("(0029,1010)").get("name"));
            assertEquals("", byTag.get("(0029,1133)").get("private"));
            assertEquals(4096, ((String) byTag.get("(0020,4000)").get("value")).length());
            assertEquals(true, byTag.get("(0020,4000)").get("cut"));
            assertEquals(true, byTag.get("(7fe0,0010)").get("cut"));
            assertTrue(((String) byTag.get("(7fe0,0010)").get("value")).startsWith("ff38\\ff39\\"));
            assertTrue(byTag.get("(0008,1140)").get("items").toString().contains("value=1.2.3"));
            assertEquals(5000, asked.text("api/image/i0/element?path=ImageComments").length());
            assertEquals("1.2.3", asked.text("api/image/i0/element?path=(0008,1140)%5B0%5D.(0008,1155)"));
            assertEquals(404, asked.get("api/image/i0/element?path=PatientAge").statusCode());
            assertEquals(400, asked.get("api/image/i0/element?path=nonsense").statusCode());
        }
    }

    private static Map<String, Map<String, Object>> byTag(List<Map<String, Object>> elements) {
        Map<String, Map<String, Object>> byTag = new LinkedHashMap<>();
        elements.forEach(element -> byTag.put(((String) element.get("tag")).toLowerCase(Locale.ROOT), element));
        return byTag;
    }

    @Test
    void longSequencesAreCutAndSaySo() throws Exception {
        DataSetBuilder[] items = new DataSetBuilder[800];
        for (int i = 0; i < items.length; i++) {
            items[i] = DataSet.builder().set(Tag.ReferencedSOPInstanceUID, "1.2." + i);
        }
        Files.write(folder.resolve("a"), Samples.bytes(Samples.slice(1, 1).set(Tag.ReferencedImageSequence, items)));
        try (Asked asked = Asked.of(folder)) {
            Map<String, Object> sequence = byTag(JsonTree.list(asked.json("api/image/i0/elements"), "elements"))
                    .get("(0008,1140)");
            assertEquals(800.0, ((List<?>) sequence.get("items")).size() + (Double) sequence.get("itemsLeft"));
        }
    }

    @Test
    void dicomJsonIsTheDataSetWithoutItsBulk() throws Exception {
        DataSetBuilder image = Samples.slice(1, 1).set(Tag.RedPaletteColorLookupTableData, new byte[1 << 17]);
        Files.write(folder.resolve("a"), Samples.bytes(image));
        try (Asked asked = Asked.of(folder)) {
            HttpResponse<byte[]> response = asked.get("api/image/i0/dicom.json");
            DataSet read = JsonReader.read(new ByteArrayInputStream(response.body()), "answer",
                    JsonReadOptions.defaults());
            DataSet expected = image.remove(Tag.RedPaletteColorLookupTableData).remove(Tag.PixelData).build();
            assertEquals(expected.text(Tag.PatientName), read.text(Tag.PatientName));
            assertEquals(expected.size(), read.size());
            assertEquals("attachment; filename=\"i0.json\"",
                    response.headers().firstValue("Content-Disposition").orElse(""));
        }
    }

    @Test
    void valueRepresentationsAreAllExplained() throws Exception {
        try (Asked asked = Asked.of(folder)) {
            List<String> known = new ArrayList<>(asked.json("api/vrs").keySet());
            assertEquals(Arrays.stream(VR.values()).map(VR::name).sorted().toList(),
                    known.stream().sorted().toList());
        }
    }

    @Test
    void objectWithoutAPictureSaysWhy() throws Exception {
        Files.write(folder.resolve("a"), Samples.bytes(Samples.slice(1, 1).remove(Tag.PixelData)));
        Files.write(folder.resolve("b"), Samples.bytes(Samples.slice(1, 2)
                .set(Tag.TransferSyntaxUID, UID.JPEG2000Lossless)
                .set(new Fragments(Tag.PixelData, VR.OB.code(),
                        List.of(BulkData.of(new byte[0]), BulkData.of(new byte[] {1, 2}))))));
        try (Asked asked = Asked.of(folder)) {
            assertEquals("no pixel data", asked.images().get(0).get("why"));
            assertEquals("JPEG 2000 Image Compression (Lossless Only) is not decoded here",
                    asked.images().get(1).get("why"));
            assertFalse((Boolean) asked.images().get(1).get("picture"));
            HttpResponse<byte[]> frame = asked.get("api/image/" + asked.images().get(0).get("key") + "/frame/0");
            assertEquals(422, frame.statusCode());
            assertEquals("{\"error\":\"there is no pixel data\"}", new String(frame.body(), StandardCharsets.UTF_8));
        }
    }

    @Test
    void wrongRequestsGetOneLine() throws Exception {
        Files.write(folder.resolve("a"), Samples.bytes(Samples.slice(1, 1)));
        try (Asked asked = Asked.of(folder)) {
            Map<String, Integer> expected = Map.of("api/image/i1/info", 404, "api/image/i/info", 404,
                    "api/image/i0/frame/1", 400, "api/image/i0/frame/-1", 400, "api/image/i0/frame/x", 400,
                    "api/image/i0/frame/0?center=1", 400, "api/image/i0/frame/0?center=NaN&width=1", 400,
                    "api/image/i0/frame/0?center=1&width=0", 400, "api/image/i0/frame/0?format=gif", 400,
                    "api/image/i0/frame/0?max=99999999999", 400);
            for (Map.Entry<String, Integer> request : expected.entrySet()) {
                HttpResponse<byte[]> response = asked.get(request.getKey());
                assertEquals(request.getValue(), response.statusCode(), request.getKey());
                String body = new String(response.body(), StandardCharsets.UTF_8);
                assertEquals(List.of("error"), List.copyOf(JsonTree.object(body).keySet()), body);
                assertFalse(body.contains("\\u000a") || body.contains("internal"), body);
            }
        }
    }
}
