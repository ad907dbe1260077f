package org.bitewing.benchmarks;

import java.util.function.Supplier;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.io.WriteOptions.LengthForm;

/** The kinds of files that are measured: their sizes and length forms are those of real ones. */
public enum Shape {
    /** A CT image with 512 x 512 pixels and a vendor's private elements. */
    CT(269, LengthForm.DEFINED, ImageSamples::ct),
    /** An MR image without private elements. */
    MR(80, LengthForm.DEFINED, ImageSamples::mr),
    /** An enhanced MR image: 204 frames with the functional groups of each. */
    ENHANCED(6_428, LengthForm.UNDEFINED, ImageSamples::enhanced),
    /** An RT structure set: contours, each with the image it lies in. */
    RT_STRUCTURE_SET(7_360, LengthForm.DEFINED, DocumentSamples::structureSet),
    /** A structured report with containers in containers. */
    SR(2_067, LengthForm.UNDEFINED, DocumentSamples::report),
    /** The directory of a medium. */
    DICOMDIR(20_167, LengthForm.DEFINED, DocumentSamples::directory);

    private final int elements;
    private final LengthForm lengths;
    private final Supplier<DataSetBuilder> attributes;

    Shape(int elements, LengthForm lengths, Supplier<DataSetBuilder> attributes) {
        this.elements = elements;
        this.lengths = lengths;
        this.attributes = attributes;
    }

    /**
     * How many elements a file of this shape has.
     *
     * @return those of the file meta information, the sequences and all their items' elements included; neither items
     *         nor delimiters
     */
    public int elements() {
        return elements;
    }

    LengthForm lengths() {
        return lengths;
    }

    /** Without what {@link SampleFiles} adds to reach {@link #elements()}. */
    DataSetBuilder attributes() {
        return attributes.get();
    }
}
