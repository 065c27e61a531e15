package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.MessageKind;
import java.time.Instant;

/**
 * Where a reader's side of one tap stands. Each state holds only what is valid in it, takes one message and says what
 * follows (spec/protocol.md 6.1 is this table in words).
 */
sealed interface ReaderState permits AwaitingPhone, AwaitingCredential, Established, Ended {
    /**
     * Takes one message.
     *
     * @throws io.lintel.protocol.wire.MalformedException if the layout does not allow it
     * @throws io.lintel.crypto.CryptoException for every cryptographic failure
     */
    ReaderStep receive(MessageKind kind, Bytes message, Instant now);

    /** Returns when the state ends by time. */
    Instant deadline();

    /** Lets go of the secrets, and of the ephemeral, that the next state does not take over. */
    void leaveFor(ReaderState next, Instant now);
}
