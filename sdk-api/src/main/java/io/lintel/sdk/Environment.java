package io.lintel.sdk;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.sdk.store.ManagerStore;
import java.security.SecureRandom;
import java.time.Clock;

/** What the manager was given at construction. */
record Environment(ManagerStore store, Clock clock, SecureRandom random, Primitives primitives) {

    CryptoSuite crypto(Suite suite) {
        return primitives.suite(suite);
    }
}
