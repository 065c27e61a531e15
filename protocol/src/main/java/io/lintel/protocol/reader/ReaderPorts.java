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
 * @param ephemerals makes a DH key pair; {@code suite::generateDhKeyPair} outside tests
 * @param randomness nonces and the state epoch
 * @param policy the site's own rules, on top of the built-in ones
 */
public record ReaderPorts(
        CryptoSuite suite, Supplier<DhKeyPair> ephemerals, Randomness randomness, AccessPolicy policy) {

    /** Returns the ports of a reader at a door, whose site has no rules of its own. */
    public static ReaderPorts of(CryptoSuite suite, SecureRandom random) {
        return new ReaderPorts(suite, suite::generateDhKeyPair, Randomness.of(random), AccessPolicy.none());
    }
}
