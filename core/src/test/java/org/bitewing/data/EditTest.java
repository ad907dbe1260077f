package org.bitewing.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.bitewing.DicomException;
import org.bitewing.dict.Tag;
import org.bitewing.dict.TagPath;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

class EditTest {
    private static final DataSet THREE_ITEMS = DataSet.builder().set(Tag.PatientID, "1").set(Tag.ReferencedImageSequence,
            DataSet.builder().set(Tag.ReferencedSOPInstanceUID, "1.2.0"), DataSet.builder().set(Tag.ReferencedSOPInstanceUID, "1.2.1"),
            DataSet.builder().set(Tag.Rows, 7)).build();
    private static final DataSet EMPTY = DataSet.builder().build();

    private static TagPath path(String text) {
        return TagPath.parse(text);
    }

    private static NewValue text(String text) {
        return new NewValue.Text(List.of(text));
    }

    // ---- set -------------------------------------------------------------------------------------------------------

    @Test
    void setMakesAnElementOrChangesIt() {
        DataSet edited = EMPTY.with(Edit.set(Tag.StudyDescription, "Head"), Edit.set(Tag.StudyDescription, "Neck"),
                Edit.set(Tag.ImageType, "ORIGINAL", "PRIMARY"));

        assertEquals("Neck", edited.text(Tag.StudyDescription).orElseThrow());
        assertEquals(List.of("ORIGINAL", "PRIMARY"), edited.texts(Tag.ImageType));
        assertEquals(0, EMPTY.size());
    }

    @Test
    void setMakesSequencesAndItemsAlongThePath() {
        DataSet edited = THREE_ITEMS.with(Edit.set(path("ReferencedImageSequence[5].PurposeOfReferenceCodeSequence[0].CodeValue"), "X"));

        List<Item> items = edited.items(Tag.ReferencedImageSequence);
        assertEquals(List.of(1, 1, 1, 0, 0, 1), items.stream().map(Item::size).toList());
        assertEquals("X", edited.text(path("ReferencedImageSequence[5].PurposeOfReferenceCodeSequence[0].CodeValue")).orElseThrow());
        assertSame(THREE_ITEMS.items(Tag.ReferencedImageSequence).get(0), items.get(0));
    }

    @Test
    void everyItemMeansThoseThatAreThere() {
        DataSet edited = THREE_ITEMS.with(Edit.set(path("ReferencedImageSequence[*].Modality"), "MR"),
                Edit.set(path("ReferencedStudySequence[*].Modality"), "MR"));

        assertEquals(List.of("MR", "MR", "MR"), edited.items(Tag.ReferencedImageSequence).stream().map(item -> item.text(Tag.Modality).orElse("")).toList());
        assertFalse(edited.contains(Tag.ReferencedStudySequence));
    }

    @Test
    void theVrIsThatOfTheElementThenOfTheDictionary() {
        DataSet odd = DataSet.builder().set(Tag.PatientID, VR.UT, "1").set(Value.of(Tag.Modality, VR.UN, new byte[] {'C', 'T'}))
                .set(0x00290010, "SIEMENS CSA HEADER").build();

        DataSet edited = odd.with(Edit.set(Tag.PatientID, "2"), Edit.set(Tag.Modality, "MR"), Edit.set(Tag.Rows, "512"),
                Edit.set(0x00291008, "IMAGE NUM 4"), Edit.set(Tag.PatientName, "A^B").as(VR.LO));

        assertEquals(List.of(VR.CS, VR.UT, VR.LO, VR.US, VR.CS), IntStream.of(Tag.Modality, Tag.PatientID, Tag.PatientName, Tag.Rows, 0x00291008)
                .mapToObj(tag -> edited.element(tag).orElseThrow().vr()).toList());
        assertEquals(512, edited.integer(Tag.Rows).orElseThrow());
    }

