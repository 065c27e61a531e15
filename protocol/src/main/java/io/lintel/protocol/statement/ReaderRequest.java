package io.lintel.protocol.statement;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhPublicKey;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;

/**
 * A reader's request for a certificate: the public keys that it made itself, signed with the private half of its signing
 * key, so that nobody gets a certificate for a signing key that is another's.
 *
 * <p>It is no statement of the project: whoever carries it to the manager vouches for which door the reader stands at.
 *
 * @param suite the suite of both keys
 * @param dhKey the static key for Diffie-Hellman, 32 or 33 octets after the suite
 * @param signingKey the key for signatures, of the same size
 * @param signature 64 octets over {@code "lintel/1/reader-request"}, a zero octet, the suite's number and both keys
 */
public record ReaderRequest(Suite suite, Bytes dhKey, Bytes signingKey, Bytes signature) {
    private static final String KIND = "reader-request";
    private static final Bytes CONTEXT = Bytes.concat(Bytes.utf8("lintel/1/" + KIND), Bytes.of(0));

    /** Refuses values of a wrong size with {@link IllegalArgumentException}. */
    public ReaderRequest {
        Require.size(dhKey, suite.dhKeySize(), "reader's DH key");
        Require.size(signingKey, suite.signingKeySize(), "reader's signing key");
        Require.size(signature, StatementForm.SIGNATURE_SIZE_BYTES, "signature");
    }

    /** Makes the request of the reader that holds these keys. */
    public static ReaderRequest make(CryptoSuite suite, DhPublicKey dhKey, SigningKeyPair signing) {
        Bytes signingKey = signing.publicKey().encoded();
        Bytes signature = suite.sign(signing.privateKey(), message(suite.id(), dhKey.encoded(), signingKey));
        return new ReaderRequest(suite.id(), dhKey.encoded(), signingKey, signature);
    }

    /** Returns whether both keys are keys of their suite and the signature is by the signing key. */
    public boolean isProven(CryptoSuite crypto) {
        if (crypto.id() != suite) {
            return false;
        }
        try {
            crypto.dhPublicKey(dhKey);
            return crypto.verify(crypto.signingPublicKey(signingKey), message(suite, dhKey, signingKey), signature);
        } catch (CryptoException e) {
            return false;
        }
    }

    /** Returns the octets that {@link #decode} reads: suite, DH key, signing key, signature. */
    public Bytes encoded() {
        return Bytes.concat(Bytes.of(suite.id()), dhKey, signingKey, signature);
    }

    /**
     * Reads a request; whether it is proven is a question of its own.
     *
     * @throws StatementException with {@link StatementException.Code#MALFORMED}
     */
    public static ReaderRequest decode(Bytes encoded) {
        if (encoded.isEmpty()) {
            throw StatementException.malformed(KIND, "it is empty");
        }
        Suite suite = Suite.ofId(encoded.unsigned(0))
                .orElseThrow(() -> StatementException.malformed(KIND, "its suite is unknown"));
        int dhEnd = 1 + suite.dhKeySize();
        int signingEnd = dhEnd + suite.signingKeySize();
        if (encoded.size() != signingEnd + StatementForm.SIGNATURE_SIZE_BYTES) {
            throw StatementException.malformed(KIND, "it has another size than its suite gives it");
        }
        return new ReaderRequest(
                suite,
                encoded.slice(1, dhEnd),
                encoded.slice(dhEnd, signingEnd),
                encoded.slice(signingEnd, encoded.size()));
    }

    private static Bytes message(Suite suite, Bytes dhKey, Bytes signingKey) {
        return Bytes.concat(CONTEXT, Bytes.of(suite.id()), dhKey, signingKey);
    }
}
