package io.lintel.protocol.tap;

import io.lintel.crypto.Bytes;
import java.security.SecureRandom;

/** The source of public random octets (nonces, state epochs), given at construction so that a tap can be replayed. */
@FunctionalInterface
public interface Randomness {
    /** Returns fresh octets that nobody can predict. Called from several threads. */
    Bytes next(int sizeBytes);

    /** Returns the octets that a generator draws. */
    static Randomness of(SecureRandom random) {
        return sizeBytes -> {
            byte[] octets = new byte[sizeBytes];
            random.nextBytes(octets);
            return Bytes.takeOwnership(octets);
        };
    }
}
