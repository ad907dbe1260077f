package org.bitewing.tools.dump;

import java.io.IOException;

/** A name and a value, with a bar for each level. */
final class TreeLine implements DumpLine {
    private static final int NAME_WIDTH = 34;

    private final DumpOutput out;
    private final boolean color;

    TreeLine(DumpOutput out, boolean color) {
        this.out = out;
        this.color = color;
    }

    @Override
    public void header(String title, String transferSyntax) throws IOException {
        out.text("\n");
        color(Ansi.DARK + Ansi.DARK);
        out.text("# " + title);
        if (!transferSyntax.isEmpty()) {
            out.text("\n");
            color(Ansi.DARK + Ansi.DARK);
            out.text("# Used TransferSyntax: " + transferSyntax);
        }
        color(Ansi.RESET);
        out.text("\n");
    }

    @Override
    public void start(int depth, int tag, String vr, String name, Kind kind) throws IOException {
        color(Ansi.DARK);
        for (int level = 0; level < depth; level++) {
            out.text("| ");
        }
        color(switch (kind) {
            case ELEMENT -> depth == 0 ? Ansi.BRIGHT_YELLOW : Ansi.YELLOW;
            case SEQUENCE -> depth == 0 ? Ansi.BRIGHT_GREEN : Ansi.GREEN;
            case ITEM -> Ansi.DARK;
        });
        out.text(name);
        // The value is a blank away from a name that is too long for its column.
        out.spaces(Math.max(1, NAME_WIDTH - 2L * depth - name.length()));
    }

    @Override
    public void value(boolean information) throws IOException {
        color(Ansi.WHITE);
        if (information) {
            color(Ansi.DARK);
        }
    }

    @Override
    public void end(long length, long multiplicity, String name) throws IOException {
        color(Ansi.RESET);
        out.text("\n");
    }

    @Override
    public void note(int depth, String text) {
        // It stands in the item's line.
    }

    private void color(String code) throws IOException {
        if (color) {
            out.text(code);
        }
    }
}
