package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import java.util.Optional;

/**
 * What the phone keeps of one reader between taps. Never deleted, only emptied: the revision must not start again, or two
 * processes could use one attempt twice.
 *
 * @param revision 1 or more, one higher with each change
 * @param ratchet the live ratchet, or empty: the next tap is cold
 */
public record Resumption(long revision, Optional<State> ratchet) {

    /**
     * A live ratchet.
     *
     * @param stateEpoch the reader's state epoch when it was made, 4 octets
     * @param keyEpoch the key epoch that it was made under
     * @param credentialReference the signed credential that it was made with, 20 octets
     * @param nextAttempt the lowest attempt index that was never used; 4 when all were
     * @param secret the step's secret, 32 octets; redacted in {@code toString}
     */
    public record State(
            Bytes stateEpoch, int keyEpoch, Bytes credentialReference, int nextAttempt, SecretBytes secret) {

        boolean wasMadeWith(Bytes readerStateEpoch, Bytes reference) {
            return stateEpoch.equals(readerStateEpoch) && credentialReference.equals(reference);
        }

        State afterAttempt() {
            return new State(stateEpoch, keyEpoch, credentialReference, nextAttempt + 1, secret);
        }

        State afterStep(SecretBytes next) {
            return new State(stateEpoch, keyEpoch, credentialReference, 0, next);
        }
    }
}
