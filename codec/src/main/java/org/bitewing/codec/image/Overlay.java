package org.bitewing.codec.image;

import java.util.ArrayList;
import java.util.List;
import org.bitewing.Limits;
import org.bitewing.codec.image.RenderOptions.OverlayMode;
import org.bitewing.codec.image.RenderOptions.OverlayOptions;
import org.bitewing.data.Attributes;
import org.bitewing.pixel.ImageLayout;

/**
 * An overlay of one of the groups 6000 to 601E (PS3.3 C.9.2), with its own bits or in a bit of the pixels that they do
 * not use (retired).
 */
final class Overlay {
    private static final int FIRST_GROUP = 0x60000000;
    private static final int GROUP_STEP = 0x00020000;
    private static final int GROUPS = 16;
    private static final int ROWS = 0x0010;
    private static final int COLUMNS = 0x0011;
    private static final int FRAMES = 0x0015;
    private static final int TYPE = 0x0040;
    private static final int ORIGIN = 0x0050;
    private static final int FRAME_ORIGIN = 0x0051;
    private static final int BIT_POSITION = 0x0102;
    private static final int DATA = 0x3000;

    private final int number;
    private final int rows;
    private final int columns;
    private final int frameColumns;
    private final int frameRows;
    private final int frames;
    private final int firstFrame;
    private final int top;
    private final int left;
    private final boolean region;
    /** The bit of the pixels that is the overlay; -1 where it has its own bits. */
    private final int bit;
    private final byte[] data;

    private Overlay(Attributes attributes, int number, ImageLayout layout, Limits limits) {
        this.number = number;
        int group = FIRST_GROUP + number * GROUP_STEP;
        rows = attributes.integer(group | ROWS).orElse(layout.rows());
        columns = attributes.integer(group | COLUMNS).orElse(layout.columns());
        frameColumns = layout.columns();
        frameRows = layout.rows();
        frames = attributes.integer(group | FRAMES).orElse(1);
        firstFrame = attributes.integer(group | FRAME_ORIGIN).orElse(1) - 1;
        int[] origin = attributes.ints(group | ORIGIN);
        top = origin.length > 1 ? origin[0] - 1 : 0;
        left = origin.length > 1 ? origin[1] - 1 : 0;
        region = attributes.text(group | TYPE).orElse("G").equals("R");
        boolean own = attributes.contains(group | DATA);
        bit = own ? -1 : attributes.integer(group | BIT_POSITION).orElse(0);
        data = own ? attributes.bytes(group | DATA) : new byte[0];
        if (own && (rows < 1 || columns < 1 || (long) rows * columns > limits.pixels())) {
            throw LookupTable.wrong(group | ROWS, "an overlay of " + rows + " by " + columns + " pixels");
        }
    }

    /** The overlays of a data set; those without a pixel of their own or of the image are passed over. */
    static List<Overlay> of(Attributes attributes, ImageLayout layout, Limits limits) {
        List<Overlay> overlays = new ArrayList<>();
        for (int number = 0; number < GROUPS; number++) {
            int group = FIRST_GROUP + number * GROUP_STEP;
            if (attributes.contains(group | DATA) || attributes.integer(group | BIT_POSITION).orElse(0) > 0) {
                Overlay overlay = new Overlay(attributes, number, layout, limits);
                if (overlay.bit < layout.bitsAllocated()) {
                    overlays.add(overlay);
                }
            }
        }
        return overlays;
    }

    int number() {
        return number;
    }

    /**
     * Draws the overlay into a gray picture.
     *
     * @param sourceColumns which column of the frame stands in each of the picture's
     * @param sourceRows    which line
     */
    void draw(Picture picture, int frame, StoredPixels pixels, int[] sourceColumns, int[] sourceRows,
              OverlayOptions options) {
        int own = bit >= 0 ? frame : frames > 1 ? frame - firstFrame : 0;
        if (own < 0 || bit < 0 && own >= frames) {
            return;
        }
        OverlayMode mode = options.mode() == OverlayMode.BY_TYPE
                ? region ? OverlayMode.REGION : OverlayMode.REPLACE : options.mode();
        int foreground = (int) (options.foreground() * picture.maximum());
        int threshold = (int) (options.threshold() * picture.maximum());
        // As dark as in DCMTK.
        int dimmed = picture.bits() <= 8 ? 4 : 8;
        short[] values = picture.values();
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                int i = y * picture.width() + x;
                boolean set = isSet(sourceColumns[x], sourceRows[y], own, pixels);
                boolean passed = set || !isInside(sourceColumns[x], sourceRows[y]);
                int value = values[i] & 0xffff;
                values[i] = (short) switch (mode) {
                    case BY_TYPE, REPLACE -> set ? foreground : value;
                    case THRESHOLD -> set ? value <= threshold ? foreground : 0 : value;
                    case COMPLEMENT -> set ? picture.maximum() - value : value;
                    case INVERTED -> passed ? value : foreground;
                    case REGION -> passed ? value : value >> dimmed;
                };
            }
        }
    }

    private boolean isInside(int x, int y) {
        return bit >= 0 ? x >= 0 && y >= 0 && x < frameColumns && y < frameRows
                : y >= top && y - top < rows && x >= left && x - left < columns;
    }

    private boolean isSet(int x, int y, int frame, StoredPixels pixels) {
        if (!isInside(x, y)) {
            return false;
        }
        if (bit >= 0) {
            return (pixels.word(y * frameColumns + x) >> bit & 1) != 0;
        }
        long at = (long) frame * rows * columns + (long) (y - top) * columns + (x - left);
        return at >= 0 && at >> 3 < data.length && (data[(int) (at >> 3)] >> (at & 7) & 1) != 0;
    }
}
