package org.bitewing.io;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.data.Attributes;
import org.bitewing.data.BulkSource;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.dict.Tag;
import org.bitewing.io.WriteOptions.FileMetaForm;
import org.bitewing.io.WriteOptions.GroupLengths;
import org.bitewing.io.WriteOptions.LengthForm;
import org.bitewing.io.WriteOptions.Padding;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * What is regular takes a short way into a tree and out of it again; the tree and the bytes are those of the long way.
 * Single bytes always go the long way in, as no value is ever in the window together with its header; a data set that
 * was made of elements goes the long way out.
 */
class FlatTreeTest {
    private static final ReadOptions BARE = ReadOptions.defaults().bareDataSet()
            .withTransferSyntax(TransferSyntax.EXPLICIT_LITTLE);
    private static final int TREES = 20;
    private static final int MUTATIONS = 2_000;

    @ParameterizedTest
    @EnumSource(LengthForm.class)
    void bothWaysInGiveTheSameTree(LengthForm form) throws IOException {
        RandomDataSets trees = new RandomDataSets(21, 4);
        for (int i = 0; i < TREES; i++) {
            byte[] bytes = written(trees.next(), form, GroupLengths.KEPT);

            assertEquals(read(single(bytes), BARE), read(ByteSource.of(bytes, "source"), BARE));
        }
    }

    @Test
    void bothWaysInFindTheSameWrong() throws IOException {
        byte[] bytes = written(new RandomDataSets(22, 3).next(), LengthForm.AS_READ, GroupLengths.MADE);
        Random random = new Random(23);
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] mutated = bytes.clone();
            for (int count = 1 + random.nextInt(4); count > 0; count--) {
                int any = random.nextBoolean() ? random.nextInt() : random.nextInt(4);
                mutated[random.nextInt(mutated.length)] = (byte) any;
            }

