package org.bitewing.tools.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.bitewing.dict.Tag;
import org.bitewing.tools.RawZip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zip files of all kinds, honest and not. */
class ViewZipTest {
    @TempDir
    private Path folder;

    private static byte[] image(int number) {
        return Samples.bytes(Samples.slice(1, number));
    }

    private static byte[] deflated(byte[] bytes) throws IOException {
        ByteArrayOutputStream target = new ByteArrayOutputStream();
        try (DeflaterOutputStream stream = new DeflaterOutputStream(target, new Deflater(9, true))) {
            stream.write(bytes);
        }
        return target.toByteArray();
    }

    @Test
    void storedAndDeflatedEntriesShowTheSame() throws Exception {
        Path zip = folder.resolve("a.zip");
        byte[] image = image(1);
        try (RawZip raw = new RawZip(zip)) {
            raw.entry("stored", 0x800, 0, image, image.length, false);
            raw.entry("deflated", 0x800, 8, deflated(image), image.length, false);
        }
        try (Asked asked = Asked.of(zip)) {
            assertEquals(Map.of(), asked.problems());
            assertEquals(2, asked.images().size());
            assertTrue(Arrays.equals(asked.get("api/image/i0/frame/0").body(), asked.get("api/image/i1/frame/0").body()));
            assertEquals(asked.json("api/image/i0/elements").get("elements"),
                    asked.json("api/image/i1/elements").get("elements"));
        }
    }

    @Test
    void deflatedEntryTooLargeForMemoryIsInflatedForEachLook() throws Exception {
        // Beyond a 32nd of any heap that the tests have; two frames that differ, the second one behind the first.
        long frame = Math.max(4096L * 4096, Runtime.getRuntime().maxMemory() / 32 / 2 / 2 + 1);
        int rows = (int) (frame / 4096 + 1);
        byte[] pixels = new byte[2 * 2 * rows * 4096];
        // Something that does not become a thousandth when it is deflated.
        new Random(1).nextBytes(pixels);
        byte[] image = Samples.bytes(Samples.slice(1, 1).set(Tag.Rows, rows).set(Tag.Columns, 4096)
                .set(Tag.NumberOfFrames, 2).set(Tag.PixelData, pixels));
        Path zip = Samples.zip(folder.resolve("a.zip"), Map.of("large", image));
        try (Asked asked = Asked.of(zip)) {
            byte[] first = asked.get("api/image/i0/frame/0?max=8&center=128&width=256").body();
            byte[] second = asked.get("api/image/i0/frame/1?max=8&center=128&width=256").body();
            assertEquals('P', first[1]);
            assertEquals('P', second[1]);
            assertTrue(!Arrays.equals(first, second));
        }
    }

    @Test
    void twoEntriesOfOneNameAreTwoAndLinksLeadNowhere() throws Exception {
        Path zip = folder.resolve("a.zip");
        try (RawZip raw = new RawZip(zip)) {
            raw.entry("same", 0x800, 0, image(1), image(1).length, false);
            raw.entry("same", 0x800, 8, deflated(image(2)), image(2).length, false);
            raw.entry("a\0b", 0x800, 0, image(3), image(3).length, false);
            raw.link("link", "/etc/passwd");
            raw.link("link.dcm", "same");
        }
        try (Asked asked = Asked.of(zip)) {
            assertEquals(Map.of(), asked.problems());
            assertEquals(List.of("same", "same", "a\0b"), asked.images().stream().map(one -> one.get("name")).toList());
            assertTrue(!asked.text("api/image/i0/elements").equals(asked.text("api/image/i1/elements")));
        }
    }

    @Test
    void numbersOf64BitsAreRead() throws Exception {
        Path zip = folder.resolve("a.zip");
        byte[] image = image(1);
        try (RawZip raw = new RawZip(zip)) {
            raw.entry("wide", 0x800, 8, deflated(image), image.length, true);
        }
        try (Asked asked = Asked.of(zip)) {
            assertEquals("wide", asked.images().get(0).get("name"));
            assertEquals(200, asked.get("api/image/i0/frame/0").statusCode());
        }
    }

