package io.lintel.crypto;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class AeadTest {
    @Property(tries = 100)
    void everyProviderOpensWhatAnyProviderSeals(
            @ForAll int sealer,
            @ForAll int opener,
            @ForAll @Size(32) byte[] key,
            @ForAll long nonce,
            @ForAll byte[] data,
            @ForAll byte[] text) {
        CryptoSuite one = Providers.suite(Suite.X25519, sealer);
        CryptoSuite other = Providers.suite(Suite.P256, opener);
        byte[] sealed = one.seal(SecretBytes.copyOf(key), nonce, Bytes.copyOf(data), text);
        assertEquals(text.length + Aead.TAG_SIZE, sealed.length);
        byte[] opened = other.open(SecretBytes.copyOf(key), nonce, Bytes.copyOf(data), sealed, 0, sealed.length);
        assertArrayEquals(text, opened);
        Bytes message = Bytes.concat(Bytes.copyOf(data), Bytes.copyOf(sealed));
        assertEquals(Bytes.copyOf(text), other.open(SecretBytes.copyOf(key), nonce, message, data.length));
        Aead forwarding = new ForwardingAead(other.aead()) {};
        assertEquals(Bytes.copyOf(text), forwarding.open(SecretBytes.copyOf(key), nonce, message, data.length));
    }

    @Property(tries = 100)
    void anyChangeIsRefused(
            @ForAll int provider,
            @ForAll @Size(32) byte[] key,
            @ForAll long nonce,
            @ForAll @Size(min = 1, max = 20) byte[] data,
            @ForAll @Size(max = 20) byte[] text,
            @ForAll @IntRange(max = 1000) int place) {
        CryptoSuite suite = Providers.suite(Suite.X25519, provider);
        SecretBytes secret = SecretBytes.copyOf(key);
        Bytes context = Bytes.copyOf(data);
        Bytes sealed = Bytes.copyOf(suite.seal(secret, nonce, context, text));
        refuses(suite, secret, nonce, context, Flip.bit(sealed, place % (sealed.size() * 8)));
        refuses(suite, secret, nonce, Flip.bit(context, place % (context.size() * 8)), sealed);
        refuses(suite, secret, nonce ^ (1L << (place % 64)), context, sealed);
        refuses(suite, secret, nonce, context, sealed.slice(0, place % sealed.size()));
        refuses(suite, secret, nonce, context, Bytes.concat(sealed, Bytes.of(0)));
        SecretBytes other =
                SecretBytes.copyOf(Flip.bit(Bytes.copyOf(key), place % 256).toByteArray());
        refuses(suite, other, nonce, context, sealed);
    }

    private static void refuses(CryptoSuite suite, SecretBytes key, long nonce, Bytes data, Bytes sealed) {
        byte[] octets = sealed.toByteArray();
        assertThrows(CryptoException.class, () -> suite.open(key, nonce, data, octets, 0, octets.length));
        Bytes message = Bytes.concat(data, sealed);
        assertThrows(CryptoException.class, () -> suite.open(key, nonce, message, data.size()));
    }

    /** A provider's cipher may refuse its last key and nonce, but ours is not to: replayed vectors seal one message twice. */
    @Property(tries = 30)
    void aThreadSealsAgainWhatItSealedLast(@ForAll int provider, @ForAll @Size(32) byte[] key, @ForAll byte[] text) {
        CryptoSuite suite = Providers.suite(Suite.X25519, provider);
        SecretBytes secret = SecretBytes.copyOf(key);
        Bytes message = Bytes.copyOf(text);
        Bytes sealed = suite.seal(secret, 0, Bytes.EMPTY, message);
        assertEquals(sealed, suite.seal(secret, 0, Bytes.EMPTY, message));
        assertEquals(message, suite.open(secret, 0, Bytes.EMPTY, sealed, 0));
        assertEquals(sealed, suite.seal(secret, 0, Bytes.EMPTY, message));
    }

    @Property(tries = 30)
    void aFrontChangesNothingOfWhatIsSealedBehindIt(
            @ForAll int provider,
            @ForAll @Size(32) byte[] key,
            @ForAll @Size(max = 40) byte[] front,
            @ForAll byte[] data,
            @ForAll byte[] text) {
        CryptoSuite suite = Providers.suite(Suite.X25519, provider);
        SecretBytes secret = SecretBytes.copyOf(key);
        Bytes sealed = suite.seal(secret, 1, Bytes.copyOf(data), Bytes.copyOf(text));
        assertEquals(
                Bytes.concat(Bytes.copyOf(front), sealed),
                suite.seal(Bytes.copyOf(front), secret, 1, Bytes.copyOf(data), Bytes.copyOf(text)));
    }

    @Test
    void aPartOfAnArrayCanBeOpened() {
        CryptoSuite suite = Providers.suite(Suite.X25519, 0);
        SecretBytes key = SecretBytes.takeOwnership(new byte[32]);
        Bytes sealed = Bytes.copyOf(suite.seal(key, 1, Bytes.EMPTY, new byte[] {5}));
        byte[] framed = Bytes.concat(Bytes.of(9, 9), sealed, Bytes.of(9)).toByteArray();
        assertArrayEquals(new byte[] {5}, suite.open(key, 1, Bytes.EMPTY, framed, 2, sealed.size()));
        assertThrows(IndexOutOfBoundsException.class, () -> suite.open(key, 1, Bytes.EMPTY, framed, 4, framed.length));
        for (int outside : new int[] {-1, framed.length + 1}) {
            assertThrows(IndexOutOfBoundsException.class, () -> suite.open(key, 1, Bytes.copyOf(framed), outside));
        }
    }

    @Test
    void keysOfAnotherSizeAndDestroyedKeysAreMisuse() {
        CryptoSuite suite = Providers.suite(Suite.X25519, 0);
        SecretBytes shorter = SecretBytes.takeOwnership(new byte[16]);
        assertThrows(IllegalArgumentException.class, () -> suite.seal(shorter, 0, Bytes.EMPTY, new byte[0]));
        SecretBytes destroyed = SecretBytes.takeOwnership(new byte[32]);
        destroyed.destroy();
        assertThrows(IllegalStateException.class, () -> suite.seal(destroyed, 0, Bytes.EMPTY, new byte[0]));
    }

    @Test
    void allFailuresLookTheSame() {
        CryptoException one = assertThrows(
                CryptoException.class, () -> Providers.suite(Suite.P256, 0).dhPublicKey(Bytes.EMPTY));
        CryptoException other = assertThrows(
                CryptoException.class, () -> Providers.suite(Suite.X25519, 0).signingPublicKey(Bytes.of(1)));
        assertEquals(one.getMessage(), other.getMessage());
        assertEquals(one.code(), other.code());
        assertEquals(0, one.getStackTrace().length);
        assertEquals(null, one.getCause());
    }
}
