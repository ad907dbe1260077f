package org.bitewing.tools.hostile;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.bitewing.dict.VR;
import org.bitewing.tools.Called;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Dumps, JSON and XML with mistakes: each is told with its line and column, and the file to be is left as it was. */
class TextDamageTest {
    private static final int COUNT = 150;
    private static final Pattern PLACE = Pattern.compile("line \\d+, column \\d+");
    private static final byte[] OLD = "the file that was there".getBytes(StandardCharsets.US_ASCII);
    private static final List<String> PIECES = List.of("(", ")", "[", "]", "{", "}", "<", ">", "\"", "'", "\\", ",", ":",
            ";", "&", "#", "=", "/", "-", " ", "\n", "\0", "\u00e4", "7", "f", "X", "\\u12", "&#0;", "&x;", "<!--", "]]>",
            "<![CDATA[", "<?x", "</", "null", "1e999", "\"vr\"", "SQ", "(fffe,e000)", "FFFEE000", "InlineBinary", "Value",
            "<!DOCTYPE x [<!ENTITY y 'z'>]>", " vr=\"SQ\"");

    @TempDir
    Path folder;

    private DataSet dataSet() {
        return DataSet.builder().set(Tag.SOPClassUID, UID.CTImageStorage).set(Tag.SOPInstanceUID, "1.2.3")
                .set(Tag.SpecificCharacterSet, "ISO_IR 192").set(Tag.PatientName, "Doe^J\u00f6rg").set(Tag.Rows, 2)
                .set(Tag.ReferencedImageSequence, DataSet.builder().set(Tag.ReferencedSOPInstanceUID, "1.2.4"),
                        DataSet.builder().set(Tag.ReferencedFrameNumber, 7))
                .set(Tag.PixelSpacing, 0.5, 0.25).set(Tag.SliceThickness, 1e-7).set(0x00090010, VR.LO, "ACME")
                .set(0x00091001, new byte[] {1, 2, 3, 4}).set(Tag.EncapsulatedDocument, new byte[] {5, 6}).build();
    }

    private enum Form {
        DUMP("dcmdump +L IN", "dump2dcm"),
        JSON("dcm2json IN", "json2dcm"),
        COMPACT_JSON("dcm2json -fc +m IN", "json2dcm"),
        NATIVE_XML("dcm2xml -nat +Eb IN", "xml2dcm"),
        XML("dcm2xml +Wb IN", "xml2dcm");

        private final String writer;
        private final String reader;

        Form(String writer, String reader) {
            this.writer = writer;
            this.reader = reader;
        }
    }

    private static String damaged(String text, Random random) {
        String damaged = text;
        for (int left = 1 + random.nextInt(2); left > 0; left--) {
            int at = random.nextInt(damaged.length());
            int end = Math.min(damaged.length(), at + 1 + random.nextInt(30));
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            damaged = switch (random.nextInt(5)) {
                case 0 -> damaged.substring(0, at) + damaged.substring(end);
                case 1 -> damaged.substring(0, at) + piece + damaged.substring(at);
                case 2 -> damaged.substring(0, at) + piece + damaged.substring(at + 1);
                case 3 -> damaged.substring(0, end) + damaged.substring(at);
                default -> damaged.substring(0, at) + ' ';
            };
        }
        return damaged;
    }

    @Test
    void aMistakeNamesItsPlaceAndLeavesTheFile() throws IOException {
        Path file = folder.resolve("in.dcm");
        Dicom.write(dataSet(), file);
        Path target = folder.resolve("out");
        for (Form form : Form.values()) {
            String text = Called.with(form.writer.replace("IN", file.toString()).split(" ")).text();
            Path input = folder.resolve("text");
            int mistakes = 0;
            for (long seed = 1; seed <= COUNT; seed++) {
                String damaged = damaged(text, new Random(seed));
                Files.writeString(input, damaged, StandardCharsets.ISO_8859_1);
                Files.write(target, OLD);

                Called called = Called.with(form.reader, input.toString(), target.toString());

                String what = form + " " + seed + ": " + called.error();
                assertFalse(called.error().contains("internal error"), what);
                if (called.code() != 0) {
                    mistakes++;
                    assertTrue(PLACE.matcher(called.error()).find(), what);
                    assertArrayEquals(OLD, Files.readAllBytes(target), what);
                } else {
                    Dicom.read(target);
                }
                try (Stream<Path> files = Files.list(folder)) {
                    assertEquals(3, files.count(), what);
                }
            }
            assertTrue(mistakes > COUNT / 4, form + " has but " + mistakes + " mistakes");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
        "dump2dcm | (0010,0010) PN [A]~  0010,0020 LO [7] | line 2, column 3",
        "dump2dcm | (0010,0010) PN [A | line 1, column 16",
        "dump2dcm | ~(0028,0010) US 1\\70000 | line 2, column 18",
        "dump2dcm | (0008,1140) SQ~(fffe,e000) na~(0008,1155) UI [1.2]~(fffe,e0dd) na | line 4, column 1",
        "json2dcm | {\"00100010\": {\"vr\": \"PN\", \"Value\": [x]}} | line 1, column 37",
        "json2dcm | {\"00100020\": {\"vr\": \"LO\",~ \"Value\": [\"7\"]} | line 2, column 17",
        "json2dcm | {\"00280010\": {\"vr\": \"US\", \"Value\": [70000]}} | line 1, column 2",
        "json2dcm | {\"FFFEE000\": {\"vr\": \"LO\"}} | line 1, column 2",
        "xml2dcm | <NativeDicomModel>~ <DicomAttribute tag=\"0010\" vr=\"PN\"/>~</NativeDicomModel> | line 2, column 2",
        "xml2dcm | <NativeDicomModel>~ <DicomAttribute tag=\"00100010\" vr=\"PN\">~</NativeDicomModel> | line 3, column 1",
        "xml2dcm | <NativeDicomModel><DicomAttribute tag=\"FFFEE00D\" vr=\"PN\"/></NativeDicomModel> | line 1, column 19"})
    void thePlaceIsTheRightOne(String command, String text, String place) throws IOException {
        Path input = Files.writeString(folder.resolve("text"), text.replace('~', '\n'));
        Path target = folder.resolve("out");

        Called called = Called.with(command, input.toString(), target.toString());

        assertTrue(called.code() > 0, called.error());
        assertTrue(called.error().contains(place), called.error());
        assertFalse(Files.exists(target));
    }
}