            assertEquals(read(single(mutated), BARE), read(ByteSource.of(mutated, "source"), BARE), "mutation " + i);
        }
    }

    @Test
    void limitsAreTheSameBothWays() throws IOException {
        byte[] bytes = written(new RandomDataSets(24, 4).next(), LengthForm.UNDEFINED, GroupLengths.KEPT);
        for (int memory = 1; memory < 60_000; memory += 500) {
            ReadOptions little = BARE.withLimits(Limits.defaults().withMemory(memory));

            assertEquals(read(single(bytes), little), read(ByteSource.of(bytes, "source"), little));
        }
    }

    @Test
    void depthIsBoundBothWays() throws IOException {
        byte[] bytes = DicomBytes.explicit().undefined(0x00081140, "SQ", outer -> outer.undefinedItem(item ->
                item.defined(0x00081140, "SQ", inner -> inner.definedItem(empty -> { })))).bytes();
        ReadOptions flat = BARE.withLimits(Limits.defaults().withDepth(1));

        assertThrows(DicomException.class, () -> DataSetReader.read(ByteSource.of(bytes), flat));
        assertEquals(read(single(bytes), flat), read(ByteSource.of(bytes, "source"), flat));
        assertEquals(read(single(bytes), BARE), read(ByteSource.of(bytes, "source"), BARE));
    }

    @ParameterizedTest
    @EnumSource(LengthForm.class)
    void bothWaysOutGiveTheSameBytes(LengthForm form) throws IOException {
        RandomDataSets trees = new RandomDataSets(25, 4);
        for (int i = 0; i < TREES; i++) {
            GroupLengths stored = GroupLengths.values()[i % 2];
            DataSet read = DataSetReader.read(ByteSource.of(written(trees.next(), LengthForm.AS_READ, stored)), BARE);
            assertTrue(read.flatTree().isPresent());
            DataSet made = DataSet.of(read.elements(), read.characterSet(), read.preamble(), List.of());
            assertTrue(made.flatTree().isEmpty());
            for (TransferSyntax syntax : List.of(TransferSyntax.IMPLICIT_LITTLE, TransferSyntax.EXPLICIT_LITTLE,
                    TransferSyntax.EXPLICIT_BIG, TransferSyntax.DEFLATED)) {
                for (GroupLengths lengths : GroupLengths.values()) {
                    for (Padding padding : List.of(Padding.KEPT, Padding.DROPPED, new Padding(false, 64, 16))) {
                        WriteOptions options = bare(form, lengths).with(syntax).with(padding);

                        assertArrayEquals(DicomWriter.toBytes(made, options), DicomWriter.toBytes(read, options));
                    }
                }
            }
        }
    }

    @Test
    void oddAndLongValuesAndPaddingComeOutAsEver() throws IOException {
        byte[] bytes = DicomBytes.explicit()
                .text(0x00080005, "CS", "ISO_IR 100")
                .element(0x00080018, "UI", "1.2".getBytes(StandardCharsets.US_ASCII))
                .element(0x00081030, "LO", "odd".getBytes(StandardCharsets.US_ASCII))
                .element(0x00091001, "UN", new byte[70_001])
                .element(0x00100010, "PN", (byte) 'B')
                .element(0x7fe00010, "OW", new byte[100_000])
                .element(Tag.DataSetTrailingPadding, "OB", new byte[5]).bytes();
        DataSet read = DataSetReader.read(ByteSource.of(bytes), BARE);
        DataSet made = DataSet.of(read.elements(), read.characterSet(), read.preamble(), List.of());
        WriteOptions options = bare(LengthForm.AS_READ, GroupLengths.KEPT);

        assertArrayEquals(DicomWriter.toBytes(made, options), DicomWriter.toBytes(read, options));
        assertEquals(read.elements(), made.elements());
        assertEquals(read, made);
        assertEquals(read.hashCode(), made.hashCode());
    }

    /** Of a stream that is read window by window, values that follow each other lie in several arrays. */
    @Test
    void valuesOfManyWindowsComeOutAsEver() throws IOException {
        DicomBytes many = DicomBytes.explicit();
        Random random = new Random(26);
        for (int tag = 0x00100010; tag < 0x00100010 + 40_000; tag += 3) {
            byte[] value = new byte[2 * random.nextInt(12)];
            random.nextBytes(value);
            many.element(tag, random.nextInt(9) == 0 ? "OB" : "US", value);
        }
        byte[] bytes = many.bytes();

        DataSet read = DataSetReader.read(ByteSource.of(new ByteArrayInputStream(bytes), "source"), BARE);
        DataSet made = DataSet.of(read.elements(), read.characterSet(), read.preamble(), List.of());
        WriteOptions options = bare(LengthForm.AS_READ, GroupLengths.KEPT);

        assertTrue(bytes.length > 100_000, "more than a window");
        assertArrayEquals(bytes, DicomWriter.toBytes(read, options));
        assertArrayEquals(bytes, DicomWriter.toBytes(made, options));
    }

    private static WriteOptions bare(LengthForm form, GroupLengths groupLengths) {
        return WriteOptions.defaults().with(TransferSyntax.EXPLICIT_LITTLE).with(FileMetaForm.NONE).with(form)
                .with(groupLengths);
    }

    private static byte[] written(DataSet dataSet, LengthForm form, GroupLengths groupLengths) throws IOException {
        return DicomWriter.toBytes(dataSet, bare(form, groupLengths));
    }

    private static ByteSource single(byte[] bytes) {
        return new SingleBytes(bytes);
    }

    /** Gives one byte at a time. */
    private static final class SingleBytes implements ByteSource {
        private final byte[] bytes;
        private int position;

        SingleBytes(byte[] bytes) {
            this.bytes = bytes;
        }

        @Override
        public String name() {
            return "source";
        }

        @Override
        public long length() {
            return bytes.length;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (position == bytes.length) {
                return -1;
            }
            target[offset] = bytes[position++];
            return 1;
        }

        @Override
        public long skip(long count) {
            int skipped = (int) Math.min(count, bytes.length - position);
            position += skipped;
            return skipped;
        }

        @Override
        public Optional<BulkSource> bulk() {
            return Optional.of(BulkSource.of(bytes, name()));
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    }

    /** All that can be told of a tree: its headers, values and problems; or why there is none. */
    private static String read(ByteSource source, ReadOptions options) throws IOException {
        StringBuilder all = new StringBuilder();
        try (DataSetReader reader = DataSetReader.of(source, options)) {
            try {
                append(reader.read(), all);
            } catch (DicomException e) {
                all.append(e.kind()).append(e.reason()).append(e.location());
            }
            return all.append(reader.problems()).toString();
        }
    }

    private static void append(Attributes attributes, StringBuilder all) {
        all.append(attributes.characterSet()).append('\n');
        for (Element element : attributes.elements()) {
            all.append(Tag.toString(element.tag())).append(' ').append(element.vrCode()).append(' ')
                    .append(element.length()).append(' ').append(element.hashCode()).append('\n');
            assertEquals(element, attributes.element(element.tag()).orElseThrow());
            if (element instanceof Sequence sequence) {
                for (Item item : sequence.items()) {
                    all.append(item.offset()).append(' ').append(item.length()).append('\n');
                    append(item, all);
                }
            } else {
                all.append(Arrays.hashCode(attributes.bytes(element.tag()))).append('\n');
            }
        }
    }
}
