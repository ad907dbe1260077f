package org.bitewing.codec.jpeg;

/** How many luminance samples there are for each chrominance sample in an encoded colour frame. */
public enum Subsampling {
    /** 4:4:4: all components at full size. */
    NONE(1, 1),
    /** 4:2:2: chrominance at half the width, as the photometric interpretation YBR_FULL_422 wants. */
    HALF_WIDTH(2, 1),
    /** 4:2:0: chrominance at half of both sizes. */
    HALF_BOTH(2, 2),
    /** 4:1:1: chrominance at a quarter of the width. */
    QUARTER_WIDTH(4, 1);

    private final int horizontal;
    private final int vertical;

    Subsampling(int horizontal, int vertical) {
        this.horizontal = horizontal;
        this.vertical = vertical;
    }

    /** H of the first component; the others have 1. */
    int horizontal() {
        return horizontal;
    }

    /** V of the first component. */
    int vertical() {
        return vertical;
    }
}
