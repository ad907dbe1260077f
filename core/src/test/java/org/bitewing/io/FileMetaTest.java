package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Uids;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.io.WriteOptions.FileMetaForm;
import org.bitewing.text.SpecificCharacterSet;
import org.junit.jupiter.api.Test;

class FileMetaTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";
    private static final String IMPLICIT = "1.2.840.10008.1.2";

    private static List<Integer> tags(DataSet dataSet) {
        return dataSet.elements().stream().map(Element::tag).filter(tag -> tag >>> 16 == 2).toList();
    }

    @Test
    void madeMetaHasEverythingThatPs310Demands() throws IOException {
        DataSet dataSet = DataSet.builder().set(Tag.SOPClassUID, CT).set(Tag.SOPInstanceUID, "2.25.1").build();

        DataSet read = Dicom.read(Dicom.toBytes(dataSet));

        assertEquals(List.of(Tag.FileMetaInformationGroupLength, Tag.FileMetaInformationVersion, Tag.MediaStorageSOPClassUID,
                Tag.MediaStorageSOPInstanceUID, Tag.TransferSyntaxUID, Tag.ImplementationClassUID, Tag.ImplementationVersionName), tags(read));
        assertArrayEquals(new byte[] {0, 1}, read.bytes(Tag.FileMetaInformationVersion));
        assertEquals(CT, read.uid(Tag.MediaStorageSOPClassUID).orElseThrow());
        assertEquals("2.25.1", read.uid(Tag.MediaStorageSOPInstanceUID).orElseThrow());
        assertEquals("1.2.840.10008.1.2.1", read.uid(Tag.TransferSyntaxUID).orElseThrow());
        assertEquals(FileMeta.IMPLEMENTATION_CLASS_UID, read.uid(Tag.ImplementationClassUID).orElseThrow());
        assertEquals("BITEWING_010", read.text(Tag.ImplementationVersionName).orElseThrow());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void ourUidsAreUuids() {
        assertTrue(Uids.isValid(FileMeta.IMPLEMENTATION_CLASS_UID));
        assertTrue(Uids.isValid(FileMeta.ANY_DATA_SET_CLASS_UID));
        assertEquals("2.25." + new java.math.BigInteger("eb53dee05dfa4cae" + "a76560089437ce7a", 16), FileMeta.IMPLEMENTATION_CLASS_UID);
        assertEquals("2.25." + new java.math.BigInteger("0789b42fc26546c3" + "ab96cef14adad851", 16), FileMeta.ANY_DATA_SET_CLASS_UID);
    }

    @Test
    void anEmptyDataSetIsAValidFile() throws IOException {
        DataSet read = Dicom.read(Dicom.toBytes(DataSet.builder().build()));

        assertEquals(FileMeta.ANY_DATA_SET_CLASS_UID, read.uid(Tag.MediaStorageSOPClassUID).orElseThrow());
        assertTrue(Uids.isValid(read.uid(Tag.MediaStorageSOPInstanceUID).orElseThrow()));
        assertEquals(List.of(), read.problems());
    }

    @Test
    void madeMetaKeepsWhatIsNotOurs() throws IOException {
        DataSet dataSet = DataSet.builder().set(Tag.SourceApplicationEntityTitle, "SCANNER").set(Tag.ImplementationVersionName, "OTHER")
                .set(Tag.PrivateInformationCreatorUID, "1.2.3").set(Tag.PrivateInformation, new byte[] {1, 2})
                .set(Tag.TransferSyntaxUID, IMPLICIT).build();

        DataSet read = Dicom.read(Dicom.toBytes(dataSet));

        assertEquals("SCANNER", read.text(Tag.SourceApplicationEntityTitle).orElseThrow());
        assertArrayEquals(new byte[] {1, 2}, read.bytes(Tag.PrivateInformation));
        assertEquals("BITEWING_010", read.text(Tag.ImplementationVersionName).orElseThrow());
        assertEquals(IMPLICIT, read.uid(Tag.TransferSyntaxUID).orElseThrow());
    }

    @Test
    void keptMetaIsAsReadButTellsTheTruth() throws IOException {
        DataSet dataSet = DataSet.builder().set(Tag.FileMetaInformationGroupLength, 999).set(Tag.TransferSyntaxUID, IMPLICIT)
                .set(Tag.ImplementationVersionName, "OTHER").set(Tag.Modality, "CT").build();

        DataSet same = Dicom.read(DicomWriter.toBytes(dataSet, WriteOptions.faithful()));
        DataSet other = Dicom.read(DicomWriter.toBytes(dataSet, WriteOptions.faithful().with(TransferSyntax.EXPLICIT_LITTLE)));

        assertEquals(List.of(), same.problems());
        assertEquals(8 + 18 + 8 + 6, same.ints(Tag.FileMetaInformationGroupLength)[0]);
        assertEquals(IMPLICIT, same.uid(Tag.TransferSyntaxUID).orElseThrow());
        assertEquals("OTHER", same.text(Tag.ImplementationVersionName).orElseThrow());
        assertEquals("1.2.840.10008.1.2.1", other.uid(Tag.TransferSyntaxUID).orElseThrow());
        assertEquals(List.of(), other.problems());
    }

    @Test
    void thePreambleStays() throws IOException {
        byte[] preamble = new byte[128];
        Arrays.fill(preamble, (byte) 'p');
        DataSet dataSet = DataSet.of(List.of(Value.of(Tag.Modality, VR.CS, "CT".getBytes())), SpecificCharacterSet.ASCII, preamble, List.of());
        for (FileMetaForm form : List.of(FileMetaForm.MADE, FileMetaForm.KEPT)) {
            byte[] file = DicomWriter.toBytes(dataSet, WriteOptions.defaults().with(form));
            assertArrayEquals(preamble, Arrays.copyOf(file, 128));
        }
        byte[] without = Dicom.toBytes(DataSet.builder().build());
        assertArrayEquals(new byte[128], Arrays.copyOf(without, 128));
    }

    @Test
    void theStartOfAFileIsReadyForADataSetThatComesFromTheNetwork() throws IOException {
        byte[] start = FileMeta.of(CT, "2.25.1", IMPLICIT).withSource("SCU").fileStart();
        byte[] dataSet = DicomWriter.toBytes(DataSet.builder().set(Tag.Modality, "CT").build(),
                WriteOptions.defaults().with(FileMetaForm.NONE).with(TransferSyntax.IMPLICIT_LITTLE));
        byte[] file = Arrays.copyOf(start, start.length + dataSet.length);
        System.arraycopy(dataSet, 0, file, start.length, dataSet.length);

        DataSet read = Dicom.read(file);

        assertEquals("SCU", read.text(Tag.SourceApplicationEntityTitle).orElseThrow());
        assertEquals("CT", read.text(Tag.Modality).orElseThrow());
        assertEquals(List.of(), read.problems());
    }
}
