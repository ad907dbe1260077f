package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Edit;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;
import org.bitewing.dict.UID;
import org.junit.jupiter.api.Test;

/** References between the records of a DICOMDIR (PS3.3 F.3.2.2). */
class DirectoryOffsetsTest {
    private static final int FIRST = Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity;
    private static final int LAST = Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity;
    private static final int NEXT = Tag.OffsetOfTheNextDirectoryRecord;
    private static final int LOWER = Tag.OffsetOfReferencedLowerLevelDirectoryEntity;

    private static DataSetBuilder record(String type, int next, int lower) {
        return DataSet.builder().set(NEXT, next).set(LOWER, lower).set(Tag.DirectoryRecordType, type);
    }

    /** Two patients, the first of whom has a study; as it is read from a file. */
    private static DataSet directory(int... offsets) throws IOException {
        // With identifiers of its own: those that are made for a file without have not always the same length.
        DataSet made = DataSet.builder().set(Tag.SOPClassUID, UID.MediaStorageDirectoryStorage)
                .set(Tag.SOPInstanceUID, "1.2.3").set(Tag.FileSetID, "DISC").set(FIRST, offsets[0]).set(LAST, offsets[2])
                .set(Tag.DirectoryRecordSequence, record("PATIENT", offsets[2], offsets[1]), record("STUDY", 0, 0),
                        record("PATIENT", 0, 7)).build();
        return Dicom.read(DicomWriter.toBytes(made, WriteOptions.defaults()));
    }

    private static DataSet directory() throws IOException {
        int[] offsets = directory(0, 0, 0).items(Tag.DirectoryRecordSequence).stream().mapToInt(record -> (int) record.offset()).toArray();
        return directory(offsets);
    }

    private static void assertReferencesHold(DataSet read) {
        List<Item> records = read.items(Tag.DirectoryRecordSequence);
        assertEquals(records.get(0).offset(), read.longs(FIRST)[0]);
        assertEquals(records.get(2).offset(), read.longs(LAST)[0]);
        assertEquals(records.get(2).offset(), records.get(0).longs(NEXT)[0]);
        assertEquals(records.get(1).offset(), records.get(0).longs(LOWER)[0]);
        assertEquals(0, records.get(1).longs(NEXT)[0]);
        assertEquals(7, records.get(2).longs(LOWER)[0], "nothing was there");
    }

    @Test
    void whatIsNotChangedStaysBitForBit() throws IOException {
        byte[] bytes = DicomWriter.toBytes(directory(), WriteOptions.faithful());

        assertReferencesHold(Dicom.read(bytes));
        assertArrayEquals(bytes, DicomWriter.toBytes(Dicom.read(bytes), WriteOptions.faithful()));
    }

    @Test
    void referencesFollowRecordsThatMove() throws IOException {
        DataSet longer = directory().with(Edit.set(Tag.FileSetID, "ANOTHER DISC"));
        for (TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_LITTLE, TransferSyntax.IMPLICIT_LITTLE,
                TransferSyntax.EXPLICIT_BIG)) {
            for (WriteOptions.LengthForm form : WriteOptions.LengthForm.values()) {
                WriteOptions options = WriteOptions.defaults().with(syntax).with(form);
                assertReferencesHold(Dicom.read(DicomWriter.toBytes(longer, options)));
                assertReferencesHold(Dicom.read(DicomWriter.toBytes(longer, options.with(WriteOptions.Padding.made(64, 16))
                        .with(WriteOptions.GroupLengths.MADE))));
            }
        }
    }

    @Test
    void recordsThatWereNotReadHaveNoPlaceToMoveFrom() throws IOException {
        DataSet made = DataSet.builder().set(FIRST, 396)
                .set(Tag.DirectoryRecordSequence, record("PATIENT", 396, 0)).build();

        DataSet read = Dicom.read(DicomWriter.toBytes(made, WriteOptions.defaults()));

        assertEquals(396, read.longs(FIRST)[0]);
    }
}
