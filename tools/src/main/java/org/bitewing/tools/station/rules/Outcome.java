package org.bitewing.tools.station.rules;

/**
 * What a condition comes to, in three values (Kleene): a comparison that cannot be made, such as of a number with an
 * absent value, is neither true nor false. Turned round it is still unknown, and only what is true counts.
 */
public enum Outcome {
    /** It holds. */
    TRUE('1'),
    /** It does not hold. */
    FALSE('0'),
    /** It cannot be said. */
    UNKNOWN('?');

    private final char sign;

    Outcome(char sign) {
        this.sign = sign;
    }

    /**
     * One letter for it.
     *
     * @return 1, 0 or ?
     */
    public char sign() {
        return sign;
    }

    /**
     * The outcome of a letter.
     *
     * @param sign 1, 0 or ?; any other is unknown
     * @return the outcome
     */
    public static Outcome of(char sign) {
        return sign == '1' ? TRUE : sign == '0' ? FALSE : UNKNOWN;
    }

    /**
     * True or false.
     *
     * @param holds which one
     * @return the outcome
     */
    public static Outcome of(boolean holds) {
        return holds ? TRUE : FALSE;
    }

    /**
     * Turned round.
     *
     * @return unknown stays unknown
     */
    public Outcome not() {
        return this == UNKNOWN ? UNKNOWN : of(this == FALSE);
    }

    /**
     * Both.
     *
     * @param other another outcome
     * @return false where one is, else unknown where one is, else true
     */
    public Outcome and(Outcome other) {
        if (this == FALSE || other == FALSE) {
            return FALSE;
        }
        return this == UNKNOWN || other == UNKNOWN ? UNKNOWN : TRUE;
    }
}
