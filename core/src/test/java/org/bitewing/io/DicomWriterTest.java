package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.channels.Channels;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.bitewing.Dicom;
import org.bitewing.DicomException;
import org.bitewing.data.BulkData;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.data.Fragments;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.io.WriteOptions.FileMetaForm;
import org.bitewing.io.WriteOptions.GroupLengths;
import org.bitewing.io.WriteOptions.LengthForm;
import org.bitewing.io.WriteOptions.Padding;
import org.bitewing.text.SpecificCharacterSet;
import org.junit.jupiter.api.Test;

/** The bytes of PS3.5 7, written down by hand. */
class DicomWriterTest {
    private static final TransferSyntax JPEG = TransferSyntax.of("1.2.840.10008.1.2.4.50");
    private static final int FUTURE = 'Z' << 8 | 'Q';

    private static WriteOptions bare(TransferSyntax syntax) {
        return WriteOptions.defaults().with(FileMetaForm.NONE).with(syntax);
    }

    private static String hex(DataSet dataSet, WriteOptions options) throws IOException {
        return HexFormat.of().formatHex(DicomWriter.toBytes(dataSet, options));
    }

    private static DataSet one(Element element) {
        return DataSet.builder().set(element).build();
    }

    private static DataSet one(int tag, VR vr, int... bytes) {
        byte[] value = new byte[bytes.length];
        for (int i = 0; i < value.length; i++) {
            value[i] = (byte) bytes[i];
        }
        return one(Value.of(tag, vr, value));
    }

    private static Sequence sequence(int vrCode, long length, Element... elements) {
        Item item = Item.of(List.of(elements), SpecificCharacterSet.ASCII, length, -1);
        return new Sequence(0x00081140, vrCode, length, List.of(item));
    }

    private static Value rows() {
        return Value.of(Tag.Rows, VR.US, new byte[] {2, 1});
    }

    // ---- headers and values ----------------------------------------------------------------------------------------

    @Test
    void shortFormsHaveALengthOf16Bits() throws IOException {
        assertEquals("28001000" + "5553" + "0200" + "0201", hex(one(rows()), bare(TransferSyntax.EXPLICIT_LITTLE)));
    }

    @Test
    void longFormsHaveTwoReservedBytesAndALengthOf32Bits() throws IOException {
        DataSet other = one(0x00091010, VR.OB, 1, 2);
        assertEquals("09001010" + "4f42" + "0000" + "02000000" + "0102", hex(other, bare(TransferSyntax.EXPLICIT_LITTLE)));
    }

    @Test
    void implicitHeadersHaveNoVr() throws IOException {
        assertEquals("28001000" + "02000000" + "0201", hex(one(rows()), bare(TransferSyntax.IMPLICIT_LITTLE)));
    }

    @Test
    void bigEndianTurnsTagsLengthsAndNumbersByTheSizeOfTheirVr() throws IOException {
        WriteOptions big = bare(TransferSyntax.EXPLICIT_BIG);
        assertEquals("00280010" + "5553" + "0002" + "0102", hex(one(rows()), big));
        assertEquals("00091010" + "464c" + "0004" + "04030201", hex(one(0x00091010, VR.FL, 1, 2, 3, 4), big));
        assertEquals("00091010" + "4f56" + "0000" + "00000008" + "0807060504030201",
                hex(one(0x00091010, VR.OV, 1, 2, 3, 4, 5, 6, 7, 8), big));
        assertEquals("00280009" + "4154" + "0004" + "00181063", hex(one(Tag.FrameIncrementPointer, VR.AT, 0x18, 0, 0x63, 0x10), big));
        assertEquals("00091010" + "4f42" + "0000" + "00000002" + "0102", hex(one(0x00091010, VR.OB, 1, 2), big));
    }

