package org.bitewing.tools.dump;

import java.io.IOException;
import org.bitewing.dict.Tag;

/** {@code (gggg,eeee) VR VALUE # LEN,VM NAME}, two blanks deeper for each level. */
final class IndentedLine implements DumpLine {
    private static final int VALUE_WIDTH = 40;

    private final DumpOutput out;
    private final boolean color;
    private long valueStart;

    IndentedLine(DumpOutput out, boolean color) {
        this.out = out;
        this.color = color;
    }

    @Override
    public void header(String title, String transferSyntax) throws IOException {
        out.text("\n");
        color(Ansi.DARK);
        out.text("# " + title);
        if (!transferSyntax.isEmpty()) {
            out.text("\n");
            color(Ansi.DARK);
            out.text("# Used TransferSyntax: " + transferSyntax);
        }
        color(Ansi.RESET);
        out.text("\n");
    }

    @Override
    public void start(int depth, int tag, String vr, String name, Kind kind) throws IOException {
        out.spaces(2L * depth);
        color(Ansi.GREEN);
        // The highest tag is DCMTK's sign for none.
        out.text(tag == -1 ? "(????,????)" : Tag.toString(tag));
        out.write(' ');
        color(Ansi.RED);
        out.text(vr);
        out.write(' ');
    }

    @Override
    public void value(boolean information) throws IOException {
        color(Ansi.WHITE);
        if (information) {
            color(Ansi.DARK);
        }
        valueStart = out.count();
    }

    @Override
    public void end(long length, long multiplicity, String name) throws IOException {
        out.spaces(VALUE_WIDTH - (out.count() - valueStart));
        color(Ansi.DARK);
        out.text(" # ");
        color(Ansi.CYAN);
        if (length < 0) {
            out.text("u/l");
        } else {
            out.number(length, 3);
        }
        color(Ansi.DARK);
        out.text(",");
        color(Ansi.MAGENTA);
        out.number(multiplicity, 2);
        out.write(' ');
        color(Ansi.YELLOW);
        out.text(name);
        color(Ansi.RESET);
        out.text("\n");
    }

    @Override
    public void note(int depth, String text) throws IOException {
        color(Ansi.DARK);
        out.spaces(2L * depth);
        out.text("# " + text);
        color(Ansi.RESET);
        out.text("\n");
    }

    private void color(String code) throws IOException {
        if (color) {
            out.text(code);
        }
    }
}
