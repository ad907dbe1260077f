package org.bitewing.net;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * The textual encoding of certificates and keys (RFC 7468): blocks of base 64 between BEGIN and END lines. A file in
 * DER, which begins with a SEQUENCE, is one block.
 */
final class Pem {
    /** Far beyond any chain or bundle of authorities. */
    private static final long LONGEST_FILE = 1 << 24;
    /** The label of what is in DER and has none. */
    static final String DER = "";
    private static final int SEQUENCE = 0x30;
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String DASHES = "-----";

    private Pem() {
    }

    /**
     * A block.
     *
     * @param label such as {@code CERTIFICATE}
     */
    record Block(String label, byte[] bytes) {
    }

    /** The blocks of a file in their order; text between them is skipped (RFC 7468 5.2). */
    static List<Block> read(Path file) throws IOException {
        if (Files.size(file) > LONGEST_FILE) {
            throw new IOException(file + " is too long for a PEM file");
        }
        byte[] bytes = Files.readAllBytes(file);
        if (bytes.length > 1 && bytes[0] == SEQUENCE && bytes[1] < 0) {
            return List.of(new Block(DER, bytes));
        }
        List<Block> blocks = new ArrayList<>();
        String label = "";
        StringBuilder base64 = new StringBuilder();
        for (String line : new String(bytes, StandardCharsets.ISO_8859_1).lines().toList()) {
            String text = line.strip();
            if (text.startsWith(BEGIN) && text.endsWith(DASHES)) {
                label = text.substring(BEGIN.length(), text.length() - DASHES.length());
                base64.setLength(0);
            } else if (text.startsWith(END) && !label.isEmpty()) {
                blocks.add(new Block(label, decode(file, base64.toString())));
                label = "";
            } else if (!label.isEmpty()) {
                base64.append(text);
            }
        }
        if (!label.isEmpty()) {
            throw new IOException(file + " ends within a PEM block");
        }
        return blocks;
    }

    private static byte[] decode(Path file, String base64) throws IOException {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + " has a PEM block that is not base 64 (or is encrypted in the old way)", e);
        }
    }
}
