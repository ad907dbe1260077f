package org.bitewing.tools.dump;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.Arrays;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkValue;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.Tag;
import org.bitewing.tools.dcmtk.DcmtkNames;

/** The value column: text in brackets, numbers joined by backslashes, bytes and words in hex; cut at 70 bytes. */
final class DumpValues {
    static final String NOTHING = "(no value available)";
    static final String NOT_LOADED = "(not loaded)";
    private static final String INVALID = "(invalid value)";
    private static final int LINE = 70;
    private static final int ELLIPSIS = 3;
    /** Enough bytes for any value that is cut: 35 numbers of one digit and 8 bytes each. */
    private static final int HEAD = 512;
    /** More bytes than fit a line; a reader keeps no fewer of a fragment that it does not keep. */
    private static final int FRAGMENT_HEAD = 32;
    private static final int PIECE = 1 << 13;

    private final DumpOutput out;
    private final DumpOptions options;
    private Element shaped;
    private TextShape shape = new TextShape(0, 0);
    private Value loaded;
    private byte[] bytes = new byte[0];

    DumpValues(DumpOutput out, DumpOptions options) {
        this.out = out;
        this.options = options;
    }

    /** How the value of a VR, in DCMTK's notation, is printed. */
    private enum Form {
        TEXT(1), UNSIGNED_16(2), SIGNED_16(2), UNSIGNED_32(4), SIGNED_32(4), UNSIGNED_64(8), SIGNED_64(8), FLOAT(4),
        DOUBLE(8), TAG(4), BYTES(1), WORDS(2);

        private final int size;

        Form(int size) {
            this.size = size;
        }

        static Form of(String vr) {
            return switch (vr) {
                case "US", "xs" -> UNSIGNED_16;
                case "SS" -> SIGNED_16;
                case "UL", "up", "OL" -> UNSIGNED_32;
                case "SL" -> SIGNED_32;
                case "UV", "OV" -> UNSIGNED_64;
                case "SV" -> SIGNED_64;
                case "FL", "OF" -> FLOAT;
                case "FD", "OD" -> DOUBLE;
                case "AT" -> TAG;
                case "OW", "lt" -> WORDS;
                case "OB", "UN", "??", "ox", "pi" -> BYTES;
                default -> TEXT;
            };
        }
    }

    /** Whether a value has no multiplicity, and counts as one even when it is empty. */
    private static boolean isAlwaysOne(String vr) {
        return switch (vr) {
            case "OB", "OW", "OD", "OF", "OL", "OV", "UN", "??", "ox", "lt", "pi" -> true;
            default -> false;
        };
    }

    private static boolean isSingleText(String vr) {
        return switch (vr) {
            case "LT", "ST", "UT", "UR" -> true;
            default -> false;
        };
    }

    /** The value multiplicity as printed. */
    long multiplicity(Element element, String vr) throws IOException {
        if (isAlwaysOne(vr)) {
            return 1;
        }
        long length = lengthOf(element.length());
        if (length == 0) {
            return 0;
        }
        Form form = Form.of(vr);
        if (form != Form.TEXT) {
            return length / form.size;
        }
        if (isNotLoaded(element.length())) {
            return isSingleText(vr) ? 1 : 0;
        }
        TextShape shape = shape(element, vr);
        return shape.length == 0 ? 0 : isSingleText(vr) ? 1 : shape.values;
    }

    /** A length as it is printed: DCMTK adds a byte to an odd one. */
    long lengthOf(long length) {
        return options.corrects() ? length + (length & 1) : length;
    }

    boolean isNotLoaded(long length) {
        return length > options.loadedMost();
    }

    /** Whether what stands for the value is information in parentheses. */
    boolean isInformation(Element element, String vr) throws IOException {
        long length = lengthOf(element.length());
        Form form = Form.of(vr);
        return isNoValue(length) || (form == Form.TEXT ? shape(element, vr).length == 0 : length < form.size);
    }

    /** Whether a length alone tells that there is no value to print. */
    boolean isNoValue(long length) {
        return length == 0 || isNotLoaded(length);
    }

    /** Writes the value, or information in parentheses instead. */
    void print(Element element, String vr) throws IOException {
        long length = lengthOf(element.length());
        if (length == 0) {
            out.text(NOTHING);
        } else if (isNotLoaded(length)) {
            out.text(NOT_LOADED);
        } else {
            Form form = Form.of(vr);
            if (form == Form.TEXT) {
                text(element, vr);
            } else if (length < form.size) {
                out.text(vr.equals("AT") ? NOTHING : INVALID);
            } else if (options.shorten()) {
                byte[] head = head(element);
                numbers(form, head, length / form.size);
            } else {
                allNumbers(form, element, length);
            }
        }
    }

    /** Bytes of a fragment. */
    void print(BulkData fragment) throws IOException {
        if (fragment.length() == 0) {
            out.text(NOTHING);
        } else if (isNotLoaded(fragment.length())) {
            out.text(NOT_LOADED);
        } else if (options.shorten()) {
            numbers(Form.BYTES, head(fragment.open(), Math.min(FRAGMENT_HEAD, fragment.length())),
                    lengthOf(fragment.length()));
        } else {
            allNumbers(Form.BYTES, fragment.open(), lengthOf(fragment.length()));
        }
    }

