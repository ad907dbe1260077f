package org.bitewing.io;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;

/**
 * The records of a DICOMDIR refer to each other by where they begin in the file (PS3.3 F.3.2.2). Written again they begin
 * elsewhere, as soon as the length of anything before them is another; the references then follow. One that is not
 * where a record was read stays what it is.
 */
final class DirectoryOffsets {
    private static final int SIZE = 4;

    /** Where each record was and is to be; those of which two were at one place are not known. */
    private final Map<Long, Long> moved = new HashMap<>();
    private final List<Item> records;
    private final long dataSetStart;
    private int next;
    private boolean changed;

    private DirectoryOffsets(List<Item> records, long dataSetStart) {
        this.records = records;
        this.dataSetStart = dataSetStart;
    }

    /** Nothing for what is no DICOMDIR. */
    static Optional<DirectoryOffsets> of(DataSet dataSet, long dataSetStart) {
        List<Item> records = dataSet.items(Tag.DirectoryRecordSequence);
        return records.isEmpty() ? Optional.empty() : Optional.of(new DirectoryOffsets(records, dataSetStart));
    }

    /** The next record begins here in the data set. */
    void record(long position) {
        long offset = dataSetStart + position;
        long was = records.get(next++).offset();
        if (was > 0) {
            changed |= was != offset;
            moved.merge(was, offset, (first, second) -> was);
        }
    }

    /** The data set with references to where the records begin now; the same one where no reference is another. */
    DataSet applied(DataSet dataSet) {
        List<Element> were = dataSet.elements();
        List<Element> elements = changed ? elements(were) : were;
        return elements == were ? dataSet
                : DataSet.of(elements, dataSet.characterSet(), dataSet.preamble(), dataSet.problems());
    }

    /** The elements themselves, or a copy where one of them is another: most records of most files stay. */
    private List<Element> elements(List<Element> were) {
        List<Element> elements = were;
        for (int i = 0; i < were.size(); i++) {
            Element was = were.get(i);
            Element element = was instanceof Value value && value.size() == SIZE ? reference(value)
                    : was instanceof Sequence sequence && was.tag() == Tag.DirectoryRecordSequence ? records(sequence)
                    : was;
            if (element != was) {
                elements = elements == were ? new ArrayList<>(were) : elements;
                elements.set(i, element);
            }
        }
        return elements;
    }

    private Sequence records(Sequence sequence) {
        List<Item> items = new ArrayList<>(sequence.items().size());
        boolean same = true;
        for (Item item : sequence.items()) {
            List<Element> were = item.elements();
            List<Element> elements = elements(were);
            same &= elements == were;
            items.add(elements == were ? item : Item.of(elements, item.characterSet(), item.length(), item.offset()));
        }
        return same ? sequence : new Sequence(sequence.tag(), sequence.vrCode(), sequence.length(), items);
    }

    private Value reference(Value value) {
        return switch (value.tag()) {
            case Tag.OffsetOfTheFirstDirectoryRecordOfTheRootDirectoryEntity,
                Tag.OffsetOfTheLastDirectoryRecordOfTheRootDirectoryEntity, Tag.OffsetOfTheNextDirectoryRecord,
                Tag.OffsetOfReferencedLowerLevelDirectoryEntity, Tag.MRDRDirectoryRecordOffset -> moved(value);
            default -> value;
        };
    }

    private Value moved(Value value) {
        byte[] bytes = value.bytes();
        Long offset = moved.get(ByteOrders.unsignedInt(bytes, 0));
        if (offset == null) {
            return value;
        }
        ByteOrders.putInt(bytes, 0, offset.intValue(), false);
        return Value.over(value.tag(), value.vrCode(), bytes, 0, SIZE);
    }
}
