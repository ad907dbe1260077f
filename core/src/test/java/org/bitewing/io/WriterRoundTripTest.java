package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.bitewing.Dicom;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.VR;
import org.bitewing.io.WriteOptions.FileMetaForm;
import org.bitewing.io.WriteOptions.GroupLengths;
import org.bitewing.io.WriteOptions.LengthForm;
import org.bitewing.text.SpecificCharacterSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Parse after write is the identity. */
class WriterRoundTripTest {
    private static final int TREES = 60;

    static List<TransferSyntax> syntaxes() {
        return List.of(TransferSyntax.IMPLICIT_LITTLE, TransferSyntax.EXPLICIT_LITTLE, TransferSyntax.EXPLICIT_BIG,
                TransferSyntax.DEFLATED);
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void whatIsWrittenIsReadAgain(TransferSyntax syntax) throws IOException {
        for (LengthForm form : LengthForm.values()) {
            RandomDataSets trees = new RandomDataSets(7, 4);
            for (int i = 0; i < TREES; i++) {
                DataSet written = trees.next();
                byte[] bytes = DicomWriter.toBytes(written, bare(syntax).with(form));

                DataSet read = read(bytes, syntax);

                assertEquals(written, read, "tree " + i + " with lengths " + form);
                assertTrue(read.problems().isEmpty(), () -> read.problems().toString());
            }
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void aStreamGetsTheSameBytesAsAnArray(TransferSyntax syntax) throws IOException {
        RandomDataSets trees = new RandomDataSets(8, 4);
        for (int i = 0; i < TREES; i++) {
            DataSet dataSet = trees.next();
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            try (DicomWriter writer = DicomWriter.to(stream, bare(syntax))) {
                writer.write(dataSet);
            }
            assertArrayEquals(DicomWriter.toBytes(dataSet, bare(syntax)), stream.toByteArray(), "tree " + i);
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void aParsersEventsAreWrittenAsItsTreeIs(TransferSyntax syntax) throws IOException {
        for (LengthForm form : LengthForm.values()) {
            for (GroupLengths groups : GroupLengths.values()) {
                RandomDataSets trees = new RandomDataSets(9, 3);
                WriteOptions options = WriteOptions.faithful().with(syntax).with(form).with(groups);
                for (int i = 0; i < 8; i++) {
                    byte[] source = DicomWriter.toBytes(trees.next(), WriteOptions.defaults().with(GroupLengths.MADE));
                    ByteArrayOutputStream stream = new ByteArrayOutputStream();
                    try (DicomWriter writer = DicomWriter.to(stream, options)) {
                        writer.copy(() -> Dicom.parse(source));
                    }
                    assertArrayEquals(DicomWriter.toBytes(Dicom.read(source), options), stream.toByteArray(),
                            "tree " + i + ", " + form + ", " + groups);
                }
            }
        }
    }

    @ParameterizedTest
    @MethodSource("syntaxes")
    void aSinglePassKeepsTheData(TransferSyntax syntax) throws IOException {
        RandomDataSets trees = new RandomDataSets(10, 4);
        for (int i = 0; i < TREES; i++) {
            DataSet written = trees.next();
            byte[] source = DicomWriter.toBytes(written, WriteOptions.defaults());
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            try (DicomWriter writer = DicomWriter.to(stream, bare(syntax)); DicomParser parser = Dicom.parse(source)) {
                writer.copy(parser);
            }
            assertEquals(written, read(stream.toByteArray(), syntax), "tree " + i);
        }
    }

    @Test
    void aSinglePassInTheSameSyntaxIsACopy() throws IOException {
        RandomDataSets trees = new RandomDataSets(11, 4);
        for (int i = 0; i < TREES; i++) {
            byte[] source = DicomWriter.toBytes(trees.next(), WriteOptions.defaults().with(GroupLengths.MADE));
            ByteArrayOutputStream stream = new ByteArrayOutputStream();
            try (DicomWriter writer = DicomWriter.to(stream, WriteOptions.faithful()); DicomParser parser = Dicom.parse(source)) {
                writer.copy(parser);
            }
            assertArrayEquals(source, stream.toByteArray(), "tree " + i);
        }
    }

    @Test
    void writingWhatWasReadGivesTheSameBytes() throws IOException {
        RandomDataSets trees = new RandomDataSets(12, 4);
        for (TransferSyntax syntax : syntaxes()) {
            for (int i = 0; i < TREES; i++) {
                byte[] bytes = DicomWriter.toBytes(trees.next(), WriteOptions.defaults().with(syntax));
                assertArrayEquals(bytes, DicomWriter.toBytes(Dicom.read(bytes), WriteOptions.faithful()));
            }
        }
    }

    @Test
    void aTreeOfAThousandLevelsIsWritten() throws IOException {
        Sequence sequence = new Sequence(0x00081140, VR.SQ.code(), Element.UNDEFINED_LENGTH, List.of());
        for (int depth = 0; depth < 1000; depth++) {
            Item item = Item.of(List.of(sequence), SpecificCharacterSet.ASCII, 0, -1);
            sequence = new Sequence(0x00081140, VR.SQ.code(), Element.UNDEFINED_LENGTH, List.of(item));
        }
        DataSet deep = DataSet.of(List.of(sequence), SpecificCharacterSet.ASCII, new byte[0], List.of());

        byte[] bytes = DicomWriter.toBytes(deep, bare(TransferSyntax.EXPLICIT_LITTLE).with(LengthForm.DEFINED));

        // Each level is a header of 12 bytes and one of 8, the innermost sequence a header alone.
        assertEquals(1000 * 20 + 12, bytes.length);
        assertArrayEquals(new int[] {1000 * 20, 1000 * 20 - 8}, IntStream.of(8, 16).map(at -> length(bytes, at)).toArray());
    }

    private static int length(byte[] bytes, int at) {
        return bytes[at] & 0xff | (bytes[at + 1] & 0xff) << 8 | (bytes[at + 2] & 0xff) << 16 | bytes[at + 3] << 24;
    }

    static WriteOptions bare(TransferSyntax syntax) {
        return WriteOptions.defaults().with(FileMetaForm.NONE).with(syntax);
    }

    static DataSet read(byte[] bytes, TransferSyntax syntax) throws IOException {
        return DataSetReader.read(ByteSource.of(bytes), ReadOptions.defaults().bareDataSet().withTransferSyntax(syntax));
    }
}