    // ---- numbers -------------------------------------------------------------------------------------------------

    private void numbers(Form form, byte[] bytes, long count) throws IOException {
        if (form == Form.BYTES || form == Form.WORDS) {
            int width = 2 * form.size + 1;
            boolean whole = width * count - 1 <= LINE;
            long shown = whole ? count : (LINE - ELLIPSIS + 1) / width;
            for (int i = 0; i < shown; i++) {
                number(form, bytes, i, i == 0);
            }
            out.text(whole ? "" : "...");
            return;
        }
        long start = out.count();
        for (int i = 0; i < count; i++) {
            String number = (i == 0 ? "" : "\\") + text(form, bytes, i * form.size);
            long end = out.count() - start + number.length();
            if (end > LINE || i + 1 < count && end + ELLIPSIS > LINE) {
                out.text("...");
                return;
            }
            out.text(number);
        }
    }

    private void allNumbers(Form form, Element element, long length) throws IOException {
        allNumbers(form, open(element), length);
    }

    private void allNumbers(Form form, InputStream stream, long length) throws IOException {
        try (stream) {
            byte[] piece = new byte[PIECE];
            boolean first = true;
            for (long done = 0; done < length; ) {
                int read = stream.readNBytes(piece, 0, PIECE);
                Arrays.fill(piece, read, PIECE, (byte) 0);
                int count = (int) (Math.min(PIECE, length - done) / form.size);
                for (int i = 0; i < count; i++) {
                    number(form, piece, i, first);
                    first = false;
                }
                done += PIECE;
            }
        }
    }

    private void number(Form form, byte[] bytes, int index, boolean first) throws IOException {
        if (!first) {
            out.write('\\');
        }
        switch (form) {
            case BYTES -> out.hex(bytes[index] & 0xff, 2);
            case WORDS -> out.hex(bytes[2 * index] & 0xff | (bytes[2 * index + 1] & 0xff) << 8, 4);
            default -> out.text(text(form, bytes, index * form.size));
        }
    }

    private static String text(Form form, byte[] bytes, int at) {
        long bits = 0;
        for (int i = form.size - 1; i >= 0; i--) {
            bits = bits << 8 | bytes[at + i] & 0xff;
        }
        return switch (form) {
            case SIGNED_16 -> Integer.toString((short) bits);
            case SIGNED_32 -> Integer.toString((int) bits);
            case UNSIGNED_64 -> Long.toUnsignedString(bits);
            case FLOAT -> DcmtkDigits.of(Float.intBitsToFloat((int) bits));
            case DOUBLE -> DcmtkDigits.of(Double.longBitsToDouble(bits));
            case TAG -> Tag.toString((int) (bits << 16 | bits >>> 16));
            default -> Long.toString(bits);
        };
    }

    // ---- text ----------------------------------------------------------------------------------------------------

    /** What of a text value counts: its length without padding, and how many values it holds. */
    private record TextShape(long length, long values) {
    }

    /** Asked for several times an element, so the last one is kept. */
    private TextShape shape(Element element, String vr) throws IOException {
        if (element != shaped) {
            shaped = element;
            shape = element instanceof Value value ? shapeInMemory(inMemory(value), vr) : shapeInFile(element, vr);
        }
        return shape;
    }

    private TextShape shapeInMemory(byte[] bytes, String vr) {
        boolean uid = vr.equals("UI");
        int length = bytes.length;
        while (length > 0 && isPadding(bytes[length - 1], uid)) {
            length--;
        }
        int values = 1;
        for (byte b : bytes) {
            if (b == '\\') {
                values++;
            }
        }
        return new TextShape(length, values);
    }

    private boolean isPadding(byte b, boolean uid) {
        return options.corrects() && (b == ' ' || uid && (b == 0 || isSpace(b)));
    }

    private TextShape shapeInFile(Element element, String vr) throws IOException {
        boolean uid = vr.equals("UI");
        long length = 0;
        long at = 0;
        long values = 1;
        try (InputStream stream = open(element)) {
            byte[] piece = new byte[PIECE];
            for (int read = stream.read(piece); read > 0; read = stream.read(piece)) {
                for (int i = 0; i < read; i++) {
                    at++;
                    if (piece[i] == '\\') {
                        values++;
                    }
                    if (!isPadding(piece[i], uid)) {
                        length = at;
                    }
                }
            }
        }
        return new TextShape(length, values);
    }

    private void text(Element element, String vr) throws IOException {
        TextShape shape = shape(element, vr);
        if (shape.length == 0) {
            out.text(NOTHING);
            return;
        }
        if (vr.equals("UI")) {
            uid(element, shape);
            return;
        }
        if (options.shorten() && options.quoting() != DumpOptions.Quoting.NONE) {
            shortQuoted(element, shape.length);
            return;
        }
        boolean whole = !options.shorten() || shape.length + 2 <= LINE;
        out.write('[');
        characters(element, whole ? shape.length : LINE - ELLIPSIS - 1);
        out.text(whole ? "]" : "...");
    }

