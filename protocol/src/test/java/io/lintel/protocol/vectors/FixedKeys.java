package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;

/** The keys and the randomness of the vectors: SHA-256 of what they are for, so that nobody need trust how they came. */
final class FixedKeys {
    private final CryptoSuite suite;

    FixedKeys(CryptoSuite suite) {
        this.suite = suite;
    }

    /** Returns 32 octets: SHA-256 of {@code "lintel vector: "} and what they are for. */
    Bytes octets(String use) {
        return suite.sha256(Bytes.utf8("lintel vector: " + use));
    }

    SecretBytes secret(String use) {
        return SecretBytes.copyOf(octets(use).toByteArray());
    }

    DhKeyPair dh(Bytes privateKey) {
        return suite.dhKeyPair(SecretBytes.copyOf(privateKey.toByteArray()));
    }

    SigningKeyPair signing(Bytes privateKey) {
        return suite.signingKeyPair(SecretBytes.copyOf(privateKey.toByteArray()));
    }
}
