package org.bitewing.net;

/** UIDs as peers send them: real ones break PS3.5 9.1 with leading zeros, and none may break out of a path. */
final class Uids {
    private static final int LONGEST = 64;

    private Uids() {
    }

    /** Digits and dots, no dot at either end and no two together, at most 64 characters. */
    static boolean isSafe(String uid) {
        int length = uid.length();
        if (length == 0 || length > LONGEST || uid.charAt(0) == '.' || uid.charAt(length - 1) == '.') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = uid.charAt(i);
            if (c != '.' && (c < '0' || c > '9') || c == '.' && uid.charAt(i - 1) == '.') {
                return false;
            }
        }
        return true;
    }
}
