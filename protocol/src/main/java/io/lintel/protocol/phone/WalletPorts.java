package io.lintel.protocol.phone;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Suite;
import java.util.function.Function;

/**
 * What a wallet reaches outside itself.
 *
 * @param store the phone's storage
 * @param suites the primitives of each suite
 * @param ephemerals makes a DH key pair for a suite, never the same twice; {@code CryptoSuite::generateEphemeral} outside
 *     tests
 */
public record WalletPorts(
        WalletStore store, Function<Suite, CryptoSuite> suites, Function<CryptoSuite, DhKeyPair> ephemerals) {}
