package org.bitewing.data;

import java.util.Objects;

/**
 * A person's name (PS3.5 6.2.1): the same name in up to three writings.
 *
 * @param alphabetic  in letters of an alphabet
 * @param ideographic in ideographs
 * @param phonetic    as it is spoken, in letters or syllables
 */
public record PersonName(Group alphabetic, Group ideographic, Group phonetic) {

    /**
     * One writing of a name, in its five components; those that are not given are empty.
     *
     * @param family family name complex
     * @param given  given name complex
     * @param middle middle name
     * @param prefix name prefix, such as a title
     * @param suffix name suffix, such as a degree
     */
    public record Group(String family, String given, String middle, String prefix, String suffix) {
        /** A writing that is not given. */
        public static final Group NONE = new Group("", "", "", "", "");

        /**
         * Checks that nothing is missing.
         *
         * @param family family name complex
         * @param given  given name complex
         * @param middle middle name
         * @param prefix name prefix
         * @param suffix name suffix
         */
        public Group {
            Objects.requireNonNull(family, "family");
            Objects.requireNonNull(given, "given");
            Objects.requireNonNull(middle, "middle");
            Objects.requireNonNull(prefix, "prefix");
            Objects.requireNonNull(suffix, "suffix");
        }

        private static Group parse(String text) {
            String[] parts = text.split("\\^", 5);
            String[] five = {"", "", "", "", ""};
            for (int i = 0; i < parts.length; i++) {
                five[i] = parts[i].strip();
            }
            return new Group(five[0], five[1], five[2], five[3], five[4]);
        }

        /**
         * Whether nothing is given.
         *
         * @return true where all components are empty
         */
        public boolean isEmpty() {
            return equals(NONE);
        }

        /** The components joined by {@code ^}, without empty ones at the end. */
        @Override
        public String toString() {
            return join("^", family, given, middle, prefix, suffix);
        }
    }

    /**
     * Checks that nothing is missing.
     *
     * @param alphabetic  in letters of an alphabet
     * @param ideographic in ideographs
     * @param phonetic    as it is spoken
     */
    public PersonName {
        Objects.requireNonNull(alphabetic, "alphabetic");
        Objects.requireNonNull(ideographic, "ideographic");
        Objects.requireNonNull(phonetic, "phonetic");
    }

    /**
     * Reads one value of VR PN. What is behind a fifth component or a third group stays with the last one.
     *
     * @param text groups joined by {@code =}, their components by {@code ^}
     * @return the name
     */
    public static PersonName parse(String text) {
        String[] parts = text.split("=", 3);
        return new PersonName(Group.parse(parts[0]), parts.length > 1 ? Group.parse(parts[1]) : Group.NONE,
                parts.length > 2 ? Group.parse(parts[2]) : Group.NONE);
    }

    /** The value as DICOM writes it: groups joined by {@code =}, without empty ones at the end. */
    @Override
    public String toString() {
        return join("=", alphabetic.toString(), ideographic.toString(), phonetic.toString());
    }

    private static String join(String separator, String... parts) {
        int last = parts.length;
        while (last > 0 && parts[last - 1].isEmpty()) {
            last--;
        }
        return String.join(separator, java.util.Arrays.asList(parts).subList(0, last));
    }
}
