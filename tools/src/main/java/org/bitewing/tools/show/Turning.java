package org.bitewing.tools.show;

import org.bitewing.tools.cli.CommandLine;

/**
 * How pictures are turned, and then mirrored.
 *
 * @param quarters to the right
 * @param across   whether left and right change places
 * @param down     whether top and bottom change places
 */
record Turning(int quarters, boolean across, boolean down) {
    static Turning of(CommandLine line) {
        int quarters = switch (line.choice("", "--rotate-left", "--rotate-right", "--rotate-top-down")) {
            case "--rotate-left" -> -1;
            case "--rotate-right" -> 1;
            case "--rotate-top-down" -> 2;
            default -> 0;
        };
        String flip = line.choice("", "--flip-horizontally", "--flip-vertically", "--flip-both-axes");
        boolean both = flip.equals("--flip-both-axes");
        return new Turning(quarters, both || flip.equals("--flip-horizontally"), both || flip.equals("--flip-vertically"));
    }

    /** Whether columns become lines. */
    boolean isSideways() {
        return quarters == 1 || quarters == -1;
    }

    /** The part of a frame of so many pixels that is the region when the frame is turned. */
    Region undone(Region region, int columns, int rows) {
        int width = isSideways() ? rows : columns;
        int height = isSideways() ? columns : rows;
        int left = across ? width - region.left() - region.width() : region.left();
        int top = down ? height - region.top() - region.height() : region.top();
        return switch (quarters) {
            case 1 -> new Region(top, rows - left - region.width(), region.height(), region.width());
            case -1 -> new Region(columns - top - region.height(), left, region.height(), region.width());
            case 2 -> new Region(columns - left - region.width(), rows - top - region.height(), region.width(),
                    region.height());
            default -> new Region(left, top, region.width(), region.height());
        };
    }
}