    @Test
    void oddValuesArePaddedAsTheirVrWantsIt() throws IOException {
        WriteOptions explicit = bare(TransferSyntax.EXPLICIT_LITTLE);
        assertTrue(hex(one(Tag.Modality, VR.CS, 'X'), explicit).endsWith("0200" + "5820"));
        assertTrue(hex(one(Tag.SOPClassUID, VR.UI, '1'), explicit).endsWith("0200" + "3100"));
        assertTrue(hex(one(0x00091010, VR.OB, 7), explicit).endsWith("02000000" + "0700"));
        assertTrue(hex(one(0x00091010, VR.UN, 7), explicit).endsWith("02000000" + "0700"));
    }

    @Test
    void aValueTooLongForItsVrBecomesUnknown() throws IOException {
        byte[] longest = DicomWriter.toBytes(one(Value.of(Tag.PatientName, VR.PN, new byte[65534])), bare(TransferSyntax.EXPLICIT_LITTLE));
        byte[] longer = DicomWriter.toBytes(one(Value.of(Tag.PatientName, VR.PN, new byte[65535])), bare(TransferSyntax.EXPLICIT_LITTLE));

        assertEquals("10001000" + "504e" + "feff", HexFormat.of().formatHex(longest, 0, 8));
        assertEquals("10001000" + "554e" + "0000" + "00000100", HexFormat.of().formatHex(longer, 0, 12));
        assertEquals(12 + 65536, longer.length);
        assertEquals(' ', longer[longer.length - 1]);
    }

    @Test
    void aVrOfTheFutureKeepsItsLettersAndOneThatIsNoneBecomesUnknown() throws IOException {
        WriteOptions explicit = bare(TransferSyntax.EXPLICIT_LITTLE);
        byte[] value = {1, 2};
        assertEquals("09001010" + "5a51" + "0000" + "02000000" + "0102", hex(one(Value.over(0x00091010, FUTURE, value, 0, 2)), explicit));
        assertEquals("09001010" + "554e" + "0000" + "02000000" + "0102", hex(one(Value.over(0x00091010, 0x2020, value, 0, 2)), explicit));
        assertEquals("09001010" + "02000000" + "0102", hex(one(Value.over(0x00091010, FUTURE, value, 0, 2)), bare(TransferSyntax.IMPLICIT_LITTLE)));
    }