    @Test
    void valuesComeAsNumbersBytesAndItems() {
        DataSet edited = EMPTY.with(Edit.setInts(Tag.Rows, 512), Edit.setDoubles(TagPath.of(Tag.PixelSpacing), 0.5, 1.25),
                Edit.setBytes(TagPath.of(Tag.PixelData), new byte[] {1, 2}), Edit.set(Tag.FrameIncrementPointer, "(0018,1063)"),
                Edit.setItems(TagPath.of(Tag.ReferencedImageSequence), THREE_ITEMS, EMPTY), Edit.set(Tag.PatientName));

        assertEquals(512, edited.integer(Tag.Rows).orElseThrow());
        assertEquals(List.of("0.5", "1.25"), edited.texts(Tag.PixelSpacing));
        assertArrayEquals(new byte[] {1, 2}, edited.bytes(Tag.PixelData));
        assertArrayEquals(new int[] {Tag.FrameTime}, edited.tags(Tag.FrameIncrementPointer));
        assertEquals(2, edited.items(Tag.ReferencedImageSequence).size());
        assertEquals(0, edited.element(Tag.PatientName).orElseThrow().length());
    }

    @Test
    void aLargeValueStaysWhereItIs() {
        BulkData large = BulkData.of(new byte[100_000]);
        DataSet edited = EMPTY.with(Edit.set(TagPath.of(Tag.PixelData), new NewValue.Bytes(large)));
        assertEquals(new BulkValue(Tag.PixelData, VR.OW.code(), large), edited.element(Tag.PixelData).orElseThrow());
    }

    @Test
    void aValueThatDoesNotSuitTheVrIsAnError() {
        assertThrows(DicomException.class, () -> EMPTY.with(Edit.set(Tag.Rows, "many")));
        assertThrows(DicomException.class, () -> EMPTY.with(Edit.setInts(Tag.Rows, 70_000)));
        assertThrows(DicomException.class, () -> EMPTY.with(Edit.set(Tag.PixelData, "text")));
        assertThrows(DicomException.class, () -> EMPTY.with(Edit.set(Tag.ReferencedImageSequence, "text")));
        assertThrows(DicomException.class, () -> EMPTY.with(Edit.setInts(Tag.PatientName, 1)));
    }

    @Test
    void aPathThroughWhatIsNoSequenceIsAnError() {
        DicomException wrong = assertThrows(DicomException.class, () -> THREE_ITEMS.with(Edit.set(path("PatientID[0].Modality"), "CT")));
        assertEquals(TagPath.of(Tag.PatientID), wrong.location().path());
    }

    @Test
    void anEditCannotMakeItemsWithoutEnd() {
        assertThrows(DicomException.class, () -> EMPTY.with(Edit.set(path("ReferencedImageSequence[999999999].Modality"), "CT")));
    }

    // ---- replace ---------------------------------------------------------------------------------------------------

    @Test
    void replaceChangesWhatIsThereAndElseFails() {
        assertEquals("2", THREE_ITEMS.with(Edit.replace(TagPath.of(Tag.PatientID), text("2"))).text(Tag.PatientID).orElseThrow());

        DicomException missing = assertThrows(DicomException.class, () -> THREE_ITEMS.with(Edit.replace(TagPath.of(Tag.PatientName), text("2"))));

        assertEquals(TagPath.of(Tag.PatientName), missing.location().path());
        assertThrows(DicomException.class, () -> THREE_ITEMS.with(Edit.replace(path("ReferencedImageSequence[3].Rows"), text("2"))));
        assertEquals(THREE_ITEMS, THREE_ITEMS.with(new Edit.Set(TagPath.of(Tag.PatientName), text("2"), Optional.empty(), false, false)));
    }

    @Test
    void replaceInEveryItemNeedsOneThatHasTheElement() {
        DataSet edited = THREE_ITEMS.with(Edit.replace(path("ReferencedImageSequence[*].ReferencedSOPInstanceUID"), text("9")));
        assertEquals(List.of("9", "9", ""), edited.items(Tag.ReferencedImageSequence).stream()
                .map(item -> item.uid(Tag.ReferencedSOPInstanceUID).orElse("")).toList());
        assertThrows(DicomException.class, () -> THREE_ITEMS.with(Edit.replace(path("ReferencedImageSequence[*].Modality"), text("9"))));
    }

    // ---- items -----------------------------------------------------------------------------------------------------

