package org.bitewing.net;

/** The form of an AE title (PS3.5 6.2, VR AE). */
final class AETitles {
    private static final int LONGEST = 16;

    private AETitles() {
    }

    /**
     * One to sixteen characters of the default repertoire, not all spaces, without backslash and control characters.
     */
    static boolean isValid(String title) {
        return !title.isBlank() && title.length() <= LONGEST && isHarmless(title);
    }

    /** Whether there is nothing in it that has no place in a title; it may be empty. */
    static boolean isHarmless(String title) {
        for (int i = 0; i < title.length(); i++) {
            char c = title.charAt(i);
            if (c < ' ' || c > '~' || c == '\\') {
                return false;
            }
        }
        return true;
    }
}
