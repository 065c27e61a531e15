package io.lintel.transport.session;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapResult;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The phone's side of a tap on one channel.
 *
 * <p>The result completes as soon as the tap has its outcome, or exceptionally when the wallet's store fails; then the
 * phone works as a courier as far as its budget lets it, and closes the channel.
 */
public final class PhoneMessageSession implements MessageSession {
    private final PhoneSession session;
    private final CompletableFuture<TapResult> result;
    private final CourierBudget budget;
    private final CompletableFuture<CourierReport> carried;

    /** Drives {@code session}, completes {@code result}, and closes. */
    public PhoneMessageSession(PhoneSession session, CompletableFuture<TapResult> result) {
        this(session, result, CourierBudget.NONE, new CompletableFuture<>());
    }

    /** Drives {@code session}, completes {@code result}, lets the phone work as a courier, and completes {@code carried}. */
    public PhoneMessageSession(
            PhoneSession session,
            CompletableFuture<TapResult> result,
            CourierBudget budget,
            CompletableFuture<CourierReport> carried) {
        this.session = session;
        this.result = result;
        this.budget = budget;
        this.carried = carried;
    }

    @Override
    public void opened(Instant now, Outbox outbox) {
        // The reader speaks first.
    }

    @Override
    public void received(Bytes message, Instant now, Outbox outbox) {
        try {
            act(session.receive(message, now), now, outbox);
        } catch (RuntimeException failure) {
            // The wallet's store; whoever asked for the tap is told.
            result.completeExceptionally(failure);
            carried.complete(CourierReport.NOTHING);
            outbox.end();
        }
    }

    @Override
    public void expired(Instant now, Outbox outbox) {
        act(session.expire(now), now, outbox);
    }

    @Override
    public void disconnected(Instant now) {
        for (PhoneEffect effect : session.disconnected(now)) {
            if (effect instanceof PhoneEffect.Finished finished) {
                result.complete(finished.result());
            }
        }
        carried.complete(CourierReport.NOTHING);
    }

    @Override
    public Optional<Instant> deadline() {
        return session.isEnded() ? Optional.empty() : Optional.of(session.deadline());
    }

    @Override
    public boolean isSettled() {
        return result.isDone();
    }

    private void act(List<PhoneEffect> effects, Instant now, Outbox outbox) {
        boolean finished = false;
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Finished outcome) {
                finished = true;
                result.complete(outcome.result());
            } else if (effect instanceof PhoneEffect.Send send) {
                outbox.send(send.message());
            } else if (effect instanceof PhoneEffect.Carried done) {
                carried.complete(done.report());
            } else if (effect instanceof PhoneEffect.End) {
                outbox.end();
            }
        }
        if (finished) {
            act(session.carry(budget, now), now, outbox);
        }
    }
}
