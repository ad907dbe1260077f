package org.bitewing.tools.view;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** The files of the page, which lie beside these classes. */
final class Resources {
    static final String INDEX = "index.html";

    private Resources() {
    }

    /** A file of the page: {@code index.html}, or a name of small letters, digits and hyphens of a known type. */
    static Optional<byte[]> find(String name) throws IOException {
        if (!name.equals(INDEX) && !isName(name)) {
            return Optional.empty();
        }
        try (InputStream stream = Resources.class.getResourceAsStream(name)) {
            return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
        }
    }

    private static boolean isName(String name) {
        int dot = name.indexOf('.');
        boolean plain = dot > 0;
        for (int i = 0; i < dot; i++) {
            char c = name.charAt(i);
            plain &= c >= 'a' && c <= 'z' || c >= '0' && c <= '9' || c == '-';
        }
        return plain && !type(name).isEmpty();
    }

    /** The media type of a name; empty where nothing of that type is served. */
    static String type(String name) {
        return switch (name.substring(name.indexOf('.') + 1)) {
            case "html" -> "text/html; charset=utf-8";
            case "css" -> "text/css; charset=utf-8";
            case "js" -> "text/javascript; charset=utf-8";
            case "svg" -> "image/svg+xml";
            default -> "";
        };
    }
}
