package org.bitewing.tools.station.folder;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import org.bitewing.data.DataSet;
import org.bitewing.dict.Dictionary;
import org.bitewing.dict.Tag;
import org.bitewing.dict.VR;

/**
 * Where objects go in a layout of one's own, such as
 * {@code {PatientID}/{StudyDate}_{Modality}/{SeriesNumber:04}_{SeriesDescription}/{InstanceNumber:05}.dcm}. In braces
 * stands a keyword, or a tag as {@code gggg,eeee} with or without parentheses, and after a colon the width to which a
 * number is filled with zeros. Two braces stand for one. Every value is cleaned before it becomes a part of a path, so
 * that none leads elsewhere; a missing one is {@code unknown}. Immutable.
 */
public final class LayoutTemplate {
    private static final int MOST_WIDTH = 20;
    private static final int LONGEST_PART = 200;

    private final String text;
    /** The parts of the path, each made of pieces. */
    private final List<List<Piece>> parts;

    private sealed interface Piece {
    }

    private record Literal(String text) implements Piece {
    }

    private record Field(int tag, int width) implements Piece {
        /** Two patients, or two series, may not become one. */
        boolean identifies() {
            return tag == Tag.PatientID || Dictionary.vrOf(tag) == VR.UI;
        }
    }

    private LayoutTemplate(String text, List<List<Piece>> parts) {
        this.text = text;
        this.parts = parts;
    }

    /**
     * Reads a template.
     *
     * @param text see above
     * @return the template
     * @throws IllegalArgumentException where it makes no sense; the message names the column
     */
    public static LayoutTemplate parse(String text) {
        return new Parser(text).parse();
    }

    /** Takes a template apart, from left to right. */
    private static final class Parser {
        private final String text;
        private final List<List<Piece>> parts = new ArrayList<>(List.of(new ArrayList<>()));
        private final StringBuilder literal = new StringBuilder();
        private int partStart;

        Parser(String text) {
            this.text = text;
        }

        LayoutTemplate parse() {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean isDoubled = i + 1 < text.length() && text.charAt(i + 1) == c;
                if ((c == '{' || c == '}') && isDoubled) {
                    literal.append(c);
                    i++;
                } else if (c == '{') {
                    int end = text.indexOf('}', i);
                    if (end < 0) {
                        throw error(i, "'{' without '}'");
                    }
                    endLiteral();
                    last().add(field(i + 1, end));
                    i = end;
                } else if (c == '}') {
                    throw error(i, "'}' without '{'");
                } else if (c == '/') {
                    endPart(i);
                    parts.add(new ArrayList<>());
                    partStart = i + 1;
                } else {
                    check(i, c);
                    literal.append(c);
                }
            }
            endPart(text.length());
            return new LayoutTemplate(text, parts.stream().map(List::copyOf).toList());
        }

        private void check(int at, char c) {
            if (Character.isISOControl(c) || "\\:*?\"<>|".indexOf(c) >= 0) {
                throw error(at, "this character has no place in a path");
            }
        }

        private List<Piece> last() {
            return parts.get(parts.size() - 1);
        }

        private void endLiteral() {
            if (literal.length() > 0) {
                last().add(new Literal(literal.toString()));
                literal.setLength(0);
            }
        }

        private void endPart(int at) {
            endLiteral();
            if (last().isEmpty()) {
                throw error(at, "a part of the path is empty");
            }
            if (last().size() == 1 && last().get(0) instanceof Literal only && only.text().matches("\\.{1,2}")) {
                throw error(partStart, "'.' and '..' lead out of the layout");
            }
        }

        private Field field(int start, int end) {
            String inside = text.substring(start, end);
            int colon = inside.indexOf(':');
            String name = colon < 0 ? inside : inside.substring(0, colon);
            return new Field(tag(name, start), colon < 0 ? 0 : width(inside.substring(colon + 1), start + colon + 1));
        }

        private int tag(String name, int start) {
            OptionalInt known = Dictionary.tagOf(name);
            if (known.isPresent()) {
                return known.getAsInt();
            }
            boolean inParentheses = name.startsWith("(") && name.endsWith(")") && name.length() > 1;
            String digits = inParentheses ? name.substring(1, name.length() - 1) : name;
            if (digits.matches("[0-9A-Fa-f]{4},[0-9A-Fa-f]{4}")) {
                return Integer.parseUnsignedInt(digits.replace(",", ""), 16);
            }
            throw error(start, "there is no keyword '" + name + "', and it is no tag gggg,eeee");
        }

        private int width(String digits, int start) {
            if (!digits.matches("[0-9]{1,3}") || Integer.parseInt(digits) < 1 || Integer.parseInt(digits) > MOST_WIDTH) {
                throw error(start, "a width is a number from 1 to " + MOST_WIDTH + ", not '" + digits + "'");
            }
            return Integer.parseInt(digits);
        }

        private IllegalArgumentException error(int at, String reason) {
            return new IllegalArgumentException("layout template, column " + (at + 1) + ": " + reason);
        }
    }

    /**
     * The path of an object.
     *
     * @param object its elements; those that the template names are enough
     * @return parts separated by slashes, none of them empty, {@code .} or {@code ..}
     */
    public String pathOf(DataSet object) {
        StringBuilder path = new StringBuilder();
        for (List<Piece> part : parts) {
            StringBuilder name = new StringBuilder();
            for (Piece piece : part) {
                name.append(piece instanceof Field field ? value(object, field) : ((Literal) piece).text());
            }
            path.append(path.length() == 0 ? "" : "/").append(safe(name.toString()));
        }
        return path.toString();
    }

    /** Values are clean, and so is the text between them, but not what they make together. */
    private static String safe(String name) {
        String cut = name.length() <= LONGEST_PART ? name
                : name.substring(0, LONGEST_PART / 2) + name.substring(name.length() - LONGEST_PART / 2);
        int end = cut.length();
        while (end > 0 && (cut.charAt(end - 1) == '.' || cut.charAt(end - 1) == ' ')) {
            end--;
        }
        boolean isHidden = end > 0 && " .-".indexOf(cut.charAt(0)) >= 0;
        String clean = cut.substring(0, end);
        return end == 0 ? PathComponent.UNKNOWN
                : isHidden || PathComponent.isDevice(clean) ? "_" + clean.substring(isHidden ? 1 : 0) : clean;
    }

    private static String value(DataSet object, Field field) {
        String text = text(object, field.tag()).orElse("");
        if (field.width() > 0 && text.matches("\\s*[+-]?[0-9]{1,18}\\s*")) {
            return String.format("%0" + field.width() + "d", Long.parseLong(text.strip()));
        }
        return field.identifies() ? PathComponent.identifying(text) : PathComponent.describing(text);
    }

    /** The text of an element, as far as it has one. */
    private static Optional<String> text(DataSet object, int tag) {
        try {
            return object.text(tag);
        } catch (RuntimeException e) {
            // A sequence, or bytes: nothing to name a file after.
            return Optional.empty();
        }
    }

    /** The template as it was given. */
    @Override
    public String toString() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LayoutTemplate template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return Objects.hash(text);
    }
}
