package org.bitewing.benchmarks;

import java.util.Arrays;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.VR;

/**
 * Attributes as a table: a line each, of a keyword and, behind a space, its values with a backslash between them; the
 * VR is the dictionary's. A {@code #} stands for a number that is given when the table is used, so that the items of
 * a sequence differ.
 */
final class AttributeTable {
    private static final VR[] PRIVATE_MIX = {
        VR.SS, VR.DS, VR.SL, VR.SS, VR.SL, VR.FL, VR.DS, VR.SS, VR.SH, VR.SL, VR.DS, VR.LO, VR.SS, VR.US, VR.FL, VR.UL
    };

    private final int[] tags;
    private final String[] values;

    private AttributeTable(int[] tags, String[] values) {
        this.tags = tags;
        this.values = values;
    }

    static AttributeTable of(String text) {
        String[] lines = text.strip().split("\n");
        int[] tags = new int[lines.length];
        String[] values = new String[lines.length];
        for (int i = 0; i < lines.length; i++) {
            String[] row = lines[i].strip().split(" ", 2);
            tags[i] = Dictionary.tagOf(row[0])
                    .orElseThrow(() -> new IllegalArgumentException(row[0] + " is no keyword"));
            values[i] = row.length == 1 ? "" : row[1];
        }
        return new AttributeTable(tags, values);
    }

    DataSetBuilder builder(int number) {
        DataSetBuilder builder = org.bitewing.data.DataSet.builder();
        for (int i = 0; i < tags.length; i++) {
            set(builder, tags[i], values[i].replace("#", Integer.toString(number)));
        }
        return builder;
    }

    private static void set(DataSetBuilder builder, int tag, String value) {
        VR.Kind kind = Dictionary.vrOf(tag).kind();
        if (value.isEmpty()) {
            builder.setEmpty(tag);
        } else if (kind == VR.Kind.TEXT) {
            builder.set(tag, value.split("\\\\"));
        } else if (kind == VR.Kind.FLOAT) {
            builder.set(tag, Arrays.stream(value.split("\\\\")).mapToDouble(Double::parseDouble).toArray());
        } else {
            builder.set(tag, Arrays.stream(value.split("\\\\")).mapToInt(Integer::decode).toArray());
        }
    }

    /** A vendor's elements (PS3.5 7.8), in the mix of VRs and sizes that scanners write: their creator comes first. */
    static void setPrivate(DataSetBuilder builder, int group, String creator, int count) {
        builder.set(group << 16 | 0x10, VR.LO, creator);
        for (int i = 1; i < count; i++) {
            int tag = group << 16 | 0x1000 + i;
            VR vr = PRIVATE_MIX[i % PRIVATE_MIX.length];
            switch (vr.kind()) {
                case TEXT -> builder.set(tag, vr, vr == VR.DS ? i % 50 + ".500000" : i % 4 == 0 ? "" : "P" + i);
                case FLOAT -> builder.set(tag, vr, i / 4.0);
                default -> builder.set(tag, vr, i % 8 == 3 ? new int[] {i, i + 1, i + 2} : new int[] {i});
            }
        }
    }
}
