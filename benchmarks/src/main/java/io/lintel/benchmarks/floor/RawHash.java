package io.lintel.benchmarks.floor;

import io.lintel.crypto.CryptoProvider;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import org.bouncycastle.crypto.digests.SHA256Digest;

/**
 * SHA-256 and its HMAC, by one provider. An HMAC is RFC 2104 over a digest that is used again, each of its two hashes over one
 * array: a provider's own {@code Mac} wants a key object for each key, and a call may cost as much as a block, so a floor of those
 * would flatter {@code crypto}.
 */
abstract class RawHash {
    /** The octets of a digest and of every key. */
    static final int SIZE = 32;

    private static final int BLOCK = 64;
    static final byte INNER = 0x36;
    static final byte OUTER = 0x5c;

    static RawHash of(CryptoProvider provider) throws GeneralSecurityException {
        return provider == CryptoProvider.BOUNCY_CASTLE
                ? new Bouncy(new SHA256Digest())
                : new Jca(MessageDigest.getInstance("SHA-256", Providers.of(provider, "MessageDigest", "SHA-256")));
    }

    abstract byte[] hash(byte[] message);

    /** Writes the hash of a message into {@value #SIZE} octets, so that what is only an input to the next hash makes no array. */
    abstract void hash(byte[] message, byte[] target, int offset) throws GeneralSecurityException;

    /** Returns the hash of so many octets, written in place: what a tap hashes is an input to what comes next. */
    Step digest(int octets) {
        byte[] message = Providers.random(octets);
        byte[] result = new byte[SIZE];
        return () -> {
            hash(message, result, 0);
            return result[0];
        };
    }

    /** Returns the HMAC of so many octets under a key that is given anew. */
    Step hmac(int octets) {
        byte[] key = Providers.random(SIZE);
        byte[] inner = padded(INNER, Providers.random(octets));
        byte[] outer = padded(OUTER, new byte[SIZE]);
        return () -> hmac(key, inner, outer)[0];
    }

    /** Returns the HMAC of so many octets under the next of keys that lie in one array, and behind the last under the first again. */
    Step hmacOfNext(int keys, int octets) {
        byte[] all = Providers.random(Math.multiplyExact(keys, SIZE));
        byte[] inner = padded(INNER, Providers.random(octets));
        byte[] outer = padded(OUTER, new byte[SIZE]);
        return new Step() {
            private int at;

            @Override
            public int run() throws GeneralSecurityException {
                innermost(all, at, inner, outer);
                at = (at + SIZE) % all.length;
                return hash(outer)[0];
            }
        };
    }

    /** Returns the HMAC of so many octets under one key, written in place. */
    Step hmacInPlace(int octets) {
        byte[] key = Providers.random(SIZE);
        byte[] inner = padded(INNER, Providers.random(octets));
        byte[] outer = padded(OUTER, new byte[SIZE]);
        byte[] result = new byte[SIZE];
        return () -> {
            hmac(key, inner, outer, result);
            return result[0];
        };
    }

    /**
     * HMAC by RFC 2104 of what stands behind the pad in {@code inner}; the pads are used again, and hold what a key of {@value #SIZE}
     * octets leaves as it is.
     */
    final byte[] hmac(byte[] key, byte[] inner, byte[] outer) throws GeneralSecurityException {
        innermost(key, 0, inner, outer);
        return hash(outer);
    }

    /** The same HMAC, written into {@value #SIZE} octets. */
    final void hmac(byte[] key, byte[] inner, byte[] outer, byte[] target) throws GeneralSecurityException {
        innermost(key, 0, inner, outer);
        hash(outer, target, 0);
    }

    /** Keys both pads, and puts the inner hash behind the outer one. */
    private void innermost(byte[] keys, int at, byte[] inner, byte[] outer) throws GeneralSecurityException {
        for (int i = 0; i < SIZE; i++) {
            inner[i] = (byte) (keys[at + i] ^ INNER);
            outer[i] = (byte) (keys[at + i] ^ OUTER);
        }
        hash(inner, outer, BLOCK);
    }

    static byte[] padded(byte pad, byte[] message) {
        byte[] padded = new byte[BLOCK + message.length];
        Arrays.fill(padded, 0, BLOCK, pad);
        System.arraycopy(message, 0, padded, BLOCK, message.length);
        return padded;
    }

    /** By a JCA provider. */
    static final class Jca extends RawHash {
        private final MessageDigest digest;

        Jca(MessageDigest digest) {
            this.digest = digest;
        }

        @Override
        byte[] hash(byte[] message) {
            return digest.digest(message);
        }

        @Override
        void hash(byte[] message, byte[] target, int offset) throws GeneralSecurityException {
            digest.update(message);
            digest.digest(target, offset, SIZE);
        }
    }

    /** By Bouncy Castle. */
    static final class Bouncy extends RawHash {
        private final SHA256Digest digest;

        Bouncy(SHA256Digest digest) {
            this.digest = digest;
        }

        @Override
        byte[] hash(byte[] message) {
            byte[] result = new byte[SIZE];
            hash(message, result, 0);
            return result;
        }

        @Override
        void hash(byte[] message, byte[] target, int offset) {
            digest.update(message, 0, message.length);
            digest.doFinal(target, offset);
        }
    }
}
