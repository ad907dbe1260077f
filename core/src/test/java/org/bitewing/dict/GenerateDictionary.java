package org.bitewing.dict;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Makes {@code Tag}, {@code UID} and {@code ElementTable} from the tables of PS3.6 and PS3.7 that the core module
 * keeps among its resources. A program of one file, run from the root of the project:
 *
 * <pre>
 * java core/src/test/java/org/bitewing/dict/GenerateDictionary.java           writes the classes
 * java core/src/test/java/org/bitewing/dict/GenerateDictionary.java --check   exit code 1 where they are not current
 * </pre>
 */
public final class GenerateDictionary {
    private static final String EDITION = "2026b";
    private static final String TABLES = "core/src/main/resources/org/bitewing/dict";
    private static final String SOURCES = "core/src/main/java/org/bitewing/dict";
    private static final String NOTICE = "// Generated from the tables of edition " + EDITION
            + " by GenerateDictionary among the tests: change those, not this.\n";
    /** Characters of a chunk of the element table: small enough that a lookup is few steps, and few are loaded. */
    private static final int CHUNK = 6000;
    /** Tags a line in the keyword order. */
    private static final int TAGS_A_LINE = 13;
    private static final int SLOT_BITS = 13;
    private static final int SLOTS_A_LINE = 18;
    private static final String UNSIGNED_OR_SIGNED = "XS";

    /** A line of elements.tsv; the tag is the one that the constant has, {@code pattern} may hold x for any digit. */
    private record Element(int tag, String pattern, String vr, String vm, String keyword, String name,
            boolean retired) {
    }

    /** The repeating elements whose patterns agree up to the first x, and in where x stands. */
    private record Family(String prefix, int varying) {
        static Family of(String pattern) {
            int varying = 0;
            for (int i = 0; i < pattern.length(); i++) {
                varying = varying << 4 | (pattern.charAt(i) == 'x' ? 15 : 0);
            }
            return new Family(pattern.substring(0, pattern.indexOf('x')), varying);
        }

        int fixed() {
            return -1 << 32 - 4 * prefix.length();
        }

        int value() {
            return Integer.parseUnsignedInt(prefix + "0".repeat(8 - prefix.length()), 16);
        }
    }

    private GenerateDictionary() {
    }

    /**
     * Writes or checks the classes.
     *
     * @param args {@code --check}, or nothing
     * @throws IOException where the tables cannot be read or the classes not written
     */
    public static void main(String[] args) throws IOException {
        boolean check = args.length == 1 && args[0].equals("--check");
        if (args.length > 0 && !check) {
            System.err.println("the only option is --check, not " + String.join(" ", args));
            System.exit(2);
        }
        boolean current = true;
        for (Map.Entry<Path, String> file : files(Path.of("")).entrySet()) {
            if (!check) {
                Files.writeString(file.getKey(), file.getValue());
            } else if (!Files.exists(file.getKey()) || !Files.readString(file.getKey()).equals(file.getValue())) {
                System.err.println(file.getKey() + " is not what the tables say: run GenerateDictionary");
                current = false;
            }
        }
        System.exit(current ? 0 : 1);
    }

    /**
     * The classes as they should be.
     *
     * @param root the root of the project
     * @return the text of each file
     * @throws IOException where the tables cannot be read
     */
    static Map<Path, String> files(Path root) throws IOException {
        List<String[]> rows = oncePerPattern(rows(root.resolve(TABLES).resolve("elements.tsv"), 6));
        Map<Family, Integer> families = families(rows);
        List<Element> elements = new ArrayList<>();
        for (String[] row : rows) {
            elements.add(new Element(tag(row[0], families), row[0], row[1], row[2], row[3], row[4],
                    row[5].equals("RET")));
        }
        elements.sort((a, b) -> Integer.compareUnsigned(a.tag, b.tag));
        Map<Path, String> files = new LinkedHashMap<>();
        Path sources = root.resolve(SOURCES);
        files.put(sources.resolve("Tag.java"), tagClass(elements));
        files.put(sources.resolve("UID.java"), uidClass(rows(root.resolve(TABLES).resolve("uids.tsv"), 5)));
        files.put(sources.resolve("ElementTable.java"), tableClass(elements, families));
        return files;
    }

