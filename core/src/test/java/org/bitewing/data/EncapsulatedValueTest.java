package org.bitewing.data;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.bitewing.DicomException;
import org.bitewing.Limits;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.junit.jupiter.api.Test;

/** Fragments as one value (PS3.5 A.4), and back. */
class EncapsulatedValueTest {
    private static final byte[] JOINED = {-2, -1, 0, -32, 0, 0, 0, 0, -2, -1, 0, -32, 4, 0, 0, 0, 1, 2, 3, 0,
        -2, -1, -35, -32, 0, 0, 0, 0};

    private static Fragments split(byte[] value) throws IOException {
        return EncapsulatedValue.split(Tag.PixelData, VR.OB.code(), BulkData.of(value), Limits.defaults());
    }

    @Test
    void fragmentsOfOddLengthArePadded() throws IOException {
        Fragments fragments = new Fragments(Tag.PixelData, VR.OB.code(),
                List.of(BulkData.of(new byte[0]), BulkData.of(new byte[] {1, 2, 3})));

        BulkData joined = EncapsulatedValue.join(fragments);

        assertArrayEquals(JOINED, joined.bytes());
        assertTrue(EncapsulatedValue.isOne(joined));
        assertFalse(EncapsulatedValue.isOne(BulkData.of(new byte[3])));
    }

    @Test
    void aValueIsSplitWithoutCopies() throws IOException {
        Fragments fragments = split(JOINED);

        assertEquals(2, fragments.all().size());
        assertArrayEquals(new byte[] {1, 2, 3, 0}, fragments.all().get(1).bytes());
        assertEquals(16, fragments.all().get(1).offset());
    }

    @Test
    void everyTruncationIsAnError() {
        for (int length = 0; length < JOINED.length; length++) {
            byte[] cut = Arrays.copyOf(JOINED, length);
            assertThrows(DicomException.class, () -> split(cut), "length " + length);
        }
    }

    @Test
    void anItemLongerThanTheValueAndOneThatIsNoneAreErrors() {
        byte[] longer = JOINED.clone();
        longer[15] = -1;
        byte[] none = JOINED.clone();
        none[8] = 0;

        assertThrows(DicomException.class, () -> split(longer));
        assertThrows(DicomException.class, () -> split(none));
    }

    @Test
    void moreFragmentsThanTheMemoryHoldsAreAnError() {
        byte[] many = new byte[8 * 1000];
        for (int i = 0; i < many.length; i += 8) {
            System.arraycopy(JOINED, 0, many, i, 8);
        }

        assertThrows(DicomException.class, () -> EncapsulatedValue.split(Tag.PixelData, VR.OB.code(),
                BulkData.of(many), Limits.defaults().withMemory(6400)));
    }
}
