package org.bitewing.io;

import java.util.Arrays;
import java.util.Optional;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;

/**
 * The records of a DICOMDIR refer to each other by where they begin in the file (PS3.3 F.3.2.2). Written again they begin
 * elsewhere, as soon as the length of anything before them is another; the references then follow. One that is not
 * where a record was read stays what it is.
 */
final class DirectoryOffsets {
    /** Of a reference: 32 bits, as a file of records has them. */
    static final int SIZE = 4;
    private static final long LARGEST = 0xffffffffL;

    private final long dataSetStart;
    /** Where each record was, above where it is to be. */
    private long[] moves = new long[16];
    private int count;
    private boolean sorted;
    /** The index of the record that was asked for last, or where it would be. */
    private int found;
    private boolean changed;

    private DirectoryOffsets(long dataSetStart) {
        this.dataSetStart = dataSetStart;
    }

    /** Nothing for what is no DICOMDIR. */
    static Optional<DirectoryOffsets> of(DataSet dataSet, long dataSetStart) {
        return dataSet.contains(Tag.DirectoryRecordSequence) ? Optional.of(new DirectoryOffsets(dataSetStart))
                : Optional.empty();
    }

    /** The next record, which was at a place in its source, begins at another one in the data set. */
    void record(long was, long position) {
        long offset = dataSetStart + position;
        if (was <= 0 || was > LARGEST || offset > LARGEST) {
            return;
        }
        if (count == moves.length) {
            moves = Arrays.copyOf(moves, count * 2);
        }
        moves[count++] = was << 32 | offset;
        changed |= was != offset;
    }

    static boolean isReference(int tag) {
        return switch (tag) {
            case Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity,
                Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, Tag.OffsetOfTheNextDirectoryRecord,
                Tag.OffsetOfReferencedLowerLevelDirectoryEntity, Tag.MRDRDirectoryRecordOffset -> true;
            default -> false;
        };
    }

    /** Where a record is to be; where it was, if no record or more than one was there. */
    int moved(int was) {
        if (!changed || was == 0) {
            return was;
        }
        if (!sorted) {
            sorted = true;
            Arrays.sort(moves, 0, count);
        }
        // Most references are to the record behind the one that the last reference was to; some are asked for twice.
        if (!isOf(was, found) && !isOf(was, ++found)) {
            int index = Arrays.binarySearch(moves, 0, count, (long) was << 32);
            found = index < 0 ? -1 - index : index;
        }
        boolean isOne = isOf(was, found) && !isOf(was, found - 1) && !isOf(was, found + 1);
        return isOne ? (int) moves[found] : was;
    }

    private boolean isOf(int was, int index) {
        return index >= 0 && index < count && (int) (moves[index] >>> 32) == was;
    }

    /** References among the elements of the data set itself or of a record become those to where the records begin now. */
    void move(Element[] elements) {
        for (int i = 0; changed && i < elements.length; i++) {
            if (elements[i] instanceof Value value && isReference(value)) {
                elements[i] = moved(value);
            }
        }
    }

    private static boolean isReference(Value value) {
        return value.size() == SIZE && isReference(value.tag());
    }

    private Value moved(Value value) {
        byte[] bytes = value.bytes();
        int was = (int) ByteOrders.unsignedInt(bytes, 0);
        int is = moved(was);
        if (is == was) {
            return value;
        }
        ByteOrders.putInt(bytes, 0, is, false);
        return Value.over(value.tag(), value.vrCode(), bytes, 0, SIZE);
    }
}