    @Test
    void whatCannotBeReadIsSaidAndTheRestIsShown() throws Exception {
        Path zip = folder.resolve("a.zip");
        byte[] image = image(1);
        try (RawZip raw = new RawZip(zip)) {
            raw.entry("folder/", 0x800, 0, new byte[0], 0, false);
            raw.entry("encrypted", 0x801, 0, image, image.length, false);
            raw.entry("aes", 0x800, 99, image, image.length, false);
            raw.entry("lzma", 0x800, 14, image, image.length, false);
            raw.entry("inner.ZIP", 0x800, 0, image, image.length, false);
            raw.entry("beyond", 0x800, 0, image, image.length, false);
            raw.entry("short", 0x800, 8, Arrays.copyOf(deflated(image), 100), image.length, false);
            raw.entry("good", 0x800, 0, image, image.length, false);
        }
        try (Asked asked = Asked.of(zip)) {
            Map<String, Object> problems = asked.problems();
            assertEquals(List.of("aes", "encrypted", "inner.ZIP", "lzma", "short"), List.copyOf(problems.keySet()));
            assertTrue(problems.get("encrypted").toString().startsWith("encrypted entry"), problems.toString());
            assertTrue(problems.get("aes").toString().startsWith("encrypted entry"), problems.toString());
            assertTrue(problems.get("lzma").toString().contains("method 14"), problems.toString());
            assertEquals(2, asked.images().size());
        }
    }

    @Test
    void bombsAreNotInflated() throws Exception {
        Path zip = folder.resolve("a.zip");
        byte[] image = image(1);
        byte[] zeros = deflated(new byte[1 << 20]);
        try (RawZip raw = new RawZip(zip)) {
            // A ratio that deflate can have, a size that nobody has, and one that is a lie.
            raw.entry("large", 0x800, 8, zeros, 1L << 36, true);
            raw.entry("negative", 0x800, 8, zeros, -1, true);
            raw.entry("lie", 0x800, 8, deflated(image), 10, false);
            raw.entry("text", 0x800, 8, zeros, 1 << 20, false);
            raw.entry("good", 0x800, 8, deflated(image), image.length, false);
        }
        try (Asked asked = Asked.of(zip)) {
            assertEquals(List.of("good"), asked.images().stream().map(one -> one.get("name")).toList());
            assertTrue(asked.problems().get("large").toString().contains("Limits.inflateRatio"));
        }
    }

    @Test
    void damagedArchivesAreOneProblem() throws Exception {
        byte[] whole = Files.readAllBytes(Samples.zip(folder.resolve("good.zip"), Map.of("a", image(1))));
        Path cut = Files.write(folder.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 30));
        byte[] wrong = whole.clone();
        wrong[whole.length - 6] ^= 1;
        Path moved = Files.write(folder.resolve("moved.zip"), wrong);
        byte[] lost = whole.clone();
        lost[whole.length - 22 + 15] = 0x7f;
        Path outside = Files.write(folder.resolve("outside.zip"), lost);
        try (Asked asked = Asked.of(cut, moved, outside, folder.resolve("good.zip"))) {
            assertTrue(asked.problems().keySet().containsAll(List.of("cut.zip", "outside.zip")),
                    asked.problems().toString());
            assertTrue(asked.images().stream().anyMatch(image -> image.get("name").equals("good.zip!/a")));
        }
    }

    @Test
    void everyMutationOfAnArchiveIsListedOrSaid() throws Exception {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        entries.put("a", image(1));
        entries.put("b", image(2));
        byte[] whole = Files.readAllBytes(Samples.zip(folder.resolve("good.zip"), entries));
        int directory = whole.length - 22 - 2 * 47;
        Path file = folder.resolve("mutated.zip");
        for (int at = directory; at < whole.length; at++) {
            byte[] mutated = whole.clone();
            mutated[at] = (byte) (mutated[at] ^ 0xff);
            Files.write(file, mutated);
            Catalog catalog = new Catalog("mutated");
            try (Scan scan = Scan.start(List.of(file), false, catalog)) {
                scan.awaitComplete();
            }
            Listing listing = catalog.listing();
            for (Catalog.Trouble problem : listing.problems()) {
                assertTrue(!problem.message().contains("internal"), at + ": " + problem);
            }
            assertTrue(listing.complete());
        }
    }

    @Test
    void archiveBehindAProgramIsRead() throws Exception {
        byte[] whole = Files.readAllBytes(Samples.zip(folder.resolve("good.zip"), Map.of("a", image(1))));
        byte[] program = new byte[1000 + whole.length];
        program[0] = 'P';
        program[1] = 'K';
        program[2] = 3;
        program[3] = 4;
        System.arraycopy(whole, 0, program, 1000, whole.length);
        try (Asked asked = Asked.of(Files.write(folder.resolve("self.zip"), program))) {
            assertEquals("a", asked.images().get(0).get("name"));
        }
    }
}
