package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bitewing.DicomException;
import org.bitewing.Problem;
import org.bitewing.data.DataSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files of many shapes, cut at every byte: data, with a problem where something is missing, or an exception. */
class TruncationTest {

    /** A file, by its shape. */
    private record Shape(String name, byte[] bytes) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Shape> shapes() {
        byte[] plain = elements(DicomBytes.explicit()).bytes();
        byte[] unknown = DicomBytes.implicit().undefinedItem(item -> item.undefined(0x00081140, "SQ",
                s -> s.undefinedItem(TruncationTest::elements))).sequenceEnd().bytes();
        return Map.ofEntries(
                Map.entry("explicit", file("1.2.840.10008.1.2.1", plain)),
                Map.entry("implicit", file("1.2.840.10008.1.2", elements(DicomBytes.implicit()).bytes())),
                Map.entry("big endian", file("1.2.840.10008.1.2.2", elements(DicomBytes.bigEndian()).bytes())),
                Map.entry("deflated", file("1.2.840.10008.1.2.1.99", Deflated.raw(plain))),
                Map.entry("deflated with header", file("1.2.840.10008.1.2.1.99", Deflated.withHeader(plain))),
                Map.entry("without meta information", plain),
                Map.entry("without meta information, implicit", elements(DicomBytes.implicit()).bytes()),
                Map.entry("without preamble", Arrays.copyOfRange(file("1.2.840.10008.1.2.1", plain), 128, 400)),
                Map.entry("sequences of defined length", file("1.2.840.10008.1.2.1", DicomBytes.explicit()
                        .defined(0x00081140, "SQ", s -> s.definedItem(TruncationTest::elements)
                                .definedItem(item -> item.defined(0x00081140, "SQ",
                                        inner -> inner.definedItem(TruncationTest::elements)))).bytes())),
                Map.entry("sequences of undefined length", file("1.2.840.10008.1.2.1", DicomBytes.explicit()
                        .undefined(0x00081140, "SQ", s -> s.undefinedItem(TruncationTest::elements)
                                .undefinedItem(item -> item.undefined(0x00081140, "SQ",
                                        inner -> inner.undefinedItem(TruncationTest::elements)))).bytes())),
                Map.entry("UN of undefined length", file("1.2.840.10008.1.2.1", DicomBytes.explicit()
                        .header(0x00091010, "UN", DicomBytes.UNDEFINED).raw(unknown).bytes())),
                Map.entry("fragments", file("1.2.840.10008.1.2.4.50", DicomBytes.explicit()
                        .number(0x7fe00001, "OV", 8, 0).undefined(0x7fe00010, "OB", fragments -> fragments.item(4)
                                .raw(new byte[4]).item(6).raw("abcdef").item(2).raw("gh")).bytes())),
                Map.entry("VRs that are none", file("1.2.840.10008.1.2.1", DicomBytes.explicit()
                        .element(0x00091010, "ZZ", new byte[4]).element(0x00091011, "zz", new byte[4]).bytes()))
        ).entrySet().stream().map(entry -> new Shape(entry.getKey(), entry.getValue()));
    }

    private static byte[] file(String transferSyntax, byte[] data) {
        return DicomBytes.file(transferSyntax).raw(data).bytes();
    }

    private static DicomBytes elements(DicomBytes in) {
        return in.text(0x00080005, "CS", "ISO_IR 100").text(0x00080060, "CS", "CT").text(0x00100010, "PN", "A^B")
                .number(0x00280010, "US", 2, 512).element(0x00420011, "OB", new byte[20]);
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void everyCutEndsInDataOrInAnException(Shape shape) throws IOException {
        int exceptions = 0;
        for (int length = 0; length < shape.bytes.length; length++) {
            byte[] cut = Arrays.copyOf(shape.bytes, length);
            String fromArray = outcome(ByteSource.of(cut, "cut"), length);
            String fromStream = outcome(ByteSource.of(new ByteArrayInputStream(cut), "cut"), length);
            if (!fromArray.contains("DEFLATED")) {
                assertEquals(fromArray.startsWith("data"), fromStream.startsWith("data"), shape + " cut at " + length
                        + ": " + fromArray + ", but " + fromStream);
            }
            exceptions += fromArray.startsWith("data") ? 0 : 1;
        }
        assertTrue(exceptions > 10, "only " + exceptions + " cuts were noticed as errors");
    }

    private static String outcome(ByteSource source, int length) throws IOException {
        try {
            DataSet set = DataSetReader.read(source, ReadOptions.defaults());
            for (Problem problem : set.problems()) {
                assertTrue(problem.location().offset() <= length || problem.location().offset() < 10_000);
            }
            return "data " + set.problems();
        } catch (DicomException e) {
            assertFalse(e.reason().isEmpty());
            return e.getMessage();
        } catch (RuntimeException e) {
            return fail("cut at " + length, e);
        }
    }

    @ParameterizedTest
    @MethodSource("shapes")
    void whatIsReadBeforeTheCutIsWhatTheWholeFileBeginsWith(Shape shape) throws IOException {
        List<String> whole = openings(shape.bytes);
        boolean preamble = shape.bytes[0] == 0;
        // A preamble without the prefix behind it is 128 bytes of something else.
        for (int length = preamble ? 140 : 12; length < shape.bytes.length; length++) {
            List<String> part = openings(Arrays.copyOf(shape.bytes, length));
            assertEquals(whole.subList(0, part.size()), part, shape + " cut at " + length);
        }
    }

    /** The events but those that end something, which a cut may bring forward. */
    private static List<String> openings(byte[] bytes) throws IOException {
        List<String> lines = new ArrayList<>();
        try (DicomParser parser = DicomParser.of(ByteSource.of(bytes))) {
            for (Event event = parser.next(); event != Event.END; event = parser.next()) {
                if (!event.name().endsWith("_END")) {
                    lines.add(event + " " + parser.path() + " " + HexFormat.of().formatHex(parser.value()));
                }
            }
        } catch (DicomException e) {
            return lines;
        }
        return lines;
    }
}
