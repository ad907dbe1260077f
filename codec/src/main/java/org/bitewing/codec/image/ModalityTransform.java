package org.bitewing.codec.image;

import java.util.List;
import java.util.Optional;
import org.bitewing.data.Attributes;
import org.bitewing.data.Item;
import org.bitewing.dict.Tag;

/** From stored numbers to the values of the modality: a table, or slope and intercept (PS3.3 C.11.1). */
final class ModalityTransform {
    private static final double LARGEST = 1e100;
    private static final ModalityTransform IDENTITY = new ModalityTransform(Optional.empty(), 1, 0);

    private final Optional<LookupTable> table;
    private final double slope;
    private final double intercept;

    private ModalityTransform(Optional<LookupTable> table, double slope, double intercept) {
        this.table = table;
        this.slope = slope;
        this.intercept = intercept;
    }

    static ModalityTransform of(Attributes attributes, int frame, boolean signed) {
        List<Item> tables = attributes.items(Tag.ModalityLUTSequence);
        if (!tables.isEmpty() && LookupTable.isIn(tables.get(0))) {
            return new ModalityTransform(Optional.of(LookupTable.of(tables.get(0), signed)), 1, 0);
        }
        Attributes group = Groups.of(attributes, frame, Tag.PixelValueTransformationSequence);
        double slope = group.number(Tag.RescaleSlope).orElse(1);
        double intercept = group.number(Tag.RescaleIntercept).orElse(0);
        // A slope of zero would leave one value; it is a number that nobody filled in. No unit needs such large ones.
        boolean usable = slope != 0 && Math.abs(slope) < LARGEST && Math.abs(intercept) < LARGEST;
        return usable ? new ModalityTransform(Optional.empty(), slope, intercept) : IDENTITY;
    }

    static ModalityTransform identity() {
        return IDENTITY;
    }

    double of(long stored) {
        return table.isPresent() ? table.get().at(stored) : stored * slope + intercept;
    }

    boolean isTable() {
        return table.isPresent();
    }

    /** The least value that can come out. */
    double least(long storedLeast, long storedMost) {
        return table.isPresent() ? 0 : Math.min(of(storedLeast), of(storedMost));
    }

    /** The largest value that can come out. */
    double most(long storedLeast, long storedMost) {
        return table.isPresent() ? table.get().maximum() : Math.max(of(storedLeast), of(storedMost));
    }
}
