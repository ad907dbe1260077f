package org.bitewing.tools.cli;

/** Text as JSON, for lines that programs read. */
public final class Json {
    private Json() {
    }

    /**
     * A JSON string (RFC 8259 7).
     *
     * @param value any text
     * @return the text in quotation marks
     */
    public static String text(String value) {
        StringBuilder json = new StringBuilder("\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == 0x7f) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
