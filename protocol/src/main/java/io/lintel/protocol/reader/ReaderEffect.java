package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.TapError;
import java.util.Optional;

/** What the owner of a {@link ReaderSession} does next, in the order given. */
public sealed interface ReaderEffect {
    /** Send one message to the phone. */
    record Send(Bytes message) implements ReaderEffect {}

    /** Act on a decision: open the door or not, and record the event. Comes before the answer's {@link Send}. */
    record Decided(AccessEvent event) implements ReaderEffect {}

    /** Flush what was sent and close the channel. The error is empty after an orderly end. */
    record End(Optional<TapError> error) implements ReaderEffect {}
}
