package org.bitewing.benchmarks;

import java.io.IOException;
import org.bitewing.Dicom;
import org.bitewing.data.Attributes;
import org.bitewing.data.DataSet;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.data.Element;
import org.bitewing.data.Item;
import org.bitewing.data.Sequence;
import org.bitewing.io.DicomWriter;
import org.bitewing.io.TransferSyntax;
import org.bitewing.io.WriteOptions;

/**
 * Files to measure with, made by this project's own builder and writer: the number of elements, the mix of VRs and
 * lengths and the nesting are those of real files; the contents are nobody's. The same call always gives the same
 * bytes.
 */
public final class SampleFiles {
    /** What the writer makes in group 0002 (PS3.10 7.1). */
    private static final int FILE_META = 7;
    /** The most elements that may be missing to the size of the real file; a vendor's block makes them up. */
    private static final int MOST_MISSING = 64;
    private static final int VENDOR_GROUP = 0x7fe1;

    private SampleFiles() {
    }

    /**
     * A whole file.
     *
     * @param shape  what it is like
     * @param syntax implicit or explicit, in little endian
     * @return its bytes, the same at every call
     */
    public static byte[] bytes(Shape shape, TransferSyntax syntax) {
        try {
            return DicomWriter.toBytes(dataSet(shape), WriteOptions.defaults().with(syntax).with(shape.lengths()));
        } catch (IOException e) {
            throw new AssertionError("an array is written without I/O", e);
        }
    }

    /**
     * A whole file in explicit VR little endian, as a tree that was read from its bytes.
     *
     * @param shape what it is like
     * @return the tree, with the file meta information
     */
    public static DataSet tree(Shape shape) {
        return Dicom.read(bytes(shape, TransferSyntax.EXPLICIT_LITTLE));
    }

    private static DataSet dataSet(Shape shape) {
        DataSetBuilder builder = shape.attributes();
        int missing = shape.elements() - FILE_META - count(builder.build());
        if (missing < 0 || missing > MOST_MISSING) {
            throw new IllegalStateException(shape + " lacks " + missing + " elements");
        }
        if (missing > 0) {
            AttributeTable.setPrivate(builder, VENDOR_GROUP, "BITEWING SAMPLE", missing);
        }
        return builder.build();
    }

    static int count(Attributes attributes) {
        int count = 0;
        for (Element element : attributes.elements()) {
            count++;
            if (element instanceof Sequence sequence) {
                for (Item item : sequence.items()) {
                    count += count(item);
                }
            }
        }
        return count;
    }
}
