package org.bitewing.tools.show;

import org.bitewing.codec.image.Framing;

/** A part of a frame, which may reach beyond it. */
record Region(int left, int top, int width, int height) {
    Framing framing(int columns, int rows, Framing.Scaling scaling) {
        return new Framing(left, top, width, height, columns, rows, scaling);
    }
}
