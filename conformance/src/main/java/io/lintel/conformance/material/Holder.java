package io.lintel.conformance.material;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.DhKeyPair;

/**
 * A credential and the key that it names.
 *
 * @param key the holder key, private half included
 * @param credential the signed credential
 */
public record Holder(DhKeyPair key, Bytes credential) {
    /** Shows nothing. */
    @Override
    public String toString() {
        return "Holder[redacted]";
    }
}
