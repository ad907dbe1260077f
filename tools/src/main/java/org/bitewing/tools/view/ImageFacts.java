package org.bitewing.tools.view;

import java.util.Optional;
import java.util.function.UnaryOperator;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.pixel.FrameCodecs;
import org.bitewing.pixel.ImagePlane;

/** What is shown of one object; see {@link CatalogImage}. */
record ImageFacts(String sopClass, String instanceNumber, int frames, int rows, int columns, String why,
                  Optional<ImagePlane> slice) {
    private static final FrameCodecs CODECS = FrameCodecs.installed();

    static ImageFacts of(Head head) {
        DataSet set = head.set();
        boolean pixels = head.pixels() != Head.Pixels.NONE;
        return new ImageFacts(Facts.text(set, Tag.SOPClassUID), Facts.text(set, Tag.InstanceNumber),
                pixels ? Math.max(1, Facts.number(set, Tag.NumberOfFrames)) : 0,
                pixels ? Facts.number(set, Tag.Rows) : 0, pixels ? Facts.number(set, Tag.Columns) : 0, why(head),
                ImagePlane.of(set));
    }

    /** Of an object that a directory names and that nobody has looked at yet. */
    static ImageFacts unread(String sopClass, String instanceNumber, String why) {
        return new ImageFacts(sopClass, instanceNumber, 0, 0, 0, why, Optional.empty());
    }

    private static String why(Head head) {
        return switch (head.pixels()) {
            case NONE -> "no pixel data";
            case FLOAT -> "pixels of floating point are not shown here";
            case NATIVE -> Facts.number(head.set(), Tag.Rows) > 0 && Facts.number(head.set(), Tag.Columns) > 0 ? ""
                    : "pixel data without Rows and Columns";
            case COMPRESSED -> CODECS.find(head.transferSyntax()).isPresent() ? ""
                    : syntaxName(head.transferSyntax()) + " is not decoded here";
        };
    }

    static String syntaxName(String uid) {
        return Dictionary.uid(uid).map(found -> found.name()).orElse("transfer syntax " + uid);
    }

    CatalogImage of(int number, Place place, UnaryOperator<String> same) {
        return new CatalogImage(number, place, same.apply(sopClass), instanceNumber, frames, rows, columns,
                same.apply(why), slice);
    }
}
