package org.bitewing.tools.dump2dcm;

/**
 * A line of a dump: {@code (gggg,eeee) VR VALUE # LENGTH,VM NAME}, of which the tag alone must be there. Positions are
 * indices of the array that holds the line.
 */
final class DumpLine {
    private static final int NONE = -1;

    private final byte[] bytes;
    private final int start;
    private final int end;
    private int position;
    private int tag;
    private String vr = "";

    private DumpLine(byte[] bytes, int start, int end) {
        this.bytes = bytes;
        this.start = start;
        this.end = end;
        this.position = start;
    }

    /** A line without the white space around it, up to the value. */
    static DumpLine of(byte[] bytes, int start, int end) {
        DumpLine line = new DumpLine(bytes, start, end);
        line.readTag();
        line.readVr();
        return line;
    }

    /** Whether a line begins with a tag. */
    static boolean hasTag(byte[] bytes, int start, int end) {
        try {
            of(bytes, start, end);
            return true;
        } catch (DumpSyntaxException e) {
            return false;
        }
    }

    private void readTag() {
        int group = part('(', ',');
        int element = part(',', ')');
        position++;
        tag = group << 16 | element;
        if (position < end && bytes[position] == '.') {
            throw new DumpSyntaxException("Invalid tag: a line has one tag, not a path", position);
        }
    }

    private int part(char before, char behind) {
        if (position == end || bytes[position] != before) {
            throw new DumpSyntaxException("no Tag found", position);
        }
        position++;
        skipBlanks();
        int first = position;
        int number = 0;
        int digit = position < end ? Character.digit(bytes[position], 16) : NONE;
        while (digit >= 0) {
            number = number << 4 | digit;
            position++;
            digit = position < end ? Character.digit(bytes[position], 16) : NONE;
        }
        int digits = position - first;
        skipBlanks();
        if (digits == 0 || digits > 4 || position == end || bytes[position] != behind) {
            throw new DumpSyntaxException("no Tag found", position);
        }
        return number;
    }

    /** Two letters before a value, or before a letter that cannot go on a word. */
    private void readVr() {
        skipBlanks();
        if (end - position < 2) {
            return;
        }
        String word = "" + (char) bytes[position] + (char) bytes[position + 1];
        boolean special = switch (word) {
            case "pi", "na", "up", "xs", "ox", "px", "lt", "??" -> true;
            default -> isUpper(bytes[position]) && isUpper(bytes[position + 1]);
        };
        boolean ends = position + 2 == end || !isLetter(bytes[position + 2]);
        if (special && ends) {
            vr = word;
            position += 2;
            skipBlanks();
        }
    }

    private static boolean isUpper(int c) {
        return c >= 'A' && c <= 'Z';
    }

    private static boolean isLetter(int c) {
        return isUpper(c) || c >= 'a' && c <= 'z';
    }

    private void skipBlanks() {
        while (position < end && (bytes[position] == ' ' || bytes[position] == '\t')) {
            position++;
        }
    }

    byte[] bytes() {
        return bytes;
    }

    int start() {
        return start;
    }

    int end() {
        return end;
    }

    int tag() {
        return tag;
    }

    /** Two characters as they stand there, or nothing. */
    String vr() {
        return vr;
    }

    /** Where the value begins; the end where there is none. */
    int value() {
        return position;
    }

    /** The first character of the value; NUL where there is none. */
    char first() {
        return position < end && bytes[position] != '#' ? (char) (bytes[position] & 0xff) : 0;
    }

    boolean valueStartsWith(String text) {
        if (end - position < text.length()) {
            return false;
        }
        for (int i = 0; i < text.length(); i++) {
            if (bytes[position + i] != text.charAt(i)) {
                return false;
            }
        }
        return true;
    }

    /** The end of a value that stands in no brackets: before a number sign, blanks left off. */
    int bareEnd() {
        int at = position;
        while (at < end && bytes[at] != '#') {
            at++;
        }
        return withoutBlanks(at);
    }

    int withoutBlanks(int behind) {
        int at = behind;
        while (at > position && (bytes[at - 1] == ' ' || bytes[at - 1] == '\t')) {
            at--;
        }
        return at;
    }

    /** The last closing bracket; -1 where there is none. */
    int closingBracket() {
        for (int at = end - 1; at > position; at--) {
            if (bytes[at] == ']') {
                return at;
            }
        }
        return NONE;
    }

    /** Where {@code # LENGTH,VM } begins that {@code dcmdump} puts behind a value; -1 where there is none. */
    static int comment(byte[] bytes, int from, int end) {
        for (int at = end - 1; at >= from; at--) {
            if (bytes[at] == '#' && length(bytes, at, end) != NONE) {
                return at;
            }
        }
        return NONE;
    }

    /** The length that such a comment tells; -1 where it is none, or undefined. */
    static long length(byte[] bytes, int comment, int end) {
        int at = comment + 1;
        while (at < end && bytes[at] == ' ') {
            at++;
        }
        int first = at;
        long number = 0;
        while (at < end && bytes[at] >= '0' && bytes[at] <= '9' && at - first < 10) {
            number = number * 10 + bytes[at++] - '0';
        }
        return at > first && at < end && bytes[at] == ',' ? number : NONE;
    }
}
