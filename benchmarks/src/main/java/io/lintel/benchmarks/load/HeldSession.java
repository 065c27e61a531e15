package io.lintel.benchmarks.load;

import io.lintel.crypto.Bytes;
import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.Outbox;
import java.time.Instant;
import java.util.Optional;

/** A tap that neither says goodbye nor leaves when it is done: its session stays, idle. */
final class HeldSession implements MessageSession {
    private final MessageSession session;

    HeldSession(MessageSession session) {
        this.session = session;
    }

    @Override
    public void opened(Instant now, Outbox outbox) {
        session.opened(now, staying(outbox));
    }

    @Override
    public void received(Bytes message, Instant now, Outbox outbox) {
        session.received(message, now, staying(outbox));
    }

    @Override
    public void expired(Instant now, Outbox outbox) {
        session.expired(now, staying(outbox));
    }

    @Override
    public void disconnected(Instant now) {
        session.disconnected(now);
    }

    @Override
    public Optional<Instant> deadline() {
        return session.isSettled() ? Optional.empty() : session.deadline();
    }

    @Override
    public boolean isSettled() {
        return session.isSettled();
    }

    private Outbox staying(Outbox outbox) {
        return new Outbox() {
            @Override
            public void send(Bytes message) {
                if (!session.isSettled()) { // behind the outcome comes the goodbye
                    outbox.send(message);
                }
            }

            @Override
            public void end() {
                // It stays.
            }

            @Override
            public void later(Work work) {
                outbox.later((now, then) -> work.happen(now, staying(then)));
            }
        };
    }
}
