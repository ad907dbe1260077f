package org.bitewing.benchmarks;

import java.util.function.Supplier;
import org.bitewing.data.DataSetBuilder;
import org.bitewing.io.WriteOptions.LengthForm;

/**
 * The kinds of files that are measured: their sizes and length forms are those of real ones. The last three columns are
 * the bars of the guard, as ratios to the floors: events, tree, writing. The aims are 1.5, 3 and 2; where a shape is not
 * there yet, its bar holds what it has, with room for noise, and comes down as the code gets faster.
 */
public enum Shape {
    /** A CT image with 512 x 512 pixels and a vendor's private elements. */
    CT(269, LengthForm.DEFINED, ImageSamples::ct, 1.7, 5, 2),
    /** An MR image without private elements. */
    MR(80, LengthForm.DEFINED, ImageSamples::mr, 1.7, 4, 2),
    /** An enhanced MR image: 204 frames with the functional groups of each. */
    ENHANCED(6_428, LengthForm.UNDEFINED, ImageSamples::enhanced, 3.5, 3.8, 2),
    /** An RT structure set: contours, each with the image it lies in. */
    RT_STRUCTURE_SET(7_360, LengthForm.DEFINED, DocumentSamples::structureSet, 3.5, 4, 2),
    /** A structured report with containers in containers. */
    SR(2_067, LengthForm.UNDEFINED, DocumentSamples::report, 3.5, 3.8, 2),
    /** The directory of a medium. */
    DICOMDIR(20_167, LengthForm.DEFINED, DocumentSamples::directory, 2.3, 3, 2);

    private final int elements;
    private final LengthForm lengths;
    private final Supplier<DataSetBuilder> attributes;
    private final double mostForEvents;
    private final double mostForTree;
    private final double mostForWriting;

    Shape(int elements, LengthForm lengths, Supplier<DataSetBuilder> attributes, double mostForEvents,
          double mostForTree, double mostForWriting) {
        this.elements = elements;
        this.lengths = lengths;
        this.attributes = attributes;
        this.mostForEvents = mostForEvents;
        this.mostForTree = mostForTree;
        this.mostForWriting = mostForWriting;
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

    double mostForEvents() {
        return mostForEvents;
    }

    double mostForTree() {
        return mostForTree;
    }

    double mostForWriting() {
        return mostForWriting;
    }

    LengthForm lengths() {
        return lengths;
    }

    /** Without what {@link SampleFiles} adds to reach {@link #elements()}. */
    DataSetBuilder attributes() {
        return attributes.get();
    }
}
