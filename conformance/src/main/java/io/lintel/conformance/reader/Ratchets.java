package io.lintel.conformance.reader;

import io.lintel.conformance.material.Holder;
import io.lintel.conformance.material.Material;
import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.FastMessage;
import io.lintel.protocol.wire.OpenerHeader;
import io.lintel.protocol.wire.Ratchet;
import io.lintel.protocol.wire.TapSecret;

/**
 * What a granted cold tap left with the phone.
 *
 * @param transport what the taps go over
 * @param holder whose it is
 * @param secret the current step's secret
 */
record Ratchets(Material material, Transport transport, Holder holder, SecretBytes secret) {
    /**
     * A fast message and the session behind it.
     *
     * @param message as it is sent
     */
    record Fast(Bytes message, EncryptedSession session) implements AutoCloseable {
        @Override
        public void close() {
            session.close();
        }
    }

    /** Returns the fast message of one attempt at an opener. */
    Fast fast(Bytes opener, int attempt, Bytes intent) {
        CryptoSuite suite = material.suite();
        Bytes hash = OpenerHeader.openerHash(suite, transport, opener);
        TapSecret tap = TapSecret.ofFast(suite, secret, attempt, hash);
        Bytes hint = Ratchet.hint(suite, secret, attempt);
        try (SecretBytes key = tap.key(TapSecret.Use.TAP)) {
            Bytes message = FastMessage.seal(suite, key, hint, intent).encode();
            return new Fast(message, EncryptedSession.ofPhone(suite, tap));
        }
    }

    Fast fast(Bytes opener, int attempt) {
        return fast(opener, attempt, PhoneEnd.GESTURE.encode());
    }

    /** Returns the next step. */
    Ratchets stepped() {
        return new Ratchets(material, transport, holder, Ratchet.step(material.suite(), secret));
    }

    /** Holds a secret. */
    @Override
    public String toString() {
        return "Ratchets[redacted]";
    }
}
