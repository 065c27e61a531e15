package io.lintel.protocol.reader;

import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.wire.Lengths;
import io.lintel.protocol.wire.Ratchet;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What the reader keeps of one phone after a cold tap: the current step of its ratchet and, until that one is used, the
 * last, so that a lost answer costs nothing (spec/protocol.md 5.2). Plain data, guarded by its {@link ResumptionTable}.
 *
 * <p>The two steps take turns in the same memory: a tap leaves a collector nothing to do, however long this lives.
 */
final class Resumption {
    final Signed<Credential> credential;
    final Instant createdAt;
    final int place;
    int uses;

    private final Step even;
    private final Step odd;
    private boolean isOdd;
    private boolean hasLast;

    /**
     * Keeps the first step.
     *
     * @param place where the table has it
     */
    Resumption(CryptoSuite suite, Signed<Credential> credential, Instant createdAt, SecretBytes first, int place) {
        this.credential = credential;
        this.createdAt = createdAt;
        this.place = place;
        this.even = new Step(this, 2 * place);
        this.odd = new Step(this, 2 * place + 1);
        even.begin(suite, first);
    }

    /** Returns the place of the one that has the step of this number. */
    static int placeOf(int step) {
        return step >> 1;
    }

    /** Returns the step of this number, which is one of its own. */
    Step numbered(int step) {
        return step == odd.number ? odd : even;
    }

    long serial() {
        return credential.value().serial();
    }

    Step current() {
        return isOdd ? odd : even;
    }

    /** Returns the step before the current one; null before the first tap. */
    @Nullable
    Step last() {
        if (!hasLast) {
            return null;
        }
        return isOdd ? even : odd;
    }

    /** Goes on by a step, in the memory of the {@link #last()} one, whose hints nobody finds any more. */
    void advance(CryptoSuite suite, SecretBytes current) {
        try (SecretBytes following = Ratchet.step(suite, current)) {
            (isOdd ? even : odd).begin(suite, following);
        }
        isOdd = !isOdd;
        hasLast = true;
    }

    /** One step: its secret, the hints of its attempts, and the lowest attempt that is still good. */
    static final class Step {
        final Resumption owner;

        /** By which a {@link HintTable} knows it. */
        final int number;

        final long[] hints = new long[Ratchet.ATTEMPTS];
        int floor;
        private final byte[] secret = new byte[Lengths.SECRET];

        private Step(Resumption owner, int number) {
            this.owner = owner;
            this.number = number;
        }

        private void begin(CryptoSuite suite, SecretBytes from) {
            for (int attempt = 0; attempt < hints.length; attempt++) {
                hints[attempt] = Ratchet.hintNumber(suite, from, attempt);
            }
            from.copyTo(secret);
            floor = 0;
        }

        /** Returns a copy, which the caller closes. */
        SecretBytes secret() {
            return SecretBytes.copyOf(secret);
        }

        void erase() {
            Arrays.fill(secret, (byte) 0);
        }

        /** Returns which attempt a hint of this step is of; all there are for one that is not good. */
        int attempt(long hint) {
            int attempt = floor;
            while (attempt < hints.length && hints[attempt] != hint) {
                attempt++;
            }
            return attempt;
        }

        boolean isGood(long hint) {
            return attempt(hint) < hints.length;
        }
    }
}
