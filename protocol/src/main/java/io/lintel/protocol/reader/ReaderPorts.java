package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.protocol.tap.Randomness;
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
        CryptoSuite suite, Supplier<DhKeyPair> ephemerals, Randomness randomness, AccessPolicy policy) {}
