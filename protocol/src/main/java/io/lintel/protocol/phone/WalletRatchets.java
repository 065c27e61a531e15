package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Resumption.State;
import io.lintel.protocol.wire.Ratchet;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * The wallet's ratchets over its store (spec/protocol.md 5.2). An attempt is durably used before its message exists, so no
 * index ever serves two openers, wherever the process is killed.
 */
final class WalletRatchets {
    /** Rounds of compare-and-set before a contended ratchet is given up for a cold tap. */
    private static final int MAX_ROUNDS = 16;

    private final WalletStore store;

    /** One reserved attempt: a copy of the step's secret, which closing erases, and the index that nobody else will use. */
    record Attempt(SecretBytes secret, int index) implements AutoCloseable {
        @Override
        public void close() {
            secret.close();
        }
    }

    WalletRatchets(WalletStore store) {
        this.store = store;
    }

    /** Reserves the next attempt if the ratchet fits what the opener says; a cold tap follows where it does not. */
    Optional<Attempt> reserve(ResumptionKey key, Bytes stateEpoch, int keyEpoch, Bytes credentialReference) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Resumption> held = store.resumption(key);
            Optional<State> ratchet = held.flatMap(Resumption::ratchet);
            Optional<State> fitting = ratchet.filter(state -> state.wasMadeWith(stateEpoch, credentialReference)
                    && state.keyEpoch() == keyEpoch
                    && state.nextAttempt() < Ratchet.ATTEMPTS);
            if (fitting.isPresent() && replace(key, held, fitting.map(State::afterAttempt))) {
                return fitting.map(state -> new Attempt(state.secret(), state.nextAttempt()));
            }
            erase(ratchet);
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Returns whether this reader, in this state epoch, was given the credential before. */
    boolean wasKnown(ResumptionKey key, Bytes stateEpoch, Bytes credentialReference) {
        Optional<State> ratchet = store.resumption(key).flatMap(Resumption::ratchet);
        erase(ratchet);
        return ratchet.filter(state -> state.wasMadeWith(stateEpoch, credentialReference))
                .isPresent();
    }

    /** Keeps a cold tap's ratchet in place of any other. The secret stays the caller's. */
    void begin(ResumptionKey key, State first) {
        change(key, held -> Optional.of(first));
    }

    /** Steps the ratchet that an answer was about; a late answer about an older step changes nothing. */
    void step(ResumptionKey key, CryptoSuite suite, Attempt answered) {
        try (SecretBytes next = Ratchet.step(suite, answered.secret())) {
            change(
                    key,
                    held -> held.map(
                            state -> state.secret().equals(answered.secret()) ? state.afterStep(next) : state));
        }
    }

    /** Empties the ratchet, or only the one with a secret. */
    void drop(ResumptionKey key, Optional<SecretBytes> onlyThis) {
        change(
                key,
                held -> held.filter(
                        state -> onlyThis.filter(secret -> !state.secret().equals(secret))
                                .isPresent()));
    }

    /** Applies a change until it goes through, or until there is nothing to change. */
    private void change(ResumptionKey key, UnaryOperator<Optional<State>> change) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Resumption> held = store.resumption(key);
            Optional<State> ratchet = held.flatMap(Resumption::ratchet);
            Optional<State> next = change.apply(ratchet);
            boolean done = next.equals(ratchet) || replace(key, held, next);
            erase(ratchet);
            if (done) {
                return;
            }
        }
    }

    private static void erase(Optional<State> copy) {
        copy.ifPresent(state -> state.secret().close());
    }

    private boolean replace(ResumptionKey key, Optional<Resumption> held, Optional<State> next) {
        long revision = held.map(Resumption::revision).orElse(0L);
        return store.replaceResumption(key, revision, new Resumption(revision + 1, next));
    }
}
