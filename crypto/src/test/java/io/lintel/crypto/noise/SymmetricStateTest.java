package io.lintel.crypto.noise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Hash;
import io.lintel.crypto.NoiseSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.Suite;
import io.lintel.crypto.noise.SymmetricState.CipherKey;
import org.junit.jupiter.api.Test;

/** The hash is mixed in its place, and what somebody was given of it stays. */
class SymmetricStateTest {
    private final NoiseSuite suite = NoiseSuites.of(Suite.X25519).noise();
    private final Hash hash = suite.hash();
    private final Bytes first = hash.digest(Bytes.of(1));

    @Test
    void aHashThatWasGivenAwayStaysAsItWas() {
        SymmetricState state = new SymmetricState(suite, first);
        assertEquals(first, state.handshakeHash());

        state.mixHash(Bytes.of(2));
        state.mixHash(Bytes.of(3));
        Bytes third = state.handshakeHash();
        assertSame(third, state.handshakeHash());
        state.mixHash(Bytes.of(4));
        state.mixHash(Bytes.of(5));
        Bytes fifth = state.handshakeHash();

        Bytes expectedThird = hash.digest(hash.digest(first, Bytes.of(2)), Bytes.of(3));
        assertEquals(expectedThird, third);
        assertEquals(hash.digest(hash.digest(expectedThird, Bytes.of(4)), Bytes.of(5)), fifth);
        assertEquals(hash.digest(Bytes.of(1)), first);
    }

    @Test
    void aHashThatWasGivenAwayBeforeAPreSharedKeyStays() {
        SymmetricState state = new SymmetricState(suite, first);
        state.mixHash(Bytes.of(2));
        Bytes before = state.handshakeHash();
        Bytes copy = Bytes.copyOf(before.toByteArray());

        state.mixKeyAndHash(SecretBytes.copyOf(new byte[32]), CipherKey.USED);

        assertEquals(copy, before);
    }
}
