package org.bitewing.tools.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.cli.Words;

/**
 * The words of a command that is run for something. They are split once, before anything is put into them, so that
 * nothing which a peer sends can become another word, and no shell sees any of it.
 *
 * @param words program and arguments
 */
public record ArgumentVector(List<String> words) {

    /**
     * Copies the words.
     *
     * @param words one or more
     */
    public ArgumentVector {
        words = List.copyOf(words);
    }

    /**
     * Splits as a shell does it: blanks, quotes, backslashes outside of single quotes.
     *
     * @param option  the option that names the command, for the message
     * @param command what was typed
     * @return its words
     * @throws UsageException where there is no word, or a quote is open
     */
    public static ArgumentVector parse(String option, String command) {
        Words words = Words.of(command, true);
        if (words.isOpen() || words.list().isEmpty()) {
            throw new UsageException("Invalid value for option " + option + " (" + command + ")");
        }
        return new ArgumentVector(words.list());
    }

    /**
     * The words with values in place of marks; what a value holds is not looked at again.
     *
     * @param values by their marks, such as {@code #p}, of which none begins another
     * @return the words, as many as before
     */
    public List<String> with(Map<String, String> values) {
        List<String> filled = new ArrayList<>();
        for (String word : words) {
            StringBuilder text = new StringBuilder();
            int at = 0;
            while (at < word.length()) {
                int length = 0;
                for (Map.Entry<String, String> value : values.entrySet()) {
                    if (word.startsWith(value.getKey(), at)) {
                        text.append(value.getValue());
                        length = value.getKey().length();
                    }
                }
                if (length == 0) {
                    text.append(word.charAt(at));
                }
                at += Math.max(1, length);
            }
            filled.add(text.toString());
        }
        return filled;
    }
}
