package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.wire.MessageKind;
import java.time.Instant;
import java.util.List;

/** The tap is over: nothing is held and nothing more is done. */
enum Ended implements ReaderState {
    ENDED;

    @Override
    public ReaderStep receive(MessageKind kind, Bytes message, Instant now) {
        return new ReaderStep(this, List.of());
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public void leaveFor(ReaderState next, Instant now) {
        // Nothing is held.
    }
}
