package io.lintel.crypto;

import java.util.Arrays;
import java.util.List;

/**
 * Key derivation with HMAC: RFC 5869, and the chained form of Noise rev. 34 section 4.3, which is the same function
 * with the chaining key as salt, no info, and results of HASHLEN octets.
 */
public final class Hkdf {
    private static final int MAX_BLOCKS = 255;
    private static final byte[] NOTHING = new byte[0];
    private static final byte[] FIRST = {1};
    private static final byte[] SECOND = {2};
    private static final byte[] THIRD = {3};

    private Hkdf() {}

    /**
     * Returns the pseudorandom key of RFC 5869 section 2.2.
     *
     * @param salt may be empty, which counts as HASHLEN zeros
     * @param input the secret to extract from; stays the caller's
     */
    public static SecretBytes extract(Hash hash, Bytes salt, SecretBytes input) {
        byte[] key = salt.isEmpty() ? new byte[hash.size()] : salt.octets();
        SecretBytes saltKey = SecretBytes.takeOwnership(key); // no secret, and the caller's: it stays as it is
        return SecretBytes.takeOwnership(hash.hmac(saltKey, input.octets(), NOTHING));
    }

    /**
     * Returns {@code size} octets of keying material, RFC 5869 section 2.3.
     *
     * @throws IllegalArgumentException if {@code size} is negative or above 255 times HASHLEN
     */
    public static SecretBytes expand(Hash hash, SecretBytes pseudorandomKey, Bytes info, int size) {
        if (size < 0 || size > MAX_BLOCKS * hash.size()) {
            throw new IllegalArgumentException("HKDF cannot give " + size + " octets");
        }
        if (size == hash.size()) {
            return SecretBytes.takeOwnership(hash.hmac(pseudorandomKey, info.octets(), FIRST));
        }
        byte[] out = new byte[size];
        byte[] block = NOTHING;
        for (int at = 0, counter = 1; at < size; at += hash.size(), counter++) {
            byte[] next = hash.hmac(pseudorandomKey, block, info.octets(), new byte[] {(byte) counter});
            Arrays.fill(block, (byte) 0);
            System.arraycopy(next, 0, out, at, Math.min(next.length, size - at));
            block = next;
        }
        Arrays.fill(block, (byte) 0);
        return SecretBytes.takeOwnership(out);
    }

    /** Returns the first block of keying material, HASHLEN octets, with info in two parts, one after the other. */
    public static SecretBytes expand(Hash hash, SecretBytes pseudorandomKey, Bytes info, Bytes moreInfo) {
        return SecretBytes.takeOwnership(hash.hmac(pseudorandomKey, info.octets(), moreInfo.octets(), FIRST));
    }

    /**
     * Returns the first outputs of Noise's HKDF, HASHLEN octets each, which the caller destroys. None depends on how many are
     * asked for.
     *
     * @param chainingKey HASHLEN octets; stays the caller's
     * @param input the key material to mix in; stays the caller's
     * @param outputs 1, 2 or 3
     */
    public static List<SecretBytes> chain(Hash hash, SecretBytes chainingKey, SecretBytes input, int outputs) {
        return chain(hash, chainingKey, input.octets(), outputs);
    }

    /** The same with key material that is no secret, as a public key is. */
    public static List<SecretBytes> chain(Hash hash, SecretBytes chainingKey, Bytes input, int outputs) {
        return chain(hash, chainingKey, input.octets(), outputs);
    }

    private static List<SecretBytes> chain(Hash hash, SecretBytes chainingKey, byte[] input, int outputs) {
        if (outputs < 1 || outputs > 3) {
            throw new IllegalArgumentException("Noise's HKDF gives up to 3 outputs, not " + outputs);
        }
        try (SecretBytes temporary = SecretBytes.takeOwnership(hash.hmac(chainingKey, input, NOTHING))) {
            byte[] first = hash.hmac(temporary, NOTHING, FIRST);
            if (outputs == 1) {
                return List.of(SecretBytes.takeOwnership(first));
            }
            byte[] second = hash.hmac(temporary, first, SECOND);
            if (outputs == 2) {
                return List.of(SecretBytes.takeOwnership(first), SecretBytes.takeOwnership(second));
            }
            return List.of(
                    SecretBytes.takeOwnership(first),
                    SecretBytes.takeOwnership(second),
                    SecretBytes.takeOwnership(hash.hmac(temporary, second, THIRD)));
        }
    }
}