    /** The length that counts is that of what the quoting makes of the text. */
    private void shortQuoted(Element element, long length) throws IOException {
        byte[] head = head(element);
        StringBuilder text = new StringBuilder("[");
        for (int i = 0; i < Math.min(length, LINE); i++) {
            text.append(quoted(head[i] & 0xff));
        }
        boolean whole = text.length() + 1 <= LINE;
        out.text(whole ? text.append(']').toString() : text.substring(0, LINE - ELLIPSIS) + "...");
    }

    private void characters(Element element, long count) throws IOException {
        if (element instanceof Value value) {
            quoted(inMemory(value), (int) count);
            return;
        }
        try (InputStream stream = open(element)) {
            byte[] piece = new byte[(int) Math.min(PIECE, count)];
            for (long left = count; left > 0; ) {
                int read = stream.read(piece, 0, (int) Math.min(piece.length, left));
                if (read < 0) {
                    return;
                }
                quoted(piece, read);
                left -= read;
            }
        }
    }

    private void uid(Element element, TextShape shape) throws IOException {
        if (!options.shorten() && shape.length > HEAD) {
            out.write('[');
            try (InputStream stream = open(element)) {
                for (long left = shape.length; left > 0; left--) {
                    int b = stream.read();
                    if (isKept((byte) b)) {
                        out.write(b);
                    }
                }
            }
            out.write(']');
            return;
        }
        StringBuilder letters = new StringBuilder();
        byte[] head = head(element);
        for (int i = 0; i < Math.min(HEAD, shape.length); i++) {
            if (isKept(head[i])) {
                letters.append((char) (head[i] & 0xff));
            }
        }
        String uid = letters.toString();
        int end = uid.length();
        while (end > 0 && uid.charAt(end - 1) == 0) {
            end--;
        }
        String name = options.uidNames() && end <= 64 ? DcmtkNames.uidName(uid.substring(0, end)).orElse("") : "";
        String text = name.isEmpty() ? "[" + uid + "]" : "=" + name;
        boolean cut = options.shorten() && text.length() > LINE;
        out.text(cut ? text.substring(0, LINE - ELLIPSIS) + "..." : text);
    }

    /** Spaces and line breaks, which DCMTK takes out of UIDs. */
    static boolean isSpace(byte b) {
        return b == ' ' || b >= '\t' && b <= '\r';
    }

    private void quoted(byte[] bytes, int count) throws IOException {
        if (options.quoting() == DumpOptions.Quoting.NONE) {
            out.write(bytes, 0, count);
            return;
        }
        for (int i = 0; i < count; i++) {
            out.text(quoted(bytes[i] & 0xff));
        }
    }

    private boolean isKept(byte b) {
        return !options.corrects() || !isSpace(b);
    }

    private String quoted(int b) {
        boolean xml = options.quoting() == DumpOptions.Quoting.XML;
        if (b < ' ' || b >= 0x7f) {
            return xml ? "&#" + b + ";" : octal(b);
        }
        return xml ? markup(b) : String.valueOf((char) b);
    }

    private static String octal(int b) {
        return "\\" + (char) ('0' + (b >> 6)) + (char) ('0' + (b >> 3 & 7)) + (char) ('0' + (b & 7));
    }

    private static String markup(int b) {
        return switch (b) {
            case '&' -> "&amp;";
            case '<' -> "&lt;";
            case '>' -> "&gt;";
            case '"' -> "&quot;";
            case '\'' -> "&apos;";
            default -> String.valueOf((char) b);
        };
    }

    // ---- bytes ---------------------------------------------------------------------------------------------------

    /** The value; of odd length with the NUL that DCMTK adds. */
    private InputStream open(Element element) throws IOException {
        InputStream stream = element instanceof Value value ? new ByteArrayInputStream(value.bytes())
                : ((BulkValue) element).data().open();
        boolean longer = lengthOf(element.length()) > element.length();
        return longer ? new SequenceInputStream(stream, new ByteArrayInputStream(new byte[1])) : stream;
    }

    /** The bytes of a value in memory; of odd length with the NUL that DCMTK adds. The last ones are kept. */
    private byte[] inMemory(Value value) {
        if (value != loaded) {
            loaded = value;
            bytes = value.bytes();
            if (lengthOf(bytes.length) > bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length + 1);
            }
        }
        return bytes;
    }

    private byte[] head(Element element) throws IOException {
        return element instanceof Value value ? inMemory(value) : head(open(element), element.length());
    }

    /** The first bytes, and zeros behind a value of odd length. */
    private static byte[] head(InputStream stream, long length) throws IOException {
        try (stream) {
            byte[] head = new byte[HEAD];
            stream.readNBytes(head, 0, (int) Math.min(HEAD, length));
            return head;
        }
    }
}