    private static List<String[]> rows(Path table, int columns) throws IOException {
        List<String[]> rows = new ArrayList<>();
        for (String line : Files.readAllLines(table, StandardCharsets.UTF_8)) {
            if (!line.startsWith("#")) {
                String[] row = line.split("\t", -1);
                if (row.length != columns) {
                    throw new IOException(table + " has a line without " + columns + " columns: " + line);
                }
                rows.add(row);
            }
        }
        return rows;
    }

    /** The table has each repeating element twice, with x and with X: the second is left out if it says the same. */
    private static List<String[]> oncePerPattern(List<String[]> rows) throws IOException {
        Map<String, String[]> byPattern = new LinkedHashMap<>();
        for (String[] row : rows) {
            row[0] = row[0].replace('X', 'x');
            String[] before = byPattern.putIfAbsent(row[0], row);
            if (before != null && !Arrays.equals(before, row)) {
                throw new IOException("elements.tsv contradicts itself on " + row[0]);
            }
        }
        return List.copyOf(byPattern.values());
    }

    /**
     * The digits that stand for the x of each family in its constants: the lowest ones at which no element of the
     * family is an element of its own (0028,0400 is, 0028,0410 is not) or a group length.
     */
    private static Map<Family, Integer> families(List<String[]> rows) {
        Set<Integer> taken = rows.stream().filter(row -> !row[0].contains("x"))
                .map(row -> Integer.parseUnsignedInt(row[0], 16)).collect(Collectors.toSet());
        Map<Family, List<Integer>> members = new LinkedHashMap<>();
        for (String[] row : rows) {
            if (row[0].contains("x")) {
                members.computeIfAbsent(Family.of(row[0]), family -> new ArrayList<>())
                        .add(Integer.parseUnsignedInt(row[0].replace('x', '0'), 16));
            }
        }
        Map<Family, Integer> first = new LinkedHashMap<>();
        members.forEach((family, tags) -> {
            int step = Integer.lowestOneBit(family.varying);
            int digits = 0;
            for (int tag = 0; tag < tags.size(); tag++) {
                int candidate = tags.get(tag) | digits;
                if (taken.contains(candidate) || (candidate & 0xffff) == 0) {
                    digits += step;
                    tag = -1;
                }
            }
            first.put(family, digits);
        });
        return first;
    }

    private static int tag(String pattern, Map<Family, Integer> families) {
        int tag = Integer.parseUnsignedInt(pattern.replace('x', '0'), 16);
        return pattern.contains("x") ? tag | families.get(Family.of(pattern)) : tag;
    }

    private static String tagClass(List<Element> elements) {
        StringBuilder text = new StringBuilder(NOTICE).append("""
                package org.bitewing.dict;

                import java.util.OptionalInt;

                /**
                 * The tags of PS3.6 and PS3.7, edition %s, by keyword: group number in the high 16 bits. Of a
                 * repeating element (x in its tag) the constant is the first: {@code OverlayData} is (6000,3000).
                 */
                public final class Tag {
                """.formatted(EDITION));
        for (Element element : elements) {
            if (!element.keyword.isEmpty()) {
                text.append("    /** %s: (%s,%s), %s, VM %s%s. */\n".formatted(escape(element.name),
                        element.pattern.substring(0, 4), element.pattern.substring(4),
                        element.vr.equals("NONE") ? "no VR" : element.vr.replace("/", " or "), element.vm,
                        element.retired ? ", retired" : ""));
                text.append("    public static final int %s = 0x%08x;\n".formatted(element.keyword, element.tag));
            }
        }
        return text.append("""

                    private Tag() {
                    }

                    /**
                     * The text of a tag.
                     *
                     * @param tag group in the high 16 bits
                     * @return {@code (gggg,eeee)} in lower case
                     */
                    public static String toString(int tag) {
                        return TagText.format(tag);
                    }

                    /**
                     * Whether a tag is that of an item or a delimiter (PS3.5 7.5), which no element has. Others of their group are damage,
                     * and elements like any.
                     *
                     * @param tag any
                     * @return true for three tags
                     */
                    public static boolean isDelimiter(int tag) {
                        return tag == Item || tag == ItemDelimitationItem || tag == SequenceDelimitationItem;
                    }

                    /**
                     * Reads {@code gggg,eeee} or {@code ggggeeee}.
                     *
                     * @param text digits of either case
                     * @return the tag, if the text is one
                     */
                    public static OptionalInt parse(String text) {
                        return TagText.parse(text);
                    }
                }
                """).toString();
    }

