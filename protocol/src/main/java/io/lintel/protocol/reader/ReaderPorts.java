package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.tap.Randomness;
import java.security.SecureRandom;
import java.util.function.Supplier;

/**
 * What a reader reaches outside itself: no clock and no randomness come from anywhere else.
 *
 * @param suite the primitives of the project's suite
 * @param ephemerals makes a DH key pair; {@code suite::generateEphemeral} outside tests
 * @param randomness nonces and the state epoch
 * @param policy the site's own rules, on top of the built-in ones
 * @param memory what the reader keeps over a restart; its own alone
 */
public record ReaderPorts(
        CryptoSuite suite,
        Supplier<DhKeyPair> ephemerals,
        Randomness randomness,
        AccessPolicy policy,
        ReaderMemory memory) {

    /** Returns the ports of a reader that keeps nothing, see {@link ReaderMemory#none()}. */
    public ReaderPorts(CryptoSuite suite, Supplier<DhKeyPair> ephemerals, Randomness randomness, AccessPolicy policy) {
        this(suite, ephemerals, randomness, policy, ReaderMemory.none());
    }

    /**
     * Returns the ports of a reader at a door, whose site has no rules of its own. Ephemeral keys are {@code suite}'s
     * ({@link CryptoSuite#generateEphemeral}), nonces come out of {@code random}. It keeps nothing over a restart unless it
     * is given a {@linkplain #withMemory memory}.
     */
    public static ReaderPorts of(CryptoSuite suite, SecureRandom random) {
        return new ReaderPorts(suite, suite::generateEphemeral, Randomness.of(random), AccessPolicy.none());
    }

    /** Returns these ports with a memory. */
    public ReaderPorts withMemory(ReaderMemory other) {
        return new ReaderPorts(suite, ephemerals, randomness, policy, other);
    }
}
