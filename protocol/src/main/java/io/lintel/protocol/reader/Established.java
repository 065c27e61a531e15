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
 *
 * @param courier what the phone has done as a courier; empty before its first word
 * @param asked what a courier said that was not worked on yet; no other message is taken before
 */
record Established(
        Services services,
        EncryptedSession session,
        Optional<CourierVisit> courier,
        Instant deadline,
        Optional<CourierMessage> asked)
        implements ReaderState {

    /** Answers an authenticated phone. */
    static ReaderStep answer(
            Services services, EncryptedSession session, AccessEvent event, Answer.Resumption resumption, Instant now) {
        Bytes answer = session.sealAnswer(new Answer(event.denial(), resumption));
        Established next = new Established(
                services, session, Optional.empty(), now.plus(services.limits().sessionLifetime()), Optional.empty());
        return new ReaderStep(next, List.of(new ReaderEffect.Decided(event), new ReaderEffect.Send(answer)));
    }

    /** Opens and reads one message, and waits for nothing: what a courier says is kept. */
    @Override
    public ReaderStep receive(MessageKind kind, Bytes message, Instant now) {
        if (kind != MessageKind.TRAFFIC) {
            return ReaderStep.end(Optional.of(TapError.UNEXPECTED));
        }
        Traffic traffic = session.openTraffic(message);
        if (traffic.isClose()) {
            return ReaderStep.end(Optional.empty());
        }
        Optional<CourierMessage> said = CourierMessage.decode(traffic);
        return new ReaderStep(new Established(services, session, Optional.of(visit()), deadline, said), List.of());
    }

    /**
     * Does what a courier asked for, which may wait for a disk.
     *
     * @throws io.lintel.protocol.wire.MalformedException if it has no place here
     */
    ReaderStep work(CourierMessage said, Instant now) {
        return visit().receive(said, now)
                .map(reply -> ReaderStep.send(
                        this, session.seal(MessageKind.TRAFFIC, reply.encode().encode())))
                .orElseGet(() -> new ReaderStep(this, List.of()));
    }

    /** Returns the same session with nothing to be worked on. */
    Established idle() {
        return new Established(services, session, courier, deadline, Optional.empty());
    }

    private CourierVisit visit() {
        return courier.orElseGet(() -> new CourierVisit(services.couriers(), services.counters()));
    }

    @Override
    public void leaveFor(ReaderState next, Instant now) {
        if (!(next instanceof Established still && still.session == session)) {
            courier.ifPresent(CourierVisit::leave);
            session.close();
        }
    }
}
