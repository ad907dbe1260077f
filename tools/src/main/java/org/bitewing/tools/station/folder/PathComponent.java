package org.bitewing.tools.station.folder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Set;

/**
 * Values of data sets as parts of paths. Whatever a value holds, the part is one name in its folder, on every file
 * system: letters and digits of ASCII, and {@code . _ - + =}; neither a dot first nor last, no device name of Windows,
 * at most 100 characters.
 */
public final class PathComponent {
    /** What stands where a value is missing. */
    public static final String UNKNOWN = "unknown";
    private static final int LONGEST = 100;
    private static final int HASH_BYTES = 6;
    private static final int LONGEST_EXTENSION = 5;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "clock$", "com0", "com1", "com2", "com3",
            "com4", "com5", "com6", "com7", "com8", "com9", "lpt0", "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6",
            "lpt7", "lpt8", "lpt9");

    private PathComponent() {
    }

    /**
     * A text that describes: what does not suit a name becomes an underscore, so that two texts may become one.
     *
     * @param value any text
     * @return a name
     */
    public static String describing(String value) {
        StringBuilder clean = new StringBuilder();
        for (int i = 0; i < value.length() && clean.length() < LONGEST; i++) {
            char c = suits(value.charAt(i)) ? value.charAt(i) : '_';
            boolean repeats = c == '_' && clean.length() > 0 && clean.charAt(clean.length() - 1) == '_';
            boolean hides = clean.length() == 0 && (c == '.' || c == '-');
            if (!repeats) {
                clean.append(hides ? '_' : c);
            }
        }
        int end = clean.length();
        while (end > 0 && (clean.charAt(end - 1) == '.' || clean.charAt(end - 1) == '_')) {
            end--;
        }
        clean.setLength(end);
        if (end == 0) {
            return UNKNOWN;
        }
        return isDevice(clean.toString()) ? "_" + clean : clean.toString();
    }

    /**
     * A text that identifies: where it has to change, a part of its hash follows, so that two patients or studies never
     * share a name.
     *
     * @param value any text
     * @return a name
     */
    public static String identifying(String value) {
        String clean = describing(value);
        if (value.isEmpty()) {
            return clean;
        }
        // Where case does not count, "Abc" and "abc" would be one folder; UIDs have no letters, most identifiers one case.
        return clean.equals(value) && !value.equals(UNKNOWN) ? clean : clean + "-" + hash(value);
    }

    private static boolean suits(char c) {
        return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '_' || c == '-' || c == '.'
                || c == '+' || c == '=';
    }

    /** Windows takes the part before the first dot for a device, whatever follows. */
    static boolean isDevice(String name) {
        int dot = name.indexOf('.');
        return DEVICES.contains((dot < 0 ? name : name.substring(0, dot)).toLowerCase(Locale.ROOT));
    }

    private static String hash(String value) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, HASH_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java has SHA-256", e);
        }
    }

    /** A name with a mark before its extension that comes from a thing alone. */
    static String marked(String name, String thing) {
        int dot = name.lastIndexOf('.');
        boolean hasExtension = dot > 0 && name.length() - dot <= LONGEST_EXTENSION
                && Character.isLetter(name.charAt(name.length() - 1));
        String mark = "-" + hash(thing);
        return hasExtension ? name.substring(0, dot) + mark + name.substring(dot) : name + mark;
    }
}
