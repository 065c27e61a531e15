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

    /** One reserved attempt: the step's secret and the index that nobody else will use. */
    record Attempt(SecretBytes secret, int index) {}

    WalletRatchets(WalletStore store) {
        this.store = store;
    }

    /** Reserves the next attempt if the ratchet fits what the opener says; a cold tap follows where it does not. */
    Optional<Attempt> reserve(ResumptionKey key, Bytes stateEpoch, int keyEpoch, Bytes credentialReference) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Resumption> held = store.resumption(key);
            Optional<State> fitting = held.flatMap(Resumption::ratchet)
                    .filter(state -> state.stateEpoch().equals(stateEpoch)
                            && state.keyEpoch() == keyEpoch
                            && state.credentialReference().equals(credentialReference)
                            && state.nextAttempt() < Ratchet.ATTEMPTS);
            if (fitting.isEmpty()) {
                return Optional.empty();
            }
            State state = fitting.get();
            if (replace(key, held, Optional.of(state.afterAttempt()))) {
                return Optional.of(new Attempt(state.secret(), state.nextAttempt()));
            }
        }
        return Optional.empty();
    }

    /** Returns whether this reader, in this state epoch, was given the credential before. */
    boolean wasKnown(ResumptionKey key, Bytes stateEpoch, Bytes credentialReference) {
        return store.resumption(key)
                .flatMap(Resumption::ratchet)
                .filter(state -> state.stateEpoch().equals(stateEpoch)
                        && state.credentialReference().equals(credentialReference))
                .isPresent();
    }

    /** Keeps a cold tap's ratchet in place of any other. */
    void begin(ResumptionKey key, State first) {
        change(key, held -> Optional.of(first));
    }

    /** Steps the ratchet that an answer was about; a late answer about an older step changes nothing. */
    void step(ResumptionKey key, CryptoSuite suite, Attempt answered) {
        change(
                key,
                held -> held.map(state -> state.secret().equals(answered.secret())
                        ? state.afterStep(Ratchet.step(suite, state.secret()))
                        : state));
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
            if (next.equals(ratchet) || replace(key, held, next)) {
                return;
            }
        }
    }

    private boolean replace(ResumptionKey key, Optional<Resumption> held, Optional<State> next) {
        long revision = held.map(Resumption::revision).orElse(0L);
        return store.replaceResumption(key, revision, new Resumption(revision + 1, next));
    }
}
