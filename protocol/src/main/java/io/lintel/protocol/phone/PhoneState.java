package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.wire.MessageKind;
import java.time.Instant;
import java.util.Optional;

/**
 * Where the phone's side of one tap stands. Each state holds only what is valid in it (spec/protocol.md 6.2 is this table
 * in words).
 */
sealed interface PhoneState
        permits AwaitingOpener, AwaitingCertificate, AwaitingAnswer, PhoneEstablished, PhoneCarrying, PhoneEnded {
    /**
     * Takes one message.
     *
     * @throws io.lintel.protocol.wire.MalformedException if the layout does not allow it
     * @throws io.lintel.crypto.CryptoException for every cryptographic failure
     */
    PhoneStep receive(MessageKind kind, Bytes message, Instant now);

    /** Returns when the state ends by time. */
    Instant deadline();

    /** Returns what is known about the door if the tap fails here. */
    Outcome outcomeOnFailure();

    /** Returns whose reader the tap is at, once the opener has said so. */
    default Optional<ProjectId> project() {
        return Optional.empty();
    }

    /** Lets go of the secrets that the next state does not take over. */
    void leaveFor(PhoneState next);
}
