package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult.Outcome;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Traffic;
import java.time.Instant;
import java.util.List;

/** The answer is in; the channel is an encrypted session for optional traffic until the owner closes it. */
record PhoneEstablished(EncryptedSession session, CourierErrand errand, Instant deadline) implements PhoneState {

    @Override
    public PhoneStep receive(MessageKind kind, Bytes message, Instant now) {
        if (kind != MessageKind.TRAFFIC) {
            return end();
        }
        return session.openTraffic(message).isClose() ? end() : new PhoneStep(this, List.of());
    }

    PhoneStep close() {
        Bytes close = session.seal(MessageKind.TRAFFIC, Traffic.close().encode());
        return new PhoneStep(PhoneEnded.ENDED, List.of(new PhoneEffect.Send(close), new PhoneEffect.End()));
    }

    static PhoneStep end() {
        return new PhoneStep(PhoneEnded.ENDED, List.of(new PhoneEffect.End()));
    }

    @Override
    public Outcome outcomeOnFailure() {
        return Outcome.UNKNOWN;
    }

    @Override
    public void leaveFor(PhoneState next) {
        if (next != this && !(next instanceof PhoneCarrying)) {
            session.close();
        }
    }
}
