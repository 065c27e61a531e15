package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.wire.MessageKind;
import java.time.Instant;
import java.util.List;

/** The tap is over: nothing is held and nothing more is done. */
enum PhoneEnded implements PhoneState {
    ENDED;

    @Override
    public PhoneStep receive(MessageKind kind, Bytes message, Instant now) {
        return new PhoneStep(this, List.of());
    }

    @Override
    public Instant deadline() {
        return Instant.MAX;
    }

    @Override
    public Outcome outcomeOnFailure() {
        return Outcome.NOT_OPENED;
    }

    @Override
    public void leaveFor(PhoneState next) {
        // Nothing is held.
    }
}