    private static String uidClass(List<String[]> rows) {
        StringBuilder text = new StringBuilder(NOTICE).append("""
                package org.bitewing.dict;

                /** The unique identifiers of PS3.6 Annex A, edition %s, by keyword. */
                public final class UID {
                """.formatted(EDITION));
        for (String[] row : rows) {
            if (!row[2].isEmpty()) {
                text.append("    /** %s (%s%s). */\n".formatted(escape(row[3]), row[1],
                        row[4].equals("RET") ? ", retired" : ""));
                text.append("    public static final String %s = \"%s\";\n".formatted(row[2], row[0]));
            }
        }
        return text.append("""

                    private UID() {
                    }
                }
                """).toString();
    }

    private static String escape(String name) {
        return name.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("@", "&#64;");
    }

    private static String tableClass(List<Element> elements, Map<Family, Integer> families) {
        List<StringBuilder> chunks = new ArrayList<>();
        List<Integer> first = new ArrayList<>();
        for (Element element : elements) {
            if (chunks.isEmpty() || chunks.get(chunks.size() - 1).length() > CHUNK) {
                chunks.add(new StringBuilder());
                first.add(element.tag);
            }
            chunks.get(chunks.size() - 1).append("%08X%s%s%s\n".formatted(element.tag, element.vr,
                    element.retired ? "-" : " ", element.keyword));
        }
        StringBuilder text = new StringBuilder(NOTICE).append("""
                package org.bitewing.dict;

                /**
                 * Tag, VR and keyword of every element, as text that {@link ElementLines} searches where it lies. It is
                 * in the class, not in a resource: the first resource out of a jar costs a Java machine that has
                 * just started several milliseconds, a constant of this size some microseconds.
                 */
                final class ElementTable {
                    /** The edition of the standard. */
                    static final String EDITION = "%s";
                """.formatted(EDITION));
        text.append("    /** The first tag of each chunk, ascending as numbers without sign. */\n");
        text.append(numbers("FIRST_TAGS", first, 8));
        text.append("""
                    /**
                     * Repeating elements, four numbers a family: the bits that are fixed, their value, the bits that
                     * repeat, and what these are in the tag that stands in the table.
                     */
                """);
        List<Integer> repeating = new ArrayList<>();
        families.forEach((family, digits) ->
                repeating.addAll(List.of(family.fixed(), family.value(), family.varying, digits)));
        text.append(numbers("REPEATING", repeating, 4));
        List<String> names = new ArrayList<>(new TreeSet<>(elements.stream().filter(element -> !element.vr.equals("NONE"))
                .map(element -> implicit(element.vr)).toList()));
        names.remove(UNSIGNED_OR_SIGNED);
        names.add(0, UNSIGNED_OR_SIGNED);
        Element[] slots = slots(elements);
        text.append("    /** The letters of each VR that an element has; the first is of those that may be SS as well. */\n");
        text.append("    static final String VRS = \"%s\";\n".formatted(String.join("", names).replace(UNSIGNED_OR_SIGNED, "US")));
        text.append("""

                    private ElementTable() {
                    }

                    /** A chunk's lines: tag, VRs, a space or the minus of a retired element, keyword. */
                    static String chunk(int index) {
                        return switch (index) {
                """);
        for (int i = 0; i < chunks.size(); i++) {
            text.append("            case %d -> \"\"\"\n".formatted(i));
            chunks.get(i).toString().lines().forEach(line -> text.append(line).append('\n'));
            text.append("\"\"\";\n");
        }
        return text.append("""
                            default -> throw new IllegalArgumentException("no chunk " + index);
                        };
                    }

                    /** The tags in the order of their keywords, eight digits each. */
                    static String keywordOrder() {
                        return \"""
                """).append(keywordOrder(elements)).append("""
                \""";
                    }
                """).append(perSlot("The group of each slot.", "slotGroups", slots,
                        element -> element == null ? "0" : escaped(element.tag >>> 16)))
                .append(perSlot("The element number of each slot.", "slotNumbers", slots,
                        element -> element == null ? "0" : escaped(element.tag & 0xffff)))
                .append(perSlot("The place of the VR of each slot in {@link #VRS}, as a character behind the space.", "slotVrs",
                        slots, element -> element == null ? " "
                                : escaped(' ' + 1 + names.indexOf(implicit(element.vr)))))
                .append("}\n").toString();
    }

