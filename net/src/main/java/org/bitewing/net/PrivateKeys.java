package org.bitewing.net;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import javax.crypto.BadPaddingException;
import javax.crypto.IllegalBlockSizeException;

/** Private keys in files: PKCS#8 (RFC 5208), plain or with a password, and RSA keys of PKCS#1. */
final class PrivateKeys {
    private static final String[] ALGORITHMS = {"RSA", "EC", "EdDSA", "RSASSA-PSS"};
    /** PKCS#8 around PKCS#1: version 0, then the algorithm rsaEncryption (RFC 8017 A.1) with NULL. */
    private static final byte[] RSA_HEADER = {2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86,
        (byte) 0xf7, 13, 1, 1, 1, 5, 0};
    private static final int SEQUENCE = 0x30;
    private static final int OCTET_STRING = 4;

    private PrivateKeys() {
    }

    /** The first key of a file; the password is asked for only where the key has one, and is overwritten. */
    static PrivateKey read(Path file, Supplier<char[]> password) throws IOException, GeneralSecurityException {
        for (Pem.Block block : Pem.read(file)) {
            switch (block.label()) {
                case "PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "RSA PRIVATE KEY" -> {
                    return key(file, block, password);
                }
                case Pem.DER -> {
                    return der(file, block.bytes(), password);
                }
                default -> {
                    // A certificate beside the key, for instance.
                }
            }
        }
        throw new IOException(file + " holds no private key in PKCS#8 (BEGIN PRIVATE KEY) or PKCS#1 for RSA;"
                + " make one with: openssl pkcs8 -topk8");
    }

    private static PrivateKey key(Path file, Pem.Block block, Supplier<char[]> password)
            throws IOException, GeneralSecurityException {
        return switch (block.label()) {
            case "PRIVATE KEY" -> decode(file, block.bytes());
            case "RSA PRIVATE KEY" -> decode(file, wrapped(block.bytes()));
            default -> decode(file, decrypted(file, block.bytes(), password));
        };
    }

    /** Without a label the bytes have to tell which of the three it is. */
    private static PrivateKey der(Path file, byte[] bytes, Supplier<char[]> password)
            throws IOException, GeneralSecurityException {
        for (byte[] form : new byte[][] {bytes, wrapped(bytes)}) {
            Optional<PrivateKey> key = tried(form);
            if (key.isPresent()) {
                return key.get();
            }
        }
        return decode(file, decrypted(file, bytes, password));
    }

    private static PrivateKey decode(Path file, byte[] pkcs8) throws IOException, GeneralSecurityException {
        return tried(pkcs8).orElseThrow(() -> new IOException(file + " holds a key of an unknown algorithm"));
    }

    /** PKCS#8 names the algorithm inside, and each factory knows its own alone. */
    private static Optional<PrivateKey> tried(byte[] pkcs8) throws GeneralSecurityException {
        PKCS8EncodedKeySpec encoded = new PKCS8EncodedKeySpec(pkcs8);
        for (String algorithm : ALGORITHMS) {
            try {
                return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(encoded));
            } catch (InvalidKeySpecException e) {
                continue;
            }
        }
        return Optional.empty();
    }

    private static byte[] decrypted(Path file, byte[] bytes, Supplier<char[]> password)
            throws IOException, GeneralSecurityException {
        EncryptedKey key;
        try {
            key = EncryptedKey.of(bytes);
        } catch (IOException e) {
            throw new IOException(file + " holds " + e.getMessage(), e);
        }
        try {
            return key.decrypted(password.get());
        } catch (BadPaddingException | IllegalBlockSizeException e) {
            throw new IOException(file + " cannot be decrypted: the password is wrong", e);
        }
    }

    private static byte[] wrapped(byte[] pkcs1) {
        byte[] inner = element(OCTET_STRING, pkcs1);
        byte[] all = Arrays.copyOf(RSA_HEADER, RSA_HEADER.length + inner.length);
        System.arraycopy(inner, 0, all, RSA_HEADER.length, inner.length);
        return element(SEQUENCE, all);
    }

    /** A DER element (X.690 10.1) with the shortest length. */
    private static byte[] element(int tag, byte[] content) {
        int bytes = content.length < 0x80 ? 0 : content.length < 0x100 ? 1 : content.length < 0x10000 ? 2 : 3;
        byte[] element = new byte[2 + bytes + content.length];
        element[0] = (byte) tag;
        element[1] = (byte) (bytes == 0 ? content.length : 0x80 | bytes);
        for (int i = 0; i < bytes; i++) {
            element[2 + i] = (byte) (content.length >>> 8 * (bytes - 1 - i));
        }
        System.arraycopy(content, 0, element, 2 + bytes, content.length);
        return element;
    }

    /** Whether what the one signs the other confirms; an algorithm that is not tried here is believed. */
    static boolean isPair(PrivateKey own, PublicKey published) throws GeneralSecurityException {
        Optional<String> algorithm = switch (own.getAlgorithm()) {
            case "RSA" -> Optional.of("SHA256withRSA");
            case "EC" -> Optional.of("SHA256withECDSA");
            case "EdDSA" -> Optional.of("EdDSA");
            default -> Optional.empty();
        };
        if (algorithm.isEmpty() || !own.getAlgorithm().equals(published.getAlgorithm())) {
            return algorithm.isEmpty();
        }
        Signature signature = Signature.getInstance(algorithm.get());
        signature.initSign(own);
        byte[] signed = signature.sign();
        signature.initVerify(published);
        return signature.verify(signed);
    }
}
