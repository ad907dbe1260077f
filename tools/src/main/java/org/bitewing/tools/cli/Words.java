package org.bitewing.tools.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * The words of a text, separated by white space, with quotes that hold words together.
 *
 * @param list   the words in order, without their quotes
 * @param isOpen whether the text ends within quotes
 */
public record Words(List<String> list, boolean isOpen) {

    /**
     * Copies the list.
     *
     * @param list   the words
     * @param isOpen whether the text ends within quotes
     */
    public Words {
        list = List.copyOf(list);
    }

    /**
     * Splits a text.
     *
     * @param text    any text
     * @param escapes whether a backslash, outside of single quotes, takes the next character as it is
     * @return its words
     */
    public static Words of(String text, boolean escapes) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean inWord = false;
        char quote = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0 && c == quote) {
                quote = 0;
            } else if (escapes && c == '\\' && quote != '\'' && i + 1 < text.length()) {
                i++;
                word.append(text.charAt(i));
                inWord = true;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
                inWord = true;
            } else if (quote == 0 && Character.isWhitespace(c)) {
                if (inWord) {
                    words.add(word.toString());
                }
                word.setLength(0);
                inWord = false;
            } else {
                word.append(c);
                inWord = true;
            }
        }
        if (inWord) {
            words.add(word.toString());
        }
        return new Words(words, quote != 0);
    }
}
