package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import org.bitewing.Dicom;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

/** VRs that implicit VR leaves to the reader (PS3.5 A.1). */
class ImplicitVRTest {
    private static final int VALUE = Tag.SmallestImagePixelValue;

    private static DataSetBuilder value() {
        return DataSet.builder().set(VALUE, VR.US, 65535);
    }

    private static DataSetBuilder represented(int representation) {
        return value().set(Tag.PixelRepresentation, representation);
    }

    private static DataSet implicit(DataSetBuilder dataSet) throws IOException {
        return Dicom.read(DicomWriter.toBytes(dataSet.build(), WriteOptions.defaults().with(TransferSyntax.IMPLICIT_LITTLE)));
    }

    private static VR vr(Attributes attributes) {
        return attributes.element(VALUE).orElseThrow().vr();
    }

    @Test
    void pixelRepresentationCountsInItsDataSetAndWhatThatEncloses() throws IOException {
        DataSet read = implicit(represented(0)
                .set(Tag.SourceImageSequence, represented(1), value())
                .set(Tag.PerFrameFunctionalGroupsSequence, value(),
                        represented(1).set(Tag.RealWorldValueMappingSequence, value()), value()));

        assertEquals(VR.US, vr(read));
        assertEquals(List.of(VR.SS, VR.US), read.items(Tag.SourceImageSequence).stream().map(ImplicitVRTest::vr).toList());
        List<Item> frames = read.items(Tag.PerFrameFunctionalGroupsSequence);
        assertEquals(List.of(VR.US, VR.SS, VR.US), frames.stream().map(ImplicitVRTest::vr).toList());
        assertEquals(VR.SS, vr(frames.get(1).items(Tag.RealWorldValueMappingSequence).get(0)));
    }

    @Test
    void pixelRepresentationOfTheDataSetCountsInItemsBehindIt() throws IOException {
        DataSet read = implicit(represented(1).set(Tag.PerFrameFunctionalGroupsSequence, value(), represented(0), value()));

        assertEquals(List.of(VR.SS, VR.US, VR.SS),
                read.items(Tag.PerFrameFunctionalGroupsSequence).stream().map(ImplicitVRTest::vr).toList());
    }

    @Test
    void aPrivateElementHasTheVrThatItsCreatorGivesIt() throws IOException {
        DataSetBuilder made = DataSet.builder()
                .set(0x00190010, VR.LO, "GEMS_ACQU_01").set(0x00191002, VR.SL, 7).set(0x00191102, VR.SL, 7)
                .set(0x00290010, VR.LO, "SIEMENS CSA HEADER").set(0x00291008, VR.CS, "IMAGE NUM 4");
        byte[] bytes = DicomWriter.toBytes(made.build(), WriteOptions.defaults().with(TransferSyntax.IMPLICIT_LITTLE));

        DataSet read = Dicom.read(bytes);

        assertEquals(VR.SL, read.element(0x00191002).orElseThrow().vr());
        assertEquals(VR.UN, read.element(0x00191102).orElseThrow().vr(), "its block has no creator");
        assertEquals(VR.CS, read.element(0x00291008).orElseThrow().vr());
        DataSet without = DataSetReader.read(ByteSource.of(bytes), ReadOptions.defaults().withoutPrivateDictionary());
        assertEquals(VR.UN, without.element(0x00191002).orElseThrow().vr());
    }

    @Test
    void oneTagHasAnotherVrForEachCreatorHoweverOftenTheyChange() throws IOException {
        List<String> creators = List.of("GEMS_ACQU_01", "SIEMENS MR HEADER", "nobody", "PHILIPS MR SPECTRO;1");
        List<VR> vrs = List.of(VR.DS, VR.FD, VR.UN, VR.IS);
        DataSetBuilder[] items = new DataSetBuilder[40];
        for (int i = 0; i < items.length; i++) {
            items[i] = DataSet.builder().set(0x00190010, VR.LO, creators.get(i % 4)).set(0x00191027, VR.DS, "12345678");
        }

        List<Item> read = implicit(DataSet.builder().set(Tag.SourceImageSequence, items)).items(Tag.SourceImageSequence);

        for (int i = 0; i < items.length; i++) {
            assertEquals(vrs.get(i % 4), read.get(i).element(0x00191027).orElseThrow().vr(), creators.get(i % 4));
        }
    }
}
