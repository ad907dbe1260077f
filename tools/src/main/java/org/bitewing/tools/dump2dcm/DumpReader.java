package org.bitewing.tools.dump2dcm;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.bitewing.Limits;
import org.bitewing.data.DataSet;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;
import org.bitewing.tools.cli.Console;
import org.bitewing.tools.cli.Level;
import org.bitewing.tools.dcmtk.DcmtkNames;

/**
 * Makes a data set of a dump, line by line. A wrong line is said with line and column, and the reading goes on, so that
 * all errors of a file are told at once. For one dump and one thread.
 */
public final class DumpReader {
    private final String name;
    private final LineReader lines;
    private final DumpSettings settings;
    private final Console console;
    private final DumpValue values;
    private final OpenLevel.Elements root = new OpenLevel.Elements();
    private final Deque<OpenLevel> open = new ArrayDeque<>();
    private int errors;
    private boolean pixelsMissing;

    /**
     * A reader.
     *
     * @param in       the dump; stays open
     * @param name     of the dump, for messages
     * @param settings how to read
     * @param console  where errors and warnings go
     */
    public DumpReader(InputStream in, String name, DumpSettings settings, Console console) {
        this.lines = new LineReader(in, settings.longestLine());
        this.name = name;
        this.settings = settings;
        this.console = console;
        this.values = new DumpValue(settings.allowTruncated(), settings.bigEndianFiles());
    }

    /**
     * Reads everything; to be called once.
     *
     * @return what the lines without errors say, sorted, with the file meta information as its first elements
     * @throws IOException where the dump cannot be read
     */
    public DataSet read() throws IOException {
        open.push(root);
        while (lines.next()) {
            try {
                line();
            } catch (DumpSyntaxException e) {
                error(e.getMessage() + " (line " + lines.number() + ", column "
                        + (e.position() - lines.start() + 1) + ")");
            }
        }
        while (open.size() > 1) {
            unfinished(open.pop());
        }
        return root.dataSet();
    }

    /**
     * How many lines were wrong, and sequences without an end.
     *
     * @return 0 where all was well
     */
    public int errors() {
        return errors;
    }

    /**
     * Whether the dump says that there are pixels, and not what they are: {@code (7fe0,0010) OW (not loaded)}.
     *
     * @return true where what was read must not pass for the whole
     */
    public boolean isPixelDataMissing() {
        return pixelsMissing;
    }

    private void error(String message) {
        errors++;
        console.log(Level.ERROR, "dump2dcm: " + name + ": " + message);
    }

    private String place() {
        return "(line " + lines.number() + ")";
    }

    // ---- lines -----------------------------------------------------------------------------------------------------

    private void line() throws IOException {
        if (lines.isTooLong()) {
            errors++;
            console.log(Level.ERROR, "line " + lines.number() + " too long");
            return;
        }
        byte[] bytes = lines.bytes();
        int start = lines.start();
        int end = lines.end();
        while (start < end && isBlank(bytes[start])) {
            start++;
        }
        while (end > start && isBlank(bytes[end - 1])) {
            end--;
        }
        if (start == end || bytes[start] == '#') {
            return;
        }
        DumpLine line = DumpLine.of(bytes, start, end);
        if (isBroken(line)) {
            broken(line);
        } else {
            line(line);
        }
    }

    private static boolean isBlank(byte b) {
        return b == ' ' || b == '\t' || b == '\r' || b == '\f' || b == 0x0b;
    }

    private static boolean isBroken(DumpLine line) {
        return line.first() == '[' && line.closingBracket() < 0
                && DumpLine.comment(line.bytes(), line.value(), line.end()) < 0;
    }

    /**
     * Text with line breaks, as dcmdump prints it: further lines belong to it, up to one with a closing bracket and a
     * length behind it. Where that does not come before the next tag, the bracket is missing in this line.
     */
    private void broken(DumpLine first) throws IOException {
        int column = first.value() - lines.start();
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        text.write(first.bytes(), first.start(), lines.end() - first.start());
        int began = lines.number();
        while (lines.next()) {
            byte[] bytes = lines.bytes();
            int start = lines.start();
            int end = lines.end();
            while (start < end && isBlank(bytes[start])) {
                start++;
            }
            if (DumpLine.hasTag(bytes, start, end)) {
                lines.repeat();
                break;
            }
            text.write('\n');
            text.write(bytes, lines.start(), lines.end() - lines.start());
            int comment = DumpLine.comment(bytes, start, end);
            if (comment > 0 && endsWithBracket(bytes, start, comment)) {
                byte[] whole = text.toByteArray();
                line(DumpLine.of(whole, 0, whole.length));
                return;
            }
        }
        error("incorrect value specification: no closing bracket (line " + began + ", column " + (column + 1) + ")");
    }

    private static boolean endsWithBracket(byte[] bytes, int start, int end) {
        int at = end;
        while (at > start && bytes[at - 1] == ' ') {
            at--;
        }
        return at > start && bytes[at - 1] == ']';
    }

    private void line(DumpLine line) {
        switch (line.tag()) {
            case Tag.Item -> item(line);
            case Tag.ItemDelimitationItem -> endItem(line);
            case Tag.SequenceDelimitationItem -> endSequence(line);
            default -> {
                if (open.peek() instanceof OpenLevel.Elements level) {
                    element(line, level);
                } else {
                    throw invalidTag("an element where an item, or the end of a sequence, is expected", line);
                }
            }
        }
    }

