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

    /** How a tap may begin. */
    sealed interface Beginning {}

    /**
     * Fast, with one reserved attempt: a copy of the step's secret, which closing erases, and the index that nobody else
     * will use.
     */
    record Attempt(SecretBytes secret, int index) implements Beginning, AutoCloseable {
        @Override
        public void close() {
            secret.close();
        }
    }

    /** Cold, and whether this reader, in this state epoch, was given the credential before. */
    enum Cold implements Beginning {
        KNOWN,
        STRANGER
    }

    WalletRatchets(WalletStore store) {
        this.store = store;
    }

    /**
     * Reserves the next attempt if the ratchet fits what the opener says; the tap is cold where it does not.
     *
     * @throws WalletStoreException if the attempt is not known to be durably used; it must not be sent then
     */
    Beginning reserve(ResumptionKey key, Bytes stateEpoch, int keyEpoch, Bytes credentialReference) {
        for (int round = 0; round < MAX_ROUNDS; round++) {
            Optional<Resumption> held = store.resumption(key);
            Optional<State> ratchet = held.flatMap(Resumption::ratchet);
            Optional<State> made = ratchet.filter(state -> state.wasMadeWith(stateEpoch, credentialReference));
            Optional<State> fitting =
                    made.filter(state -> state.keyEpoch() == keyEpoch && state.nextAttempt() < Ratchet.ATTEMPTS);
            if (fitting.isEmpty()) {
                erase(ratchet);
                return made.isPresent() ? Cold.KNOWN : Cold.STRANGER;
            }
            if (use(key, held, fitting.get())) {
                return new Attempt(fitting.get().secret(), fitting.get().nextAttempt());
            }
        }
        return Cold.KNOWN;
    }

    /** Uses a ratchet's next attempt; where that did not come about, the copy of the secret is erased. */
    private boolean use(ResumptionKey key, Optional<Resumption> held, State ratchet) {
        boolean used = false;
        try {
            used = replace(key, held, Optional.of(ratchet.afterAttempt()));
            return used;
        } finally {
            if (!used) {
                ratchet.secret().close();
            }
        }
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
            try {
                Optional<State> next = change.apply(ratchet);
                if (next.equals(ratchet) || replace(key, held, next)) {
                    return;
                }
            } finally {
                erase(ratchet);
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
