package org.bitewing.net;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.PBEKeySpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * A private key under a password: PKCS#8 EncryptedPrivateKeyInfo (RFC 5958 3) with PBES2 and PBKDF2 (RFC 8018 6.2 and
 * 5.2), which is what OpenSSL writes, with AES or triple DES. The JDK's own knows PBES2 in part only.
 */
final class EncryptedKey {
    private static final String PBES2 = "2a864886f70d01050d";
    private static final String PBKDF2 = "2a864886f70d01050c";
    private static final int SEQUENCE = 0x30;
    private static final int INTEGER = 2;
    private static final int OCTET_STRING = 4;
    private static final int OBJECT_IDENTIFIER = 6;
    private static final int MOST_ITERATIONS = 100_000_000;

    private final byte[] salt;
    private final int iterations;
    private final String derivation;
    private final Scheme scheme;
    private final byte[] vector;
    private final byte[] encrypted;

    /** How the key is encrypted (RFC 8018 B.2). */
    private enum Scheme {
        TRIPLE_DES("2a864886f70d0307", "DESede", 24),
        AES_128("608648016503040102", "AES", 16),
        AES_192("608648016503040116", "AES", 24),
        AES_256("60864801650304012a", "AES", 32);

        private final String identifier;
        private final String algorithm;
        private final int keyBytes;

        Scheme(String identifier, String algorithm, int keyBytes) {
            this.identifier = identifier;
            this.algorithm = algorithm;
            this.keyBytes = keyBytes;
        }

        static Scheme of(String identifier) throws IOException {
            for (Scheme scheme : values()) {
                if (scheme.identifier.equals(identifier)) {
                    return scheme;
                }
            }
            throw unknown();
        }
    }

    /** A piece of DER (X.690 8.1), read from its start to its end. */
    private static final class Der {
        private final byte[] bytes;
        private final int end;
        private int at;

        Der(byte[] bytes, int at, int end) {
            this.bytes = bytes;
            this.at = at;
            this.end = end;
        }

        boolean next(int tag) {
            return at < end && (bytes[at] & 0xff) == tag;
        }

        /** The content of the next element, which has to be of a kind. */
        Der element(int tag) throws IOException {
            if (!next(tag) || at + 2 > end) {
                throw new IOException("not an encrypted private key in DER");
            }
            long length = bytes[at + 1] & 0xff;
            int start = at + 2;
            if (length >= 0x80) {
                int count = (int) length & 0x7f;
                length = 0;
                for (int i = 0; i < count && start < end; i++) {
                    length = Math.min(Integer.MAX_VALUE, length << 8 | bytes[start++] & 0xff);
                }
            }
            if (length > end - start) {
                throw new IOException("an encrypted private key that is not whole");
            }
            at = start + (int) length;
            return new Der(bytes, start, at);
        }

        byte[] rest() {
            return Arrays.copyOfRange(bytes, at, end);
        }

        String hex() {
            return HexFormat.of().formatHex(bytes, at, end);
        }

        int integer() throws IOException {
            long value = 0;
            for (int i = at; i < end; i++) {
                value = Math.min(Integer.MAX_VALUE, value << 8 | bytes[i] & 0xff);
            }
            if (value < 1 || value > MOST_ITERATIONS) {
                throw new IOException("a private key whose password is hashed " + value + " times");
            }
            return (int) value;
        }
    }

    private EncryptedKey(byte[] salt, int iterations, String derivation, Scheme scheme, byte[] vector,
                         byte[] encrypted) {
        this.salt = salt;
        this.iterations = iterations;
        this.derivation = derivation;
        this.scheme = scheme;
        this.vector = vector;
        this.encrypted = encrypted;
    }

    private static IOException unknown() {
        return new IOException("a private key that is encrypted in a way that is not known;"
                + " make another with: openssl pkcs8 -topk8 -v2 aes-256-cbc");
    }

    /** Reads what stands around the encrypted bytes. */
    static EncryptedKey of(byte[] bytes) throws IOException {
        Der info = new Der(bytes, 0, bytes.length).element(SEQUENCE);
        Der algorithm = info.element(SEQUENCE);
        if (!algorithm.element(OBJECT_IDENTIFIER).hex().equals(PBES2)) {
            throw unknown();
        }
        Der parameters = algorithm.element(SEQUENCE);
        Der derivation = parameters.element(SEQUENCE);
        if (!derivation.element(OBJECT_IDENTIFIER).hex().equals(PBKDF2)) {
            throw unknown();
        }
        Der function = derivation.element(SEQUENCE);
        byte[] salt = function.element(OCTET_STRING).rest();
        int iterations = function.element(INTEGER).integer();
        if (function.next(INTEGER)) {
            // The length of the key, which the scheme tells as well.
            function.element(INTEGER);
        }
        String hash = function.next(SEQUENCE) ? function.element(SEQUENCE).element(OBJECT_IDENTIFIER).hex() : "";
        Der scheme = parameters.element(SEQUENCE);
        Scheme known = Scheme.of(scheme.element(OBJECT_IDENTIFIER).hex());
        return new EncryptedKey(salt, iterations, derivation(hash), known, scheme.element(OCTET_STRING).rest(),
                info.element(OCTET_STRING).rest());
    }

    /** RFC 8018 B.1.2; SHA-1 where none is named. */
    private static String derivation(String hash) throws IOException {
        return "PBKDF2WithHmac" + switch (hash) {
            case "", "2a864886f70d0207" -> "SHA1";
            case "2a864886f70d0208" -> "SHA224";
            case "2a864886f70d0209" -> "SHA256";
            case "2a864886f70d020a" -> "SHA384";
            case "2a864886f70d020b" -> "SHA512";
            default -> throw unknown();
        };
    }

    /** The key in PKCS#8; the password is overwritten. */
    byte[] decrypted(char[] password) throws GeneralSecurityException {
        PBEKeySpec spec = new PBEKeySpec(password, salt, iterations, scheme.keyBytes * 8);
        Arrays.fill(password, '\0');
        try {
            SecretKey derived = SecretKeyFactory.getInstance(derivation).generateSecret(spec);
            Cipher cipher = Cipher.getInstance(scheme.algorithm + "/CBC/PKCS5Padding");
            cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(derived.getEncoded(), scheme.algorithm),
                    new IvParameterSpec(vector));
            return cipher.doFinal(encrypted);
        } finally {
            spec.clearPassword();
        }
    }
}
