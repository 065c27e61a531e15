package io.lintel.crypto;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Key derivation with HMAC: RFC 5869, and the chained form of Noise rev. 34 section 4.3, which is the same function
 * with the chaining key as salt, no info, and results of HASHLEN octets.
 */
public final class Hkdf {
    private static final int MAX_BLOCKS = 255;
    static final byte[] NOTHING = new byte[0];
    static final byte[] FIRST = {1};
    static final byte[] SECOND = {2};
    static final byte[] THIRD = {3};

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
     * Replaces a chaining key by the first output of Noise's HKDF, in its place, and writes the others that are wanted. No output
     * depends on how many those are.
     *
     * @param chainingKey HASHLEN octets, which change
     * @param input the key material to mix in; stays the caller's
     * @param second HASHLEN octets, which become the second output; null where nobody wants it
     * @param third HASHLEN octets, which become the third output; null where nobody wants it, and only behind a second one
     * @throws IllegalArgumentException if a size is another; nothing has changed then
     */
    public static void chain(
            Hash hash,
            SecretBytes chainingKey,
            SecretBytes input,
            @Nullable SecretBytes second,
            @Nullable SecretBytes third) {
        hash.chain(chainingKey.octets(), input.octets(), octets(second), octets(third));
    }

    /**
     * The same with key material that is no secret, as a public key is, and up to two outputs.
     *
     * @throws IllegalArgumentException if a size is another; nothing has changed then
     */
    public static void chain(Hash hash, SecretBytes chainingKey, Bytes input, @Nullable SecretBytes second) {
        hash.chain(chainingKey.octets(), input.octets(), octets(second), NOTHING);
    }

    private static byte[] octets(@Nullable SecretBytes output) {
        return output == null ? NOTHING : output.octets();
    }

    /** The same by calls of the HMAC alone. */
    static void chainByHmac(Hash hash, byte[] chainingKey, byte[] input, byte[] second, byte[] third) {
        requireOutputs(hash, chainingKey, second, third);
        SecretBytes key = SecretBytes.takeOwnership(chainingKey); // the caller's, who goes on with it
        try (SecretBytes temporary = SecretBytes.takeOwnership(hash.hmac(key, input, NOTHING))) {
            move(hash.hmac(temporary, NOTHING, FIRST), chainingKey);
            if (second.length > 0) {
                move(hash.hmac(temporary, chainingKey, SECOND), second);
            }
            if (third.length > 0) {
                move(hash.hmac(temporary, second, THIRD), third);
            }
        }
    }

    private static void move(byte[] from, byte[] to) {
        System.arraycopy(from, 0, to, 0, to.length);
        Arrays.fill(from, (byte) 0);
    }

    /** Refuses what is no place for an output, before anything is written. */
    static void requireOutputs(Hash hash, byte[] chainingKey, byte[] second, byte[] third) {
        boolean right = chainingKey.length == hash.size()
                && (second.length == hash.size() || second.length + third.length == 0)
                && (third.length == hash.size() || third.length == 0);
        if (!right) {
            throw new IllegalArgumentException("a chaining key and the outputs have " + hash.size()
                    + " octets each, or none where they are not wanted, not " + chainingKey.length + ", "
                    + second.length + " and " + third.length);
        }
    }
}
