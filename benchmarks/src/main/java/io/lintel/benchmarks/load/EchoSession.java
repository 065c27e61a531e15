package io.lintel.benchmarks.load;

import io.lintel.crypto.Bytes;
import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.Outbox;
import java.time.Instant;
import java.util.Optional;

/** Sends back what it gets, and leaves closing to the other side. */
final class EchoSession implements MessageSession {
    private boolean answered;

    @Override
    public void opened(Instant now, Outbox outbox) {
        // The other side speaks first.
    }

    @Override
    public void received(Bytes message, Instant now, Outbox outbox) {
        answered = true;
        outbox.send(message);
    }

    @Override
    public void expired(Instant now, Outbox outbox) {
        // Nothing is waited for.
    }

    @Override
    public void disconnected(Instant now) {
        // Nothing is held.
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public boolean isSettled() {
        return answered;
    }
}
