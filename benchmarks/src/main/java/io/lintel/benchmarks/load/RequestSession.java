package io.lintel.benchmarks.load;

import io.lintel.crypto.Bytes;
import io.lintel.transport.session.MessageSession;
import io.lintel.transport.session.Outbox;
import java.nio.channels.ClosedChannelException;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Says one message, waits for it to come back, and closes. */
final class RequestSession implements MessageSession {
    /** As much as a credential's reference takes in a peer's handshake. */
    private static final Bytes REQUEST = Bytes.copyOf(new byte[23]);

    private final CompletableFuture<Boolean> done;

    RequestSession(CompletableFuture<Boolean> done) {
        this.done = done;
    }

    @Override
    public void opened(Instant now, Outbox outbox) {
        outbox.send(REQUEST);
    }

    @Override
    public void received(Bytes message, Instant now, Outbox outbox) {
        done.complete(message.equals(REQUEST));
        outbox.end();
    }

    @Override
    public void expired(Instant now, Outbox outbox) {
        // Nothing is waited for.
    }

    @Override
    public void disconnected(Instant now) {
        done.completeExceptionally(new ClosedChannelException());
    }

    @Override
    public Optional<Instant> deadline() {
        return Optional.empty();
    }

    @Override
    public boolean isSettled() {
        return done.isDone();
    }
}
