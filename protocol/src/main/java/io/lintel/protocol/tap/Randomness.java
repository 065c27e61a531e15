package io.lintel.protocol.tap;

import io.lintel.crypto.Bytes;

/** The source of public random octets (nonces, state epochs), given at construction so that a tap can be replayed. */
@FunctionalInterface
public interface Randomness {
    /** Returns fresh octets that nobody can predict. Called from several threads. */
    Bytes next(int sizeBytes);
}
