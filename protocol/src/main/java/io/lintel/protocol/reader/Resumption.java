package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.wire.Ratchet;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the reader keeps of one phone after a cold tap: the current step of its ratchet and, until that one is used, the
 * last, so that a lost answer costs nothing (spec/protocol.md 5.2). Plain data, guarded by its {@link ResumptionTable}.
 */
final class Resumption {
    final Signed<Credential> credential;
    final Instant createdAt;
    int uses;

    @Nullable
    Step last;

    Step current;

    Resumption(Signed<Credential> credential, Instant createdAt, Step first) {
        this.credential = credential;
        this.createdAt = createdAt;
        this.current = first;
    }

    /** One step: its secret, the hints of its attempts, and the lowest attempt that is still good. */
    static final class Step {
        final SecretBytes secret;
        final Bytes[] hints = new Bytes[Ratchet.ATTEMPTS];
        int floor;

        Step(CryptoSuite suite, SecretBytes secret) {
            this.secret = secret;
            for (int attempt = 0; attempt < hints.length; attempt++) {
                hints[attempt] = Ratchet.hint(suite, secret, attempt);
            }
        }

        Step next(CryptoSuite suite) {
            return new Step(suite, Ratchet.step(suite, secret));
        }
    }
}
