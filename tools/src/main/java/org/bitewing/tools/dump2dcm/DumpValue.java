package org.bitewing.tools.dump2dcm;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.bitewing.data.BulkData;
import org.bitewing.data.BulkSource;
import org.bitewing.data.BulkValue;
import org.bitewing.data.Element;
import org.bitewing.data.Value;
import org.bitewing.dict.VR;
import org.bitewing.tools.dcmtk.DcmtkNames;
import org.bitewing.tools.dcmtk.ValueText;
import org.bitewing.tools.dcmtk.ValueTextException;

/** The value of a line: text in brackets, a name or a file behind an equals sign, a remark, or numbers. */
final class DumpValue {
    private static final byte[] NOTHING = {};
    private static final String CUT = "incorrect value specification: the value is cut short; dump it with --print-all,"
            + " or take what is there with --allow-truncated";

    private final boolean allowTruncated;
    private final boolean bigEndianFiles;

    DumpValue(boolean allowTruncated, boolean bigEndianFiles) {
        this.allowTruncated = allowTruncated;
        this.bigEndianFiles = bigEndianFiles;
    }

    /** An element with the value of a line. */
    Element element(DumpLine line, VR vr) {
        boolean file = line.first() == '=' && vr.kind() == VR.Kind.BINARY;
        if (file) {
            BulkData data = file(line);
            return new BulkValue(line.tag(), vr.code(), bigEndianFiles && vr == VR.OW ? data.bigEndian(2) : data);
        }
        byte[] bytes = ValueText.isBinary(vr) ? binary(line, vr) : text(line, vr);
        return Value.over(line.tag(), vr.code(), bytes, 0, bytes.length);
    }

    /** A fragment of encapsulated pixel data. */
    BulkData fragment(DumpLine line) {
        return line.first() == '=' ? file(line) : BulkData.of(binary(line, VR.OB));
    }

    // ---- text ------------------------------------------------------------------------------------------------------

    private byte[] text(DumpLine line, VR vr) {
        byte[] bytes = line.bytes();
        switch (line.first()) {
            case 0, '(' -> {
                return NOTHING;
            }
            case '[' -> {
                int closing = line.closingBracket();
                return closing < 0 ? cutText(line) : unescaped(line, closing);
            }
            default -> {
                int end = line.bareEnd();
                return line.first() == '=' && vr == VR.UI ? uid(line, end)
                        : Arrays.copyOfRange(bytes, line.value(), end);
            }
        }
    }

    private byte[] cutText(DumpLine line) {
        int comment = DumpLine.comment(line.bytes(), line.value(), line.end());
        int end = line.withoutBlanks(comment < 0 ? line.end() : comment);
        if (!endsCut(line, line.value(), end)) {
            throw new DumpSyntaxException("incorrect value specification: no closing bracket", line.value());
        }
        if (!allowTruncated) {
            throw new DumpSyntaxException(CUT, end - 3);
        }
        return Arrays.copyOfRange(line.bytes(), line.value() + 1, end - 3);
    }

    /**
     * What stands in the brackets, {@code \n} made a line break. A backslash before an n may also divide two values,
     * of which the length that {@code dcmdump} puts behind the value tells: then the text as it stands is the value.
     */
    private static byte[] unescaped(DumpLine line, int closing) {
        byte[] bytes = line.bytes();
        int start = line.value() + 1;
        int length = closing - start;
        int comment = DumpLine.comment(bytes, closing, line.end());
        byte[] text = Arrays.copyOfRange(bytes, start, closing);
        if (comment >= 0 && DumpLine.length(bytes, comment, line.end()) == length + (length & 1)) {
            return text;
        }
        for (int i = 0; i + 1 < text.length; i++) {
            if (text[i] == '\\' && text[i + 1] == 'n') {
                text[i] = '\r';
                text[i + 1] = '\n';
            }
        }
        return text;
    }

    private static byte[] uid(DumpLine line, int end) {
        String name = ascii(line, line.value() + 1, end);
        Optional<String> uid = DcmtkNames.uidOf(name);
        if (uid.isEmpty()) {
            throw new DumpSyntaxException("Error in creating Element: Unknown UID name: No mapping to UID value"
                    + " defined", line.value());
        }
        return uid.get().getBytes(StandardCharsets.US_ASCII);
    }

    // ---- numbers, bytes and files ----------------------------------------------------------------------------------

    private byte[] binary(DumpLine line, VR vr) {
        int start = line.value();
        int end = line.bareEnd();
        switch (line.first()) {
            case 0 -> {
                return NOTHING;
            }
            case '(' -> {
                if (vr != VR.AT || isRemark(line)) {
                    return NOTHING;
                }
            }
            case '[' -> {
                end = line.closingBracket();
                if (end < 0) {
                    throw new DumpSyntaxException("incorrect value specification: no closing bracket", start);
                }
                start++;
            }
            default -> {
                // Bare.
            }
        }
        if (endsCut(line, start, end)) {
            if (!allowTruncated) {
                throw new DumpSyntaxException(CUT, end - 3);
            }
            end = end - 3;
            // The last number may stand before a backslash, or be cut itself.
            end = end > start && line.bytes()[end - 1] == '\\' ? end - 1 : end;
        }
        return parsed(line, vr, start, end);
    }

    private static byte[] parsed(DumpLine line, VR vr, int start, int end) {
        try {
            if (line.vr().equals("xs") && (vr == VR.US || vr == VR.SS)) {
                return ValueText.parseShorts(line.bytes(), start, end);
            }
            // Of what may be bytes or words, dcmdump prints bytes.
            VR form = line.vr().equals("ox") && isBytes(line, start, end) ? VR.OB : vr;
            return ValueText.parse(form, line.bytes(), start, end);
        } catch (ValueTextException e) {
            throw new DumpSyntaxException("Error in creating Element: Corrupted data: " + e.getMessage(),
                    e.position());
        }
    }

    private static boolean isBytes(DumpLine line, int start, int end) {
        return end - start == 2 || end - start > 2 && line.bytes()[start + 2] == '\\';
    }

    /** Whether something in parentheses is no tag, such as {@code (no value available)}. */
    private static boolean isRemark(DumpLine line) {
        for (int at = line.value(); at < line.end() && line.bytes()[at] != ')'; at++) {
            if (line.bytes()[at] == ',') {
                return false;
            }
        }
        return true;
    }

    private static boolean endsCut(DumpLine line, int start, int end) {
        byte[] bytes = line.bytes();
        return end - start >= 3 && bytes[end - 1] == '.' && bytes[end - 2] == '.' && bytes[end - 3] == '.';
    }

    private static BulkData file(DumpLine line) {
        String name = new String(line.bytes(), line.value() + 1, line.bareEnd() - line.value() - 1,
                StandardCharsets.UTF_8);
        try {
            Path path = Path.of(name);
            if (Files.isRegularFile(path) && Files.isReadable(path)) {
                long length = Files.size(path);
                return BulkData.of(BulkSource.of(path, length), 0, length);
            }
        } catch (IOException | InvalidPathException e) {
            // Said below.
        }
        throw new DumpSyntaxException("cannot open binary data file: " + name, line.value());
    }

    private static String ascii(DumpLine line, int start, int end) {
        return new String(line.bytes(), start, end - start, StandardCharsets.ISO_8859_1);
    }
}