    private static DumpSyntaxException invalidTag(String reason, DumpLine line) {
        return new DumpSyntaxException("Error in creating Element: Invalid tag: " + reason, line.start());
    }

    // ---- elements --------------------------------------------------------------------------------------------------

    private void element(DumpLine line, OpenLevel.Elements level) {
        if (line.tag() == Tag.PixelData && line.valueStartsWith("(PixelSequence")) {
            open(new OpenLevel.Pixels(line.tag(), line.vr().equals("OW") ? VR.OW : VR.OB, place()), line);
            return;
        }
        VR vr = vrOf(line, level);
        if (vr == VR.SQ) {
            open(new OpenLevel.Items(line.tag(), place()), line);
            return;
        }
        boolean bytes = line.vr().equals("??") && line.first() != '[';
        Element element = values.element(line, bytes ? VR.UN : vr);
        if (bytes && element instanceof Value value) {
            element = Value.of(line.tag(), vr, value.bytes());
        }
        if (line.valueStartsWith("(not loaded)") || line.valueStartsWith("(invalid value)")) {
            pixelsMissing |= line.tag() == Tag.PixelData && !settings.allowTruncated();
            console.log(Level.WARN, "Tag " + Tag.toString(line.tag()) + " has a value that the dump does not show, "
                    + "it becomes empty " + place());
        }
        put(level, element);
    }

    private VR vrOf(DumpLine line, OpenLevel.Elements level) {
        int tag = line.tag();
        String word = line.vr();
        int code = word.isEmpty() ? 0 : word.charAt(0) << 8 | word.charAt(1);
        List<VR> possible = Dictionary.vrsOf(tag);
        if (code != 0 && VR.isKnown(code)) {
            VR vr = VR.of(code);
            if (!possible.isEmpty() && !possible.contains(vr)) {
                console.log(Level.WARN, "Tag " + Tag.toString(tag) + " with wrong VR '" + vr + "' found, correct is '"
                        + possible.get(0) + "'");
            }
            return vr;
        }
        if (possible.isEmpty() && DcmtkNames.elementName(tag).equals(DcmtkNames.UNKNOWN)) {
            console.log(Level.WARN, "VR of Tag " + Tag.toString(tag)
                    + " is unknown, using 'UN' for this data element");
        }
        if (possible.size() > 1 && possible.contains(VR.SS) && possible.contains(VR.US) && isSigned(level)) {
            return VR.SS;
        }
        return Dictionary.vrOf(tag);
    }

    /** Whether Pixel Representation (0028,0103), which is US, says that pixels have a sign (PS3.5 A.1). */
    private boolean isSigned(OpenLevel.Elements level) {
        Element found = level.byTag().getOrDefault(Tag.PixelRepresentation, root.byTag().get(Tag.PixelRepresentation));
        return found instanceof Value value && value.size() > 0 && value.at(0) == 1;
    }

    private void put(OpenLevel.Elements level, Element element) {
        if (settings.ignoreMeta() && element.tag() >>> 16 == 0x0002) {
            return;
        }
        if (!level.byTag().containsKey(element.tag())) {
            level.byTag().put(element.tag(), element);
            return;
        }
        if (settings.lastWins()) {
            level.byTag().put(element.tag(), element);
        } else {
            console.log(Level.WARN, "Tag " + Tag.toString(element.tag()) + " is repeated, and its first value stays; "
                    + "--last-wins takes the last one " + place());
        }
    }

    // ---- sequences and fragments -----------------------------------------------------------------------------------

    private void open(OpenLevel level, DumpLine line) {
        if (open.size() > Limits.defaults().depth()) {
            throw invalidTag("sequences are nested too deeply", line);
        }
        open.push(level);
    }

    private void item(DumpLine line) {
        if (open.peek() instanceof OpenLevel.Pixels pixels) {
            pixels.all().add(values.fragment(line));
        } else if (open.peek() instanceof OpenLevel.Items) {
            open(new OpenLevel.Elements(), line);
        } else {
            throw invalidTag("an item where no sequence is open, or before the end of another item", line);
        }
    }

    private void endItem(DumpLine line) {
        if (!(open.peek() instanceof OpenLevel.Elements level) || level == root) {
            throw invalidTag("the end of an item where none is open", line);
        }
        open.pop();
        ((OpenLevel.Items) open.element()).items().add(level.item());
    }

    private void endSequence(DumpLine line) {
        if (open.peek() instanceof OpenLevel.Elements) {
            throw invalidTag("the end of a sequence where none is open, or before the end of its item", line);
        }
        close(open.pop());
    }

    private void close(OpenLevel level) {
        Element element = level instanceof OpenLevel.Items items ? items.sequence()
                : ((OpenLevel.Pixels) level).fragments();
        put((OpenLevel.Elements) open.element(), element);
    }

    /** Ends what the dump left open. */
    private void unfinished(OpenLevel level) {
        if (level instanceof OpenLevel.Elements elements) {
            ((OpenLevel.Items) open.element()).items().add(elements.item());
            return;
        }
        int tag = level instanceof OpenLevel.Items items ? items.tag() : Tag.PixelData;
        String place = level instanceof OpenLevel.Items items ? items.place() : ((OpenLevel.Pixels) level).place();
        error("Block Error in dataset: " + Tag.toString(tag) + " has no end " + place.replace(")", ", column 1)"));
        close(level);
    }
}