    @Test
    void implicitElementsGetTheVrOfTheDictionary() throws IOException {
        byte[] implicit = HexFormat.of().parseHex("28001000" + "02000000" + "0201" + "09991010" + "02000000" + "0102");
        ByteArrayOutputStream explicit = new ByteArrayOutputStream();
        ReadOptions read = ReadOptions.defaults().bareDataSet().withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE);
        try (DicomParser parser = DicomParser.of(ByteSource.of(implicit), read);
             DicomWriter writer = DicomWriter.to(explicit, bare(TransferSyntax.EXPLICIT_LITTLE))) {
            writer.copy(parser);
        }
        assertEquals("28001000" + "5553" + "0200" + "0201" + "09991010" + "554e" + "0000" + "02000000" + "0102",
                HexFormat.of().formatHex(explicit.toByteArray()));
    }

    @Test
    void theNormalFormIsSortedWithoutDuplicatesAndOfEvenLengths() throws IOException {
        String firstRows = "28001000" + "5553" + "0200" + "0201";
        String secondRows = "28001000" + "5553" + "0200" + "0909";
        String oddModality = "08006000" + "4353" + "0100" + "43";
        // An item of undefined length that the delimiter of its sequence ends.
        String sequence = "08004011" + "5351" + "0000" + "ffffffff" + "feff00e0" + "ffffffff" + "feffdde0" + "00000000";
        byte[] wrong = HexFormat.of().parseHex(firstRows + oddModality + sequence + secondRows);

        DataSet read = WriterRoundTripTest.read(wrong, TransferSyntax.EXPLICIT_LITTLE);

        assertEquals("08006000" + "4353" + "0200" + "4320"
                + "08004011" + "5351" + "0000" + "ffffffff" + "feff00e0" + "ffffffff" + "feff0de0" + "00000000" + "feffdde0" + "00000000"
                + firstRows, hex(read, bare(TransferSyntax.EXPLICIT_LITTLE)));
    }

    // ---- sequences -------------------------------------------------------------------------------------------------

    @Test
    void lengthsHaveTheFormThatIsAskedFor() throws IOException {
        WriteOptions explicit = bare(TransferSyntax.EXPLICIT_LITTLE);
        String element = "28001000" + "5553" + "0200" + "0201";
        String defined = "08004011" + "5351" + "0000" + "12000000" + "feff00e0" + "0a000000" + element;
        String undefined = "08004011" + "5351" + "0000" + "ffffffff" + "feff00e0" + "ffffffff" + element
                + "feff0de0" + "00000000" + "feffdde0" + "00000000";
        DataSet wasDefined = one(sequence(VR.SQ.code(), 999, rows()));
        DataSet wasUndefined = one(sequence(VR.SQ.code(), -1, rows()));

        assertEquals(defined, hex(wasDefined, explicit));
        assertEquals(undefined, hex(wasUndefined, explicit));
        assertEquals(defined, hex(wasUndefined, explicit.with(LengthForm.DEFINED)));
        assertEquals(undefined, hex(wasDefined, explicit.with(LengthForm.UNDEFINED)));
    }

    @Test
    void aSequenceOfUnknownVrStaysSoAndIsImplicitLittleEndianInside() throws IOException {
        DataSet unknown = one(sequence(VR.UN.code(), -1, rows()));
        String inside = "feff00e0" + "0a000000" + "28001000" + "02000000" + "0201" + "feffdde0" + "00000000";

        assertEquals("08004011" + "554e" + "0000" + "ffffffff" + inside, hex(unknown, bare(TransferSyntax.EXPLICIT_LITTLE).with(LengthForm.DEFINED)));
        assertEquals("00081140" + "554e" + "0000" + "ffffffff" + inside, hex(unknown, bare(TransferSyntax.EXPLICIT_BIG).with(LengthForm.DEFINED)));
    }

    @Test
    void implicitVrDoesNotHideThatAPrivateElementIsASequence() throws IOException {
        Item item = Item.of(List.of(rows()), SpecificCharacterSet.ASCII, 10, -1);
        DataSet explicit = one(new Sequence(0x00091001, VR.SQ.code(), 18, List.of(item)));
        String content = "feff00e0" + "0a000000" + "28001000" + "02000000" + "0201" + "feffdde0" + "00000000";

        assertEquals("09000110" + "ffffffff" + content, hex(explicit, bare(TransferSyntax.IMPLICIT_LITTLE)));
        assertEquals("09000110" + "ffffffff" + content,
                hex(explicit, bare(TransferSyntax.IMPLICIT_LITTLE).with(LengthForm.DEFINED)));
        DataSet read = DataSetReader.read(ByteSource.of(HexFormat.of().parseHex("09000110" + "ffffffff" + content)),
                ReadOptions.defaults().withTransferSyntax(TransferSyntax.IMPLICIT_LITTLE));
        assertEquals("09000110" + "5351" + "0000" + "12000000" + "feff00e0" + "0a000000" + "28001000" + "5553" + "0200" + "0201",
                hex(read, bare(TransferSyntax.EXPLICIT_LITTLE).with(LengthForm.DEFINED)));
    }

    @Test
    void aLengthThatWasToldMustBeRight() throws IOException {
        try (DicomWriter writer = DicomWriter.to(new ByteArrayOutputStream(), bare(TransferSyntax.EXPLICIT_LITTLE))) {
            writer.startSequence(0x00081140, VR.SQ.code(), -1);
            writer.startItem(12);
            writer.element(Tag.Rows, VR.US.code(), new byte[] {2, 1});

            DicomException wrong = assertThrows(DicomException.class, writer::endItem);

            assertEquals("(0008,1140)[0]", wrong.location().path().toString());
        }
    }

    @Test
    void piecesInTheWrongOrderAreRefused() throws IOException {
        try (DicomWriter writer = DicomWriter.to(new ByteArrayOutputStream(), bare(TransferSyntax.EXPLICIT_LITTLE))) {
            assertThrows(IllegalStateException.class, writer::endItem);
            assertThrows(IllegalStateException.class, () -> writer.startItem(-1));
            writer.startSequence(0x00081140, VR.SQ.code(), -1);
            assertThrows(IllegalStateException.class, () -> writer.element(Tag.Rows, VR.US.code(), new byte[2]));
            assertThrows(IllegalStateException.class, writer::end);
            writer.endSequence();
            writer.end();
            assertThrows(IllegalStateException.class, () -> writer.element(Tag.Rows, VR.US.code(), new byte[2]));
        }
    }

    // ---- group lengths and padding -----------------------------------------------------------------------------------

    @Test
    void groupLengthsAreKeptWithTheRightValueOrMadeOrDropped() throws IOException {
        WriteOptions explicit = bare(TransferSyntax.EXPLICIT_LITTLE);
        Value lie = Value.of(0x00280000, VR.UL, new byte[] {9, 9, 9, 9});
        DataSet dataSet = DataSet.builder().set(lie).set(rows()).set(Tag.Modality, "CT").build();
        String modality = "08006000" + "4353" + "0200" + "4354";
        String image = "28001000" + "5553" + "0200" + "0201";

        assertEquals(modality + "28000000" + "554c" + "0400" + "0a000000" + image, hex(dataSet, explicit));
        assertEquals("08000000" + "554c" + "0400" + "0a000000" + modality + "28000000" + "554c" + "0400" + "0a000000" + image,
                hex(dataSet, explicit.with(GroupLengths.MADE)));
        assertEquals(modality + image, hex(dataSet, explicit.with(GroupLengths.DROPPED)));
    }

    @Test
    void aSinglePassDropsGroupLengthsThatItCannotKnow() throws IOException {
        byte[] source = DicomWriter.toBytes(one(rows()), WriteOptions.defaults().with(GroupLengths.MADE));
        ByteArrayOutputStream implicit = new ByteArrayOutputStream();
        try (DicomWriter writer = DicomWriter.to(implicit, bare(TransferSyntax.IMPLICIT_LITTLE)); DicomParser parser = Dicom.parse(source)) {
            writer.copy(parser);
        }
        assertEquals("28001000" + "02000000" + "0201", HexFormat.of().formatHex(implicit.toByteArray()));
    }

    @Test
    void aCommandSetKeepsItsGroupLength() throws IOException {
        DataSet command = DataSet.builder().set(0x00000000, 0).set(0x00000100, 0x8020).build();
        assertEquals("00000000" + "04000000" + "0a000000" + "00000001" + "02000000" + "2080",
                hex(command, bare(TransferSyntax.IMPLICIT_LITTLE).with(GroupLengths.DROPPED)));
    }

    @Test
    void trailingPaddingFillsTheFileAndItsItemsUpToAMultiple() throws IOException {
        DataSet dataSet = DataSet.builder().set(Tag.ReferencedImageSequence, DataSet.builder().set(rows())).set(rows())
                .set(Value.of(Tag.DataSetTrailingPadding, VR.OB, new byte[2])).build();

        byte[] padded = DicomWriter.toBytes(dataSet, WriteOptions.defaults().with(LengthForm.DEFINED).with(Padding.made(1000, 128)));
        byte[] dropped = DicomWriter.toBytes(dataSet, WriteOptions.defaults().with(Padding.DROPPED));

        assertEquals(0, padded.length % 1000);
        assertEquals(128, Dicom.read(padded).items(Tag.ReferencedImageSequence).get(0).length());
        assertTrue(Dicom.read(padded).problems().isEmpty());
        assertEquals(List.of(false), List.of(Dicom.read(dropped).contains(Tag.DataSetTrailingPadding)));
    }

    // ---- pixel data ---------------------------------------------------------------------------------------------------

    @Test
    void fragmentsAreItemsPaddedToEvenLength() throws IOException {
        Fragments fragments = new Fragments(Tag.PixelData, VR.OB.code(), List.of(BulkData.of(new byte[0]), BulkData.of(new byte[] {1, 2, 3})));

        assertEquals("e07f1000" + "4f42" + "0000" + "ffffffff" + "feff00e0" + "00000000" + "feff00e0" + "04000000" + "01020300"
                + "feffdde0" + "00000000", hex(one(fragments), bare(JPEG)));
    }

    @Test
    void compressedPixelDataIsForEncapsulatedSyntaxesAlone() {
        DataSet compressed = one(new Fragments(Tag.PixelData, VR.OB.code(), List.of(BulkData.of(new byte[0]))));
        DataSet plain = one(Tag.PixelData, VR.OW, 1, 2);

        DicomException first = assertThrows(DicomException.class, () -> DicomWriter.toBytes(compressed, bare(TransferSyntax.EXPLICIT_LITTLE)));
        DicomException second = assertThrows(DicomException.class, () -> DicomWriter.toBytes(plain, bare(JPEG)));

        assertTrue(first.getMessage().contains("decompress it"));
        assertTrue(second.getMessage().contains("compress it"));
    }

    @Test
    void oneCompressionIsNotPassedOffAsAnother() throws IOException {
        DataSet compressed = one(new Fragments(Tag.PixelData, VR.OB.code(), List.of(BulkData.of(new byte[0]), BulkData.of(new byte[2]))));
        byte[] jpeg = DicomWriter.toBytes(compressed, WriteOptions.defaults().with(JPEG));
        WriteOptions other = WriteOptions.defaults().with(TransferSyntax.of("1.2.840.10008.1.2.4.90"));

        try (DicomWriter writer = DicomWriter.to(new ByteArrayOutputStream(), other); DicomParser parser = Dicom.parse(jpeg)) {
            assertThrows(DicomException.class, () -> writer.copy(parser));
        }
    }

    @Test
    void pixelDataInTheWrongByteOrderIsNotPassedOff() throws IOException {
        DataSet turned = DataSet.builder().set(Tag.TransferSyntaxUID, "1.2.840.113619.5.2").set(Tag.PixelData, new byte[] {1, 2}).build();

        assertThrows(DicomException.class, () -> DicomWriter.toBytes(turned, bare(TransferSyntax.EXPLICIT_LITTLE)));
        assertEquals("e07f1000" + "02000000" + "0102", hex(turned, WriteOptions.defaults().with(FileMetaForm.NONE)));
    }

    // ---- whole files --------------------------------------------------------------------------------------------------

    @Test
    void aDeflatedDataSetIsARawStreamOfEvenLength() throws IOException, DataFormatException {
        for (int size = 1; size < 40; size++) {
            DataSet dataSet = DataSet.builder().set(Tag.PatientID, "x".repeat(size)).build();
            byte[] plain = DicomWriter.toBytes(dataSet, bare(TransferSyntax.EXPLICIT_LITTLE));

            byte[] deflated = DicomWriter.toBytes(dataSet, bare(TransferSyntax.DEFLATED));

            Inflater inflater = new Inflater(true);
            inflater.setInput(deflated);
            byte[] inflated = new byte[plain.length + 1];
            int count = inflater.inflate(inflated);
            inflater.end();
            assertArrayEquals(plain, Arrays.copyOf(inflated, count));
            assertEquals(0, deflated.length % 2);
        }
    }

    @Test
    void valuesThatAreStreamedEqualThoseInMemory() throws IOException {
        byte[] value = new byte[300_001];
        new Random(1).nextBytes(value);
        for (TransferSyntax syntax : List.of(TransferSyntax.EXPLICIT_BIG, TransferSyntax.IMPLICIT_LITTLE)) {
            ByteArrayOutputStream streamed = new ByteArrayOutputStream();
            try (DicomWriter writer = DicomWriter.to(Channels.newChannel(streamed), bare(syntax))) {
                writer.element(0x00091010, VR.OW.code(), value.length, new ByteArrayInputStream(value));
                writer.end();
            }
            assertArrayEquals(DicomWriter.toBytes(one(Value.of(0x00091010, VR.OW, value)), bare(syntax)), streamed.toByteArray());
        }
    }

    @Test
    void aStreamedValueThatEndsEarlyIsAnError() throws IOException {
        try (DicomWriter writer = DicomWriter.to(new ByteArrayOutputStream(), bare(TransferSyntax.EXPLICIT_LITTLE))) {
            assertThrows(EOFException.class, () -> writer.element(0x00091010, VR.OB.code(), 10, new ByteArrayInputStream(new byte[9])));
        }
    }

    @Test
    void valuesBeyondFourGibibytesAreRefused() throws IOException {
        try (DicomWriter writer = DicomWriter.to(new ByteArrayOutputStream(), bare(TransferSyntax.EXPLICIT_LITTLE))) {
            DicomException tooLong = assertThrows(DicomException.class,
                    () -> writer.element(0x00091010, VR.OB.code(), 0xffffffffL, new ByteArrayInputStream(new byte[0])));
            assertEquals(DicomException.Kind.LENGTH, tooLong.kind());
        }
    }

    @Test
    void metaInformationOfADataSetInPiecesKnowsItsSopInstance() throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (DicomWriter writer = DicomWriter.to(file, WriteOptions.defaults())) {
            writer.element(Tag.TransferSyntaxUID, VR.UI.code(), "1.2.840.10008.1.2".getBytes());
            writer.element(Tag.SourceApplicationEntityTitle, VR.AE.code(), "PACS".getBytes());
            writer.element(Tag.SOPClassUID, VR.UI.code(), "1.2.840.10008.5.1.4.1.1.7".getBytes());
            writer.element(Tag.SOPInstanceUID, VR.UI.code(), "2.25.1".getBytes());
            writer.end();
        }
        DataSet read = Dicom.read(file.toByteArray());

        assertEquals("1.2.840.10008.5.1.4.1.1.7", read.uid(Tag.MediaStorageSOPClassUID).orElseThrow());
        assertEquals("2.25.1", read.uid(Tag.MediaStorageSOPInstanceUID).orElseThrow());
        assertEquals("1.2.840.10008.1.2", read.uid(Tag.TransferSyntaxUID).orElseThrow());
        assertEquals("PACS", read.text(Tag.SourceApplicationEntityTitle).orElseThrow());
        assertEquals(List.of(), read.problems());
    }

    @Test
    void aWriterWritesOneDataSet() throws IOException {
        DataSetBuilder any = DataSet.builder().set(Tag.Modality, "CT");
        try (DicomWriter writer = DicomWriter.to(new ByteArrayOutputStream(), WriteOptions.defaults())) {
            writer.write(any.build());
            assertThrows(IllegalStateException.class, () -> writer.write(any.build()));
        }
    }

    @Test
    void whatComesOutOfAFileTwiceTheSizeOfTheBufferIsWhole() throws IOException {
        byte[] value = new byte[2 * Output.BUFFER];
        Arrays.fill(value, (byte) 5);
        byte[] file = DicomWriter.toBytes(one(Value.of(0x00091010, VR.OB, value)), WriteOptions.defaults());
        assertArrayEquals(value, Dicom.read(file).bytes(0x00091010));
        assertInstanceOf(org.bitewing.data.BulkValue.class, Dicom.read(file).element(0x00091010).orElseThrow());
    }

    @Test
    void itemsAndDelimitersAreNoElements() {
        for (int tag : new int[] {Tag.Item, Tag.ItemDelimitationItem, Tag.SequenceDelimitationItem}) {
            DataSet set = DataSet.builder().set(Value.of(0xfffe1030, VR.LO, new byte[2]))
                    .set(Value.of(tag, VR.LO, new byte[2])).build();
            DicomException error = assertThrows(DicomException.class, () -> Dicom.toBytes(set));
            assertTrue(error.getMessage().contains(Tag.toString(tag)), error.getMessage());
        }
    }
}