    @Test
    void itemsAreMadeAppendedAndRemoved() {
        DataSet made = EMPTY.with(new Edit.MakeItem(path("ReferencedImageSequence[1]")), new Edit.MakeItem(path("ReferencedImageSequence[0]")));
        DataSet appended = made.with(new Edit.Append(TagPath.of(Tag.ReferencedImageSequence), THREE_ITEMS));
        DataSet removed = appended.with(Edit.remove(path("ReferencedImageSequence[0]")), Edit.remove(path("ReferencedImageSequence[9]")));

        assertEquals(2, made.items(Tag.ReferencedImageSequence).size());
        assertEquals("1", appended.text(path("ReferencedImageSequence[2].PatientID")).orElseThrow());
        assertEquals("1", removed.text(path("ReferencedImageSequence[1].PatientID")).orElseThrow());
        assertEquals(0, removed.with(Edit.remove(path("ReferencedImageSequence[*]"))).items(Tag.ReferencedImageSequence).size());
    }

    // ---- remove ----------------------------------------------------------------------------------------------------

    @Test
    void removeIsQuietUnlessRequired() {
        assertFalse(THREE_ITEMS.with(Edit.remove(Tag.PatientID)).contains(Tag.PatientID));
        assertEquals(THREE_ITEMS, THREE_ITEMS.with(Edit.remove(Tag.PatientName), Edit.remove(path("ReferencedImageSequence[7].Rows"))));
        assertThrows(DicomException.class, () -> THREE_ITEMS.with(new Edit.Remove(TagPath.of(Tag.PatientName), true)));
        assertThrows(DicomException.class, () -> THREE_ITEMS.with(new Edit.Remove(path("ReferencedImageSequence[7]"), true)));
    }

    @Test
    void everywhereReachesItemsOfItems() {
        DataSet nested = THREE_ITEMS.with(new Edit.Append(path("ReferencedStudySequence"), THREE_ITEMS));

        DataSet set = nested.with(new Edit.SetEverywhere(Tag.Rows, text("9"), Optional.empty(), true));
        DataSet removed = nested.with(new Edit.RemoveEverywhere(Tag.Rows, true));

        assertEquals(9, set.owner(path("ReferencedStudySequence[0].ReferencedImageSequence[2].Rows")).orElseThrow().integer(Tag.Rows).orElseThrow());
        assertEquals(9, set.items(Tag.ReferencedImageSequence).get(2).integer(Tag.Rows).orElseThrow());
        assertFalse(removed.toString().contains("Rows"));
        assertThrows(DicomException.class, () -> nested.with(new Edit.RemoveEverywhere(Tag.PatientName, true)));
        assertEquals(nested, nested.with(new Edit.SetEverywhere(Tag.PatientName, text("9"), Optional.empty(), false)));
    }

    @Test
    void privateElementsAreThoseOfOddGroups() {
        DataSet withPrivate = THREE_ITEMS.with(Edit.set(0x00290010, "ACME"), Edit.setBytes(path("ReferencedImageSequence[0].(0029,1001)"), new byte[2]));
        assertEquals(THREE_ITEMS, withPrivate.with(new Edit.RemovePrivate()));
    }

    // ---- character sets --------------------------------------------------------------------------------------------

    @Test
    void aNewLabelLeavesTheBytesOfText() {
        DataSet dataSet = DataSet.builder().set(Tag.PatientName, "A^B").set(Tag.ReferencedImageSequence, DataSet.builder().set(Tag.PatientName, "C")).build();

        DataSet labelled = dataSet.with(Edit.set(Tag.SpecificCharacterSet, "ISO_IR 192"));

        assertArrayEquals(dataSet.bytes(Tag.PatientName), labelled.bytes(Tag.PatientName));
        assertSame(labelled.characterSet(), labelled.items(Tag.ReferencedImageSequence).get(0).characterSet());
    }

    @Test
    void pathsThatNameTheWrongThingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> Edit.set(path("ReferencedImageSequence[0]"), "x"));
        assertThrows(IllegalArgumentException.class, () -> Edit.set(TagPath.ROOT, "x"));
        assertThrows(IllegalArgumentException.class, () -> new Edit.MakeItem(path("ReferencedImageSequence")));
        assertThrows(IllegalArgumentException.class, () -> new Edit.MakeItem(path("ReferencedImageSequence[*]")));
        assertThrows(IllegalArgumentException.class, () -> Edit.remove(TagPath.ROOT));
        assertTrue(assertThrows(IllegalArgumentException.class, () -> Edit.set(path("ReferencedImageSequence[0].".repeat(1000) + "Rows"), "x"))
                .getMessage().contains("1001"));
    }
}
