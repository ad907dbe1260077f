package org.bitewing.text;

import java.util.ArrayList;
import java.util.List;

/** Makes sense of the values of (0008,0005) (PS3.3 C.12.1.1.2), and notes what was not as the standard has it. */
final class TermReader {
    /** There are fewer terms than this: more corrections tell nothing new. */
    private static final int MOST_CORRECTIONS = 32;
    /** PS3.5 6.2: the length of a CS. */
    private static final int MOST_LETTERS = 16;

    private final List<DefinedTerm> terms = new ArrayList<>();
    /** The value that each term was found in, and then its right spelling. */
    private final List<String> spellings = new ArrayList<>();
    private final List<String> corrections = new ArrayList<>();

    TermReader(List<String> values) {
        for (int i = 0; i < values.size(); i++) {
            read(values.get(i).trim(), i == 0);
        }
        if (terms.isEmpty()) {
            add(DefinedTerm.IR_6, "");
        }
        separate();
        spell();
        for (DefinedTerm term : terms) {
            if (term.missingCharset() != null) {
                correct(term.spelling(true), "needs charset " + term.missingCharset()
                        + ", which this Java runtime does not have: add module jdk.charsets");
            }
        }
    }

    /** The terms, of which the first is not one for extensions only; never empty. */
    List<DefinedTerm> terms() {
        return List.copyOf(terms);
    }

    /** How the standard spells the terms; none for the default repertoire. */
    List<String> spellings() {
        return List.copyOf(spellings);
    }

    List<String> corrections() {
        return List.copyOf(corrections);
    }

    private void read(String value, boolean first) {
        DefinedTerm term = DefinedTerm.of(value);
        if (term != null) {
            add(term, value);
        } else if (first) {
            add(DefinedTerm.IR_6, "");
            if (!value.isEmpty()) {
                correct(value, "is not a defined term; ISO IR 6 is used");
            }
        } else {
            correct(value, "is not a defined term, and left out");
        }
    }

    private void add(DefinedTerm term, String value) {
        if (!terms.contains(term)) {
            terms.add(term);
            spellings.add(value);
        }
    }

    /** Leaves one term that stands alone, or only those that do not: the first that says more than ISO IR 6 decides. */
    private void separate() {
        if (terms.size() == 1) {
            return;
        }
        int decisive = terms.get(0) == DefinedTerm.IR_6 ? 1 : 0;
        if (terms.get(decisive).isAlone()) {
            correct(spellings.get(decisive), "may have no term beside it; the others are left out");
            terms.retainAll(List.of(terms.get(decisive)));
            spellings.retainAll(List.of(spellings.get(decisive)));
            return;
        }
        for (int i = terms.size() - 1; i >= 0; i--) {
            if (terms.get(i).isAlone()) {
                terms.remove(i);
                correct(spellings.remove(i), "may have no term beside it, and is left out");
            }
        }
    }

    private void spell() {
        if (terms.get(0).isExtensionOnly()) {
            correct(spellings.get(0), "may not be the first value; ISO IR 6 is used before it");
            terms.add(0, DefinedTerm.IR_6);
            spellings.add(0, "");
        }
        boolean extended = terms.size() > 1;
        for (int i = 0; i < terms.size(); i++) {
            DefinedTerm term = terms.get(i);
            String value = spellings.get(i);
            String spelling = term.spelling(extended);
            // A term for code extensions by itself says that there are none to come, and is as good as the other.
            boolean right = value.equals(spelling) || value.isEmpty() || value.equals(term.spelling(true));
            if (!right) {
                correct(value, "is read as " + (spelling.isEmpty() ? "the default repertoire" : spelling));
                spellings.set(i, spelling);
            }
        }
        if (!extended && terms.get(0) == DefinedTerm.IR_6) {
            spellings.clear();
        }
    }

    private void correct(String value, String what) {
        if (corrections.size() == MOST_CORRECTIONS) {
            return;
        }
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(value.length(), MOST_LETTERS); i++) {
            char letter = value.charAt(i);
            shown.append(letter >= ' ' && letter <= '~' ? letter : '?');
        }
        corrections.add("'" + shown + "' " + what);
    }
}