    private static String numbers(String name, List<Integer> values, int perLine) {
        StringBuilder text = new StringBuilder("    static final int[] ").append(name).append(" = {");
        for (int i = 0; i < values.size(); i++) {
            text.append(i % perLine == 0 ? "\n        " : " ").append("0x%08x,".formatted(values.get(i)));
        }
        return text.append("\n    };\n").toString();
    }

    /** The slots of a hash table, which {@code ElementVRs} searches in the same way; those that stay empty are null. */
    private static Element[] slots(List<Element> elements) {
        Element[] slots = new Element[1 << SLOT_BITS];
        for (Element element : elements) {
            if (!element.vr.equals("NONE")) {
                int slot = element.tag * 0x9e3779b1 >>> 32 - SLOT_BITS;
                while (slots[slot] != null) {
                    slot = slot + 1 & slots.length - 1;
                }
                slots[slot] = element;
            }
        }
        return slots;
    }

    private static String perSlot(String description, String name, Element[] slots, Function<Element, String> text) {
        StringBuilder method = new StringBuilder("\n    /** %s */\n    static String %s() {\n        return \"\"\"\n"
                .formatted(description, name));
        for (int i = 0; i < slots.length; i++) {
            method.append(text.apply(slots[i])).append(i % SLOTS_A_LINE == SLOTS_A_LINE - 1 ? "\\\n" : "");
        }
        return method.append("\"\"\";\n    }\n").toString();
    }

    /** A character by its number. */
    private static String escaped(int number) {
        return switch (number) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            default -> "\\u%04X".formatted(number);
        };
    }

    /** Of alternatives, XS for US or SS, words where they are one (PS3.5 A.1), else the first. */
    private static String implicit(String vrs) {
        return vrs.equals("US/SS") ? UNSIGNED_OR_SIGNED : vrs.endsWith("/OW") || vrs.contains("/OW/") ? "OW" : vrs.substring(0, 2);
    }

    private static String keywordOrder(List<Element> elements) {
        List<Element> named = elements.stream().filter(element -> !element.keyword.isEmpty())
                .sorted(Comparator.comparing(Element::keyword)).toList();
        if (new TreeSet<>(named.stream().map(Element::keyword).toList()).size() != named.size()) {
            throw new IllegalStateException("a keyword is there twice");
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < named.size(); i++) {
            text.append(String.format(Locale.ROOT, "%08X", named.get(i).tag));
            if (i % TAGS_A_LINE == TAGS_A_LINE - 1 || i == named.size() - 1) {
                text.append("\\\n");
            }
        }
        return text.toString();
    }
}
