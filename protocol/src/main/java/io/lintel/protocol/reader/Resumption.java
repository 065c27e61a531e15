package io.lintel.protocol.reader;

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

    Resumption(CryptoSuite suite, Signed<Credential> credential, Instant createdAt, SecretBytes first) {
        this.credential = credential;
        this.createdAt = createdAt;
        this.current = new Step(suite, this, first);
    }

    /** One step: its secret, the hints of its attempts, and the lowest attempt that is still good. */
    static final class Step {
        final Resumption owner;
        final SecretBytes secret;
        final long[] hints = new long[Ratchet.ATTEMPTS];
        int floor;

        Step(CryptoSuite suite, Resumption owner, SecretBytes secret) {
            this.owner = owner;
            this.secret = secret;
            for (int attempt = 0; attempt < hints.length; attempt++) {
                hints[attempt] = Ratchet.hintNumber(suite, secret, attempt);
            }
        }

        Step next(CryptoSuite suite) {
            return new Step(suite, owner, Ratchet.step(suite, secret));
        }

        /** Returns which attempt a hint of this step is of. */
        int attempt(long hint) {
            int attempt = 0;
            while (hints[attempt] != hint) {
                attempt++;
            }
            return attempt;
        }
    }
}
