package org.bitewing.dict;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class DictionaryTest {

    @Test
    void elementHasWhatPs36Says() {
        assertEquals(Optional.of(new ElementDefinition(Tag.PatientName, List.of(VR.PN), "1", "PatientName",
                "Patient's Name", false)), Dictionary.element(0x00100010));
        assertEquals(Optional.of(new ElementDefinition(Tag.Item, List.of(), "1", "Item", "Item", false)),
                Dictionary.element(0xfffee000));
        assertTrue(Dictionary.element(Tag.LengthToEnd).orElseThrow().retired());
        assertEquals("2026b", Dictionary.EDITION);
    }

    @Test
    void unknownElementsAreAbsent() {
        for (int tag : new int[] {0x00100ffe, 0x00090010, 0x00091001, 0x00080000, 0x7fffffff, 0xffffffff, -2}) {
            assertEquals(Optional.empty(), Dictionary.element(tag), Tag.toString(tag));
            assertEquals("", Dictionary.keywordOf(tag), Tag.toString(tag));
            assertEquals(List.of(), Dictionary.vrsOf(tag), Tag.toString(tag));
            assertFalse(Dictionary.isRetired(tag), Tag.toString(tag));
        }
        for (String keyword : new String[] {"", "Bogus", "patientname", "PatientNam", "PatientNames", "\u00e9"}) {
            assertEquals(OptionalInt.empty(), Dictionary.tagOf(keyword), keyword);
        }
    }

    @Test
    void repeatingElementsAreFoundInEveryEvenGroup() {
        assertEquals(0x60003000, Tag.OverlayData);
        for (int group = 0x6000; group <= 0x60ff; group++) {
            boolean even = group % 2 == 0;
            assertEquals(even ? "OverlayData" : "", Dictionary.keywordOf(group << 16 | 0x3000));
            assertEquals(even ? VR.OW : VR.UN, Dictionary.vrOf(group << 16 | 0x3000));
        }
        assertEquals(0x60023000, Dictionary.element(0x60023000).orElseThrow().tag());
        assertEquals("CurveData", Dictionary.keywordOf(0x501e3000));
        assertEquals("SourceImageIDs", Dictionary.keywordOf(0x002031ff));
        assertEquals("RowsForNthOrderCoefficients", Dictionary.keywordOf(0x002804f0));
        assertEquals("ZonalMap", Dictionary.keywordOf(0x1010fffe));
        assertEquals("RunLengthTriplet", Dictionary.keywordOf(0x10000121));
        assertEquals("VariablePixelData", Dictionary.keywordOf(0x7f100010));
    }

    @Test
    void elementOfItsOwnComesBeforeRepeatingOne() {
        assertEquals("TransformLabel", Dictionary.keywordOf(0x00280400));
        assertEquals("PixelData", Dictionary.keywordOf(0x7fe00010));
        assertEquals("ExtendedOffsetTable", Dictionary.keywordOf(0x7fe00001));
    }

    @Test
    void vrIsThatOfImplicitSyntaxes() {
        assertEquals(VR.PN, Dictionary.vrOf(Tag.PatientName));
        assertEquals(VR.OW, Dictionary.vrOf(Tag.PixelData));
        assertEquals(VR.OW, Dictionary.vrOf(Tag.LUTData));
        assertEquals(VR.US, Dictionary.vrOf(Tag.SmallestImagePixelValue));
        assertEquals(VR.UL, Dictionary.vrOf(0x00080000));
        assertEquals(VR.UL, Dictionary.vrOf(0x00090000));
        assertEquals(VR.UL, Dictionary.vrOf(0x10000000), "a group length, though (1000,xxx0) repeats");
        assertEquals(VR.LO, Dictionary.vrOf(0x00090010));
        assertEquals(VR.LO, Dictionary.vrOf(0xffff00ff));
        assertEquals(VR.UN, Dictionary.vrOf(0x0009000f));
        assertEquals(VR.UN, Dictionary.vrOf(0x00091001));
        assertEquals(VR.UN, Dictionary.vrOf(Tag.Item));
        assertEquals(VR.UN, Dictionary.vrOf(0x00100ffe));
    }

    @Test
    void vrIsTheSameWhenAskedAgainInAnyOrder() {
        List<Integer> tags = new ArrayList<>();
        for (int tag = 0; tag < 1 << 20; tag += 3) {
            tags.add(tag << 12 ^ tag);
        }
        List<VR> first = tags.stream().map(Dictionary::vrOf).toList();
        Collections.reverse(tags);
        List<VR> again = new ArrayList<>(tags.stream().map(Dictionary::vrOf).toList());
        Collections.reverse(again);
        assertEquals(first, again);
    }

    @Test
    void onlyUnsignedOrSignedDependsOnPixelRepresentation() {
        assertTrue(Dictionary.dependsOnPixelRepresentation(Tag.SmallestImagePixelValue));
        assertTrue(Dictionary.dependsOnPixelRepresentation(Tag.LUTDescriptor));
        assertFalse(Dictionary.dependsOnPixelRepresentation(Tag.LUTData));
        assertFalse(Dictionary.dependsOnPixelRepresentation(Tag.GrayLookupTableData));
        assertFalse(Dictionary.dependsOnPixelRepresentation(Tag.Rows));
        assertFalse(Dictionary.dependsOnPixelRepresentation(0x00091001));
    }

    @Test
    void uidHasWhatPs36Says() {
        assertEquals(Optional.of(new UidDefinition("1.2.840.10008.1.2", "Transfer Syntax", "ImplicitVRLittleEndian",
                "Implicit VR Little Endian", false)), Dictionary.uid(UID.ImplicitVRLittleEndian));
        assertEquals(Optional.of("1.2.840.10008.1.2.2"), Dictionary.uidOf("ExplicitVRBigEndian"));
        assertEquals(Optional.empty(), Dictionary.uid("1.2.840.10008.1"));
        assertEquals(Optional.empty(), Dictionary.uid(""));
        assertEquals(Optional.empty(), Dictionary.uid("1.2.840.10008.1.1\tSOP Class"), "a key of more columns");
        assertEquals(Optional.empty(), Dictionary.uidOf(""));
    }

    @Test
    void privateElementIsTheSameInEveryBlock() {
        for (int block = 0x10; block <= 0xff; block++) {
            int tag = 0x00290010 | block << 8;
            assertEquals(Optional.of(new PrivateElement("SIEMENS CSA HEADER", tag, List.of(VR.OB), "1",
                    "CSA Image Header Info")), Dictionary.privateElement("SIEMENS CSA HEADER", tag));
        }
        assertEquals("Rotation Time", Dictionary.privateElement("ELSCINT1", 0x01f11127).orElseThrow().name(),
                "the table has it in block 10 only");
        assertEquals("Box", Dictionary.privateElement("DLX_ANNOT_01", 0x70031105).orElseThrow().name(),
                "the table has it in all groups 70xx");
        assertEquals(List.of(VR.US, VR.SS), Dictionary.privateElement("FDMS 1.0", 0x002710a3).orElseThrow().vrs());
        assertEquals(List.of(VR.OB, VR.OW),
                Dictionary.privateElement("TOSHIBA_MEC_OT3", 0x70191080).orElseThrow().vrs());
        assertEquals("tan \u03b8", Dictionary.privateElement("FDMS 1.0", 0x00251034).orElseThrow().name());
    }

    @Test
    void elementThatItsCreatorDoesNotHaveIsAbsent() {
        assertEquals(Optional.empty(), Dictionary.privateElement("NOBODY 1.0", 0x00291010));
        assertEquals(Optional.empty(), Dictionary.privateElement("SIEMENS CSA HEADER", 0x00311010));
        assertEquals(Optional.empty(), Dictionary.privateElement("SIEMENS CSA HEADER", 0x002910fe));
        assertEquals(Optional.empty(), Dictionary.privateElement("", 0));
        assertEquals(Optional.empty(), Dictionary.privateElement("GEMS_ACQU_01", 0x001910ff),
                "the table's (0019,10xx) is the creator, not every element of its block");
        assertEquals("Private Element Creator",
                Dictionary.privateElement("GEMS_ACQU_01", 0x00190010).orElseThrow().name());
    }

    @Test
    void listsCannotBeChanged() {
        List<VR> vrs = Dictionary.element(Tag.PixelData).orElseThrow().vrs();
        assertEquals(List.of(VR.OB, VR.OW), vrs);
        assertThrows(UnsupportedOperationException.class, () -> vrs.set(0, VR.UN));
        List<VR> mine = new ArrayList<>(List.of(VR.OB));
        PrivateElement element = new PrivateElement("MINE", 0x00091001, mine, "1", "Mine");
        mine.clear();
        assertEquals(List.of(VR.OB), element.vrs());
    }

    @Test
    void manyThreadsSeeTheSame() throws Exception {
        List<Integer> tags = Arrays.asList(Tag.PatientName, Tag.Rows, Tag.OverlayData, Tag.PixelData, 0x00091001);
        Callable<String> work = () -> {
            StringBuilder seen = new StringBuilder();
            for (int round = 0; round < 2000; round++) {
                int tag = tags.get(round % tags.size());
                seen.append(Dictionary.vrOf(tag)).append(Dictionary.keywordOf(tag));
            }
            return seen.toString();
        };
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            String alone = work.call();
            for (Future<String> other : threads.invokeAll(Collections.nCopies(8, work))) {
                assertEquals(alone, other.get());
            }
        } finally {
            threads.shutdownNow();
        }
    }
}
