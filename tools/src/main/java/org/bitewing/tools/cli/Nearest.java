package org.bitewing.tools.cli;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What somebody may have meant who typed a word that is not known. */
public final class Nearest {
    /** A mistake is forgiven for each so many letters, besides a first one. */
    private static final int LETTERS_A_MISTAKE = 5;
    /** Nothing is as long. */
    private static final int LONGEST = 64;

    private Nearest() {
    }

    /**
     * The word that is nearest. Words of one or two letters are near only where they differ in case or sign:
     * {@code -R} means {@code +R} or {@code -r}.
     *
     * @param typed what was typed
     * @param known what there is
     * @return one of them that differs in few letters, or else begins with what was typed, if there is one
     */
    public static Optional<String> of(String typed, List<String> known) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String nearest = "";
        int fewest = Integer.MAX_VALUE;
        for (String word : known) {
            int mistakes = mistakes(typed, word);
            if (mistakes < fewest && mistakes <= most(typed, word)) {
                nearest = word;
                fewest = mistakes;
            }
        }
        for (String word : known) {
            if (nearest.isEmpty() && letters(typed).length() > 2 && word.startsWith(typed)) {
                nearest = word;
            }
        }
        return nearest.isEmpty() ? Optional.empty() : Optional.of(nearest);
    }

    private static int most(String typed, String word) {
        int letters = Math.min(letters(typed).length(), letters(word).length());
        return letters > 2 ? 1 + letters / LETTERS_A_MISTAKE : 0;
    }

    private static String letters(String word) {
        int start = 0;
        while (start < word.length() && (word.charAt(start) == '-' || word.charAt(start) == '+')) {
            start++;
        }
        return word.substring(start);
    }

    /** How many letters are wrong, missing, too many or swapped with the next one; case and sign are nearly right. */
    private static int mistakes(String typed, String word) {
        String one = letters(typed).toLowerCase(Locale.ROOT);
        String other = letters(word).toLowerCase(Locale.ROOT);
        int[] beforeLast = new int[other.length() + 1];
        int[] last = new int[other.length() + 1];
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                boolean same = one.charAt(i - 1) == other.charAt(j - 1);
                row[j] = Math.min(Math.min(last[j], row[j - 1]) + 1, last[j - 1] + (same ? 0 : 1));
                boolean swapped = i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2)
                        && one.charAt(i - 2) == other.charAt(j - 1);
                row[j] = swapped ? Math.min(row[j], beforeLast[j - 2] + 1) : row[j];
            }
        }
        return row[other.length()];
    }
}
