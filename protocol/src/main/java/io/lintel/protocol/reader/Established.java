package io.lintel.protocol.reader;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.wire.Answer;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.EncryptedSession;
import io.lintel.protocol.wire.MessageKind;
import io.lintel.protocol.wire.Traffic;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The answer is out; the channel is an encrypted session for optional traffic, which never delays the door
 * (spec/protocol.md 5.4).
 */
record Established(EncryptedSession session, CourierVisit courier, Instant deadline) implements ReaderState {

    /** Answers an authenticated phone. */
    static ReaderStep answer(
            Services services, EncryptedSession session, AccessEvent event, Answer.Resumption resumption, Instant now) {
        Bytes answer = session.sealAnswer(new Answer(event.denial(), resumption));
        Established next = new Established(
                session,
                new CourierVisit(services.couriers(), services.counters()),
                now.plus(services.limits().sessionLifetime()));
        return new ReaderStep(next, List.of(new ReaderEffect.Decided(event), new ReaderEffect.Send(answer)));
    }

    @Override
    public ReaderStep receive(MessageKind kind, Bytes message, Instant now) {
        if (kind != MessageKind.TRAFFIC) {
            return ReaderStep.end(Optional.of(TapError.UNEXPECTED));
        }
        Traffic traffic = session.openTraffic(message);
        if (traffic.isClose()) {
            return ReaderStep.end(Optional.empty());
        }
        Optional<CourierMessage> reply = CourierMessage.decode(traffic).flatMap(said -> courier.receive(said, now));
        return reply.map(next -> ReaderStep.send(
                        this, session.seal(MessageKind.TRAFFIC, next.encode().encode())))
                .orElseGet(() -> new ReaderStep(this, List.of()));
    }

    @Override
    public void leaveFor(ReaderState next, Instant now) {
        if (next != this) {
            courier.leave();
            session.close();
        }
    }
}
