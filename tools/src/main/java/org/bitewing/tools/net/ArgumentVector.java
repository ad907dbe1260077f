package org.bitewing.tools.net;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitewing.tools.cli.UsageException;
import org.bitewing.tools.cli.Words;

/**
 * The words of a hook. They are split once, before anything is put into them, so that nothing which a peer sends can
 * become another word, and no shell sees any of it.
 */
record ArgumentVector(List<String> words) {

    /** Splits as a shell does it: blanks, quotes, backslashes outside of single quotes. */
    static ArgumentVector parse(String option, String command) {
        Words words = Words.of(command, true);
        if (words.isOpen() || words.list().isEmpty()) {
            throw new UsageException("Invalid value for option " + option + " (" + command + ")");
        }
        return new ArgumentVector(words.list());
    }

    /** The words with values in place of {@code #} and a letter; what a value holds is not looked at again. */
    List<String> with(Map<Character, String> values) {
        List<String> filled = new ArrayList<>();
        for (String word : words) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < word.length(); i++) {
                boolean mayBe = word.charAt(i) == '#' && i + 1 < word.length();
                String value = mayBe ? values.get(word.charAt(i + 1)) : null;
                if (value == null) {
                    text.append(word.charAt(i));
                } else {
                    text.append(value);
                    i++;
                }
            }
            filled.add(text.toString());
        }
        return filled;
    }
}
