package org.bitewing.tools.station.folder;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

class LayoutTemplateTest {
    private static final String USUAL = "{PatientID}/{StudyDate}_{Modality}/{SeriesNumber:04}_{SeriesDescription}"
            + "/{InstanceNumber:05}.dcm";
    private static final List<String> HOSTILE = List.of("..", ".", "", " ", "../../etc/passwd", "/etc/passwd", "a/../b",
            "C:\\Windows\\x", "con", "NUL", "aux.txt", "COM1", "lpt9.dcm", "a\u0000b", "\u001b[31m", "a\nb", "-rf",
            ".hidden", "trailing.", "trailing ", "~root", "$(rm)", "`x`", "a|b", "*", "?", "x".repeat(5000),
            "\u00e4\u00f6\u00fc", "\ud83d\ude00", "\u202egnp.exe", "%2e%2e%2f", "....//", "~", "#", "&&", "CLOCK$");

    private static DataSetBuilder utf8() {
        return DataSet.builder().set(Tag.SpecificCharacterSet, "ISO_IR 192");
    }

    private static DataSetBuilder usual() {
        return utf8().set(Tag.PatientID, "P-1").set(Tag.StudyDate, "20240203").set(Tag.Modality, "MR")
                .set(Tag.SeriesNumber, "7").set(Tag.SeriesDescription, "T1 axial").set(Tag.InstanceNumber, "12");
    }

    private static String path(String template, DataSetBuilder object) {
        return LayoutTemplate.parse(template).pathOf(object.build());
    }

    @Test
    void valuesTakeTheirPlaces() {
        assertEquals("P-1/20240203_MR/0007_T1_axial/00012.dcm", path(USUAL, usual()));
        assertEquals("P-1/{x}/MR", path("{00100020}/{{x}}/{(0008,0060)}".replace("00100020", "0010,0020"), usual()));
    }

    @Test
    void whatIsMissingIsUnknown() {
        assertEquals("unknown/unknown_unknown/unknown_unknown/unknown.dcm", path(USUAL, DataSet.builder()));
    }

    @Test
    void numbersAreFilledWithZerosAndWhatIsNoneIsCleaned() {
        assertEquals("00120", path("{InstanceNumber:05}", DataSet.builder().set(Tag.InstanceNumber, "+120 ")));
        assertEquals("123456", path("{InstanceNumber:05}", DataSet.builder().set(Tag.InstanceNumber, "123456")));
        assertEquals("a_b", path("{SeriesDescription:05}", DataSet.builder().set(Tag.SeriesDescription, "a/b")));
    }

    @Test
    void noValueLeadsElsewhere() {
        for (String template : List.of(USUAL, "{SeriesDescription}", "{SeriesDescription}/x", "x{SeriesDescription}",
                "{PatientID}{SeriesDescription}", ".{SeriesDescription}", "{SeriesDescription}.", "{PatientID}")) {
            for (String value : HOSTILE) {
                String path = path(template, usual().set(Tag.SeriesDescription, VR.UT, value)
                        .set(Tag.PatientID, VR.UT, value));
                assertEquals(template.split("/").length, path.split("/", -1).length, path);
                for (String part : path.split("/", -1)) {
                    assertTrue(isPlain(part), "'" + part + "' of '" + value + "' in " + template);
                }
            }
        }
    }

    /** A name in its folder on every file system. */
    private static boolean isPlain(String part) {
        String stem = part.split("\\.", 2)[0].toLowerCase(java.util.Locale.ROOT);
        boolean isDevice = stem.matches("con|prn|aux|nul|clock\\$|com[0-9]|lpt[0-9]");
        return !part.isEmpty() && part.length() <= 200 && !part.startsWith(".") && !part.startsWith("-")
                && !part.endsWith(".") && !isDevice && part.matches("[A-Za-z0-9._+=-]+");
    }

    @Test
    void randomValuesLeadNowhereElse() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder value = new StringBuilder();
            for (int length = random.nextInt(12); length > 0; length--) {
                value.append("./\\ \u0000:conaux-_~\u00e4\n".charAt(random.nextInt(17)));
            }
            String part = path("{SeriesDescription}", utf8().set(Tag.SeriesDescription, VR.UT, value.toString()));
            assertTrue(isPlain(part), "'" + part + "' of '" + value + "'");
        }
    }

    @Test
    void patientsDoNotShareAFolder() {
        Set<String> folders = new HashSet<>();
        for (String value : HOSTILE) {
            folders.add(path("{PatientID}", utf8().set(Tag.PatientID, VR.UT, value)));
        }
        // Texts whose only difference is what padding is.
        assertTrue(folders.size() >= HOSTILE.size() - 2, folders.toString());
        assertFalse(PathComponent.identifying("a/b").equals(PathComponent.identifying("a:b")));
    }

    @Test
    void aTemplateThatMakesNoSenseIsAnErrorWithItsColumn() {
        for (String wrong : List.of("a{PatientID", "a}", "{NoSuchThing}", "{PatientID:0}", "{PatientID:99}", "{PatientID:x}",
                "a//b", "/a", "a/", "", "../{PatientID}", "{PatientID}/./x", "a\\b", "a:b", "a\u0000b")) {
            IllegalArgumentException e =
                    assertThrows(IllegalArgumentException.class, () -> LayoutTemplate.parse(wrong), wrong);
            assertTrue(e.getMessage().matches("layout template, column \\d+: .+"), e.getMessage());
        }
        assertEquals("layout template, column 3: there is no keyword 'Nothing', and it is no tag gggg,eeee",
                assertThrows(IllegalArgumentException.class, () -> LayoutTemplate.parse("a{Nothing}")).getMessage());
    }
}
