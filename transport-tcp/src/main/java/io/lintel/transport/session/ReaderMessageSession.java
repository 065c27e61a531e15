package io.lintel.transport.session;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderEffect;
import io.lintel.protocol.reader.ReaderSession;
import io.lintel.protocol.tap.Transport;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The reader's side of a tap on one channel.
 *
 * <p>A decision reaches the event sink before its answer is sent. A sink that throws fails the tap closed: the answer is
 * not sent, and the channel closes. What a courier asks for behind the answer is left for later, as it may wait for a disk.
 */
public final class ReaderMessageSession implements MessageSession {
    private final Reader reader;
    private final Transport transport;
    private final Consumer<AccessEvent> decisions;
    private @Nullable ReaderSession session;
    private boolean decided;

    /** The session of one channel that {@code transport} names. */
    public ReaderMessageSession(Reader reader, Transport transport, Consumer<AccessEvent> decisions) {
        this.reader = reader;
        this.transport = transport;
        this.decisions = decisions;
    }

    @Override
    public void opened(Instant now, Outbox outbox) {
        ReaderSession begun = reader.open(transport, now);
        session = begun;
        outbox.send(begun.opener());
    }

    @Override
    public void received(Bytes message, Instant now, Outbox outbox) {
        ReaderSession tap = session;
        if (tap != null) {
            act(tap.receiveAtOnce(message, now), outbox);
            if (tap.hasWork()) {
                outbox.later((then, answer) -> act(tap.work(then), answer));
            }
        }
    }

    @Override
    public void expired(Instant now, Outbox outbox) {
        if (session != null) {
            act(session.expire(now), outbox);
        }
    }

    @Override
    public void disconnected(Instant now) {
        if (session != null) {
            // The channel is gone, and a session that loses it decides nothing; it only gives back what it held.
            session.disconnected(now);
        }
    }

    @Override
    public Optional<Instant> deadline() {
        return session == null || session.isEnded() ? Optional.empty() : Optional.of(session.deadline());
    }

    @Override
    public boolean isSettled() {
        return decided;
    }

    private void act(List<ReaderEffect> effects, Outbox outbox) {
        for (ReaderEffect effect : effects) {
            if (effect instanceof ReaderEffect.Decided decision) {
                decided = true;
                decisions.accept(decision.event());
            } else if (effect instanceof ReaderEffect.Send send) {
                outbox.send(send.message());
            } else if (effect instanceof ReaderEffect.End) {
                outbox.end();
            }
        }
    }
}
