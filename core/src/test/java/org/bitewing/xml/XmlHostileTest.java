package org.bitewing.xml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.model.GeneratedDataSets;
import org.junit.jupiter.api.Test;

/** Whatever comes ends in a data set or in one clear error, within the limits. */
class XmlHostileTest {
    private static DataSet read(byte[] xml, Limits limits) throws IOException {
        return XmlReader.read(new ByteArrayInputStream(xml), "test", XmlReadOptions.defaults().withLimits(limits));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sample() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        XmlWriter.write(GeneratedDataSets.of(3, 0), out, XmlWriteOptions.defaults());
        return out.toByteArray();
    }

    @Test
    void truncationAtEveryByteIsASyntaxError() throws IOException {
        byte[] xml = sample();
        // Behind the root element there is a line end that may be missing.
        for (int length = 0; length < xml.length - 1; length++) {
            byte[] cut = Arrays.copyOf(xml, length);
            DicomException e = assertThrows(DicomException.class, () -> read(cut, Limits.defaults()));
            assertEquals(DicomException.Kind.SYNTAX, e.kind(), e.getMessage());
        }
    }

    @Test
    void mutatedBytesEndInADataSetOrAnError() throws IOException {
        byte[] xml = sample();
        Random random = new Random(7);
        int errors = 0;
        for (int round = 0; round < 1000; round++) {
            byte[] mutated = xml.clone();
            for (int i = random.nextInt(3); i >= 0; i--) {
                mutated[random.nextInt(mutated.length)] = (byte) random.nextInt(256);
            }
            try {
                read(mutated, Limits.defaults());
            } catch (DicomException e) {
                errors++;
            }
        }
        assertTrue(errors > 100 && errors < 1000, "both happen: " + errors);
    }

    @Test
    void nestingBeyondTheLimitIsAnErrorAndUpToItIsNone() throws IOException {
        String open = "<DicomAttribute tag='00081115' vr='SQ'><Item>";
        String close = "</Item></DicomAttribute>";
        byte[] far = bytes("<NativeDicomModel>" + open.repeat(100_000));
        byte[] elements = bytes("<NativeDicomModel><DicomAttribute tag='00081115' vr='SQ'>" + "<x>".repeat(100_000));
        byte[] deep = bytes("<NativeDicomModel>" + open.repeat(1000) + close.repeat(1000) + "</NativeDicomModel>");
        byte[] sequences = bytes("<data-set>" + "<sequence tag='0008,1115' vr='SQ'><item>".repeat(100_000));

        for (byte[] xml : new byte[][] {far, elements, sequences}) {
            assertEquals(DicomException.Kind.LIMIT,
                    assertThrows(DicomException.class, () -> read(xml, Limits.defaults())).kind());
        }
        assertEquals(1, read(deep, Limits.defaults().withDepth(1000)).size());
    }

    /** The start, and then the same for ever. */
    private static InputStream endless(String start, String repeated) {
        byte[] body = bytes(repeated);
        return new SequenceInputStream(new ByteArrayInputStream(bytes(start)), new InputStream() {
            private int at;

            @Override
            public int read() {
                return body[at++ % body.length & 0x7fffffff];
            }

            @Override
            public int read(byte[] target, int offset, int length) {
                for (int i = 0; i < length; i++) {
                    target[offset + i] = body[at];
                    at = (at + 1) % body.length;
                }
                return length;
            }
        });
    }

    private static void assertLimited(String start, String repeated) {
        XmlReadOptions options = XmlReadOptions.defaults().withLimits(Limits.defaults().withMemory(4 << 20));
        DicomException e = assertThrows(DicomException.class,
                () -> XmlReader.read(endless(start, repeated), "test", options), start);
        assertEquals(DicomException.Kind.LIMIT, e.kind(), e.getMessage());
    }

    @Test
    void whatNeverEndsRunsIntoTheMemoryLimit() {
        String model = "<NativeDicomModel>";
        assertLimited(model + "<DicomAttribute tag='7FE00010' vr='OB'><InlineBinary>", "AAAA");
        assertLimited(model + "<DicomAttribute tag='00100020' vr='LO'><Value>", "a");
        assertLimited(model + "<DicomAttribute tag='00100020' vr='LO'><Value><![CDATA[", "]");
        assertLimited(model + "<DicomAttribute tag='00100020' vr='LO'>", "<Value/>");
        assertLimited(model + "<DicomAttribute tag='00081115' vr='SQ'>", "<Item/>");
        assertLimited(model + "<DicomAttribute tag='", "0");
        assertLimited("<data-set><element tag='7fe0,0010' vr='OW'>", "0001\\");
        assertLimited("<data-set><element tag='0028,0010' vr='US'>", "1\\");
        assertLimited("<data-set><sequence tag='7fe0,0010' vr='OB'>", "<pixel-item/>");
    }

    @Test
    void aNumberOfAValueThatIsEnormousIsALimit() {
        byte[] xml = bytes("<NativeDicomModel><DicomAttribute tag='00080008' vr='CS'><Value number='2147483647'>a"
                + "</Value></DicomAttribute></NativeDicomModel>");

        assertEquals(DicomException.Kind.LIMIT, assertThrows(DicomException.class,
                () -> read(xml, Limits.defaults().withMemory(4 << 20))).kind());
    }
}
