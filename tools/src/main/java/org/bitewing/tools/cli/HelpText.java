package org.bitewing.tools.cli;

import java.util.List;

/**
 * The help of a command, taken apart.
 *
 * @param parameters what is no option
 * @param sections   the options
 * @param exitCodes  what a command ends with that has more to say than that it failed
 * @param examples   command lines, each with what it does
 * @param notes      paragraphs
 */
public record HelpText(List<Entry> parameters, List<Section> sections, List<Entry> exitCodes, List<Entry> examples,
                       List<String> notes) {

    /**
     * A name and what is said of it.
     *
     * @param name a parameter, an exit code, or an example's command line
     * @param text one line or more, joined by blanks; may be empty
     */
    public record Entry(String name, String text) {
        /**
         * What a parameter may be.
         *
         * @return the words that the text begins with, in parentheses, if it does
         */
        public List<String> choices() {
            return HelpText.choices(text);
        }
    }

    /**
     * Such as {@code input options}.
     *
     * @param title  in lower case, without a colon
     * @param groups in order
     */
    public record Section(String title, List<Group> groups) {
    }

    /**
     * Options that belong together; most groups are of options that exclude each other.
     *
     * @param title   without a colon; empty for the options that a section begins with
     * @param options in order
     */
    public record Group(String title, List<Described> options) {
    }

    /** What may stand where an option has its value. */
    public enum Value {
        /** The option takes none. */
        NONE,
        /** A number, a name, a tag. */
        TEXT,
        /** One of {@link Described#choices()}. */
        CHOICE,
        /** The name of a file. */
        FILE,
        /** The name of a folder. */
        FOLDER
    }

    /**
     * An option.
     *
     * @param shortName such as {@code +P}, or empty
     * @param longName  such as {@code --search}
     * @param value     what its value or values are, as in the help; empty where it takes none
     * @param text      what it does
     */
    public record Described(String shortName, String longName, String value, String text) {
        private static final String CONSTANT = "string constant";

        /**
         * What it is called.
         *
         * @return the short name, if there is one, and the long one
         */
        public List<String> names() {
            return shortName.isEmpty() ? List.of(longName) : List.of(shortName, longName);
        }

        /**
         * What may stand behind it.
         *
         * @return the kind
         */
        public Value kind() {
            if (value.isEmpty()) {
                return Value.NONE;
            }
            if (value.contains(CONSTANT)) {
                return Value.CHOICE;
            }
            if (value.contains("irectory:")) {
                return Value.FOLDER;
            }
            return value.startsWith("[f]ilename") || value.contains("key file") ? Value.FILE : Value.TEXT;
        }

        /**
         * The values of a {@link Value#CHOICE}.
         *
         * @return the words that the text begins with, in parentheses; empty for other options
         */
        public List<String> choices() {
            return kind() == Value.CHOICE ? HelpText.choices(text) : List.of();
        }

        /**
         * How many words follow the option.
         *
         * @return 0 to 4
         */
        public int values() {
            return new Option(shortName, longName, value).values();
        }
    }

    /**
     * Copies the lists.
     *
     * @param parameters what is no option
     * @param sections   the options
     * @param exitCodes  what a command ends with that has more to say than that it failed
     * @param examples   command lines, each with what it does
     * @param notes      paragraphs
     */
    public HelpText {
        parameters = List.copyOf(parameters);
        sections = List.copyOf(sections);
        exitCodes = List.copyOf(exitCodes);
        examples = List.copyOf(examples);
        notes = List.copyOf(notes);
    }

    private static List<String> choices(String text) {
        int end = text.startsWith("(") ? text.indexOf(')') : -1;
        return end < 0 ? List.of() : List.of(text.substring(1, end).split(", *"));
    }

    /**
     * Takes a help text apart.
     *
     * @param text what stands behind the usage line
     * @return its parts
     */
    static HelpText of(String text) {
        return new HelpReader().read(text);
    }

    /**
     * All options, whatever their section.
     *
     * @return the options in order
     */
    public List<Described> options() {
        return sections.stream().flatMap(section -> section.groups().stream())
                .flatMap(group -> group.options().stream()).toList();
    }
}
