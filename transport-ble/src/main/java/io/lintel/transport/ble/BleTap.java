package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapResult;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A phone's tap over one Bluetooth link, from the opener to its end. Thread-safe; needs no thread of its own.
 *
 * <pre>{@code
 * PhoneSession session = wallet.tap(new TapRequest(Intent.of(Trigger.LIST), link.transport()), clock.instant());
 * BleTap tap = BleTap.begin(session, link, clock, alarm, CourierBudget.NONE);
 * tap.result().thenAccept(result -> show(result));
 * }</pre>
 *
 * <p>The result comes as soon as the reader's answer is there, or why there will be none; every way of losing the link ends in
 * {@link TapResult.Failed}. Then the phone works as a courier as far as its budget lets it, and closes the link. A
 * link that is not closed 5 s later, since its peer takes nothing, is given up.
 */
public final class BleTap {
    /** How long the link may take over the end; then it is not waited for. */
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);

    private final PhoneSession session;
    private final Framing framing;
    private final LinkEnd link;
    private final Clock clock;
    private final Alarm alarm;
    private final CourierBudget budget;
    private final CompletableFuture<TapResult> result = new CompletableFuture<>();
    private final CompletableFuture<CourierReport> carried = new CompletableFuture<>();
    private Runnable silence = () -> {};
    private @Nullable Instant endsBy;
    private @Nullable CloseReason closed;

    private BleTap(PhoneSession session, BleLink link, Clock clock, Alarm alarm, CourierBudget budget) {
        this.session = session;
        this.framing = Framing.of(link.transport(), FramingLimits.ofTap());
        this.link = new LinkEnd(link, framing);
        this.clock = clock;
        this.alarm = alarm;
        this.budget = budget;
    }

    /**
     * Opens {@code link} and lets {@code session} tap over it.
     *
     * @param session a new session whose request names the link's transport; it belongs to this tap from here on
     * @param budget what the phone may carry for the reader once the result is there
     */
    public static BleTap begin(PhoneSession session, BleLink link, Clock clock, Alarm alarm, CourierBudget budget) {
        BleTap tap = new BleTap(session, link, clock, alarm, budget);
        synchronized (tap) {
            tap.schedule();
            link.open(tap.new Events());
        }
        return tap;
    }

    /** How it ends; exceptionally only with what the wallet's store threw and the tap could not do without. */
    public CompletableFuture<TapResult> result() {
        return result;
    }

    /** What came of the phone's work as a courier; after the result, never exceptionally. */
    public CompletableFuture<CourierReport> carried() {
        return carried;
    }

    /** Why the channel ended; empty while it is open. */
    public synchronized Optional<CloseReason> closeReason() {
        return Optional.ofNullable(closed);
    }

    /** Ends the tap now: the person changed their mind, or the app goes away. */
    public synchronized void cancel() {
        over(CloseReason.DONE);
    }

    private synchronized void received(Bytes packet) {
        if (closed == null) {
            handle(framing.accept(packet, clock.instant()));
        }
    }

    private synchronized void writable() {
        link.pump();
    }

    private synchronized void lost(CloseReason reason) {
        over(reason);
    }

    private synchronized void ring() {
        if (closed != null) {
            return;
        }
        Instant now = clock.instant();
        handle(framing.expire(now));
        if (closed == null && !now.isBefore(deadline())) {
            if (session.isEnded()) {
                over(CloseReason.TIMED_OUT);
            } else {
                act(session.expire(now));
            }
        }
        schedule();
    }

    private void handle(List<FrameEvent> events) {
        for (FrameEvent event : events) {
            if (closed != null) {
                return;
            }
            if (event instanceof FrameEvent.Message message) {
                receive(message.message());
            } else if (event instanceof FrameEvent.Failed failed) {
                over(failed.reason());
            } else if (event instanceof FrameEvent.EndedByPeer ended) {
                over(ended.reason());
            }
        }
        schedule();
    }

    private void receive(Bytes message) {
        try {
            act(session.receive(message, clock.instant()));
        } catch (RuntimeException failure) {
            // The wallet's store; whoever asked for the tap is told.
            result.completeExceptionally(failure);
            over(CloseReason.OWN_FAILURE);
        }
    }

    private void act(List<PhoneEffect> effects) {
        boolean finished = false;
        for (PhoneEffect effect : effects) {
            if (effect instanceof PhoneEffect.Finished outcome) {
                finished = true;
                result.complete(outcome.result());
            } else if (effect instanceof PhoneEffect.Send send) {
                link.send(send.message());
            } else if (effect instanceof PhoneEffect.Carried done) {
                carried.complete(done.report());
            } else if (effect instanceof PhoneEffect.End) {
                link.end(CloseReason.DONE);
            }
        }
        link.pump();
        if (finished) {
            act(session.carry(budget, clock.instant()));
        }
        if (endsBy == null && session.isEnded()) {
            endsBy = clock.instant().plus(ENDS_WITHIN);
        }
    }

    private void over(CloseReason reason) {
        if (closed != null) {
            return;
        }
        closed = reason;
        silence.run();
        link.end(reason);
        if (!link.pump()) {
            link.abandon(reason); // the peer takes nothing: it is not waited for
        }
        for (PhoneEffect effect : session.disconnected(clock.instant())) {
            if (effect instanceof PhoneEffect.Finished outcome) {
                result.complete(outcome.result());
            }
        }
        carried.complete(CourierReport.NOTHING);
    }

    private void schedule() {
        silence.run();
        silence = () -> {};
        if (closed == null) {
            silence = alarm.after(until(next()), this::ring);
        }
    }

    private Instant next() {
        Instant deadline = deadline();
        return framing.deadline().filter(deadline::isAfter).orElse(deadline);
    }

    private Instant deadline() {
        return endsBy == null ? session.deadline() : endsBy;
    }

    private Duration until(Instant due) {
        Duration wait = Duration.between(clock.instant(), due);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    private final class Events implements BleLink.Listener {
        @Override
        public void received(Bytes packet) {
            BleTap.this.received(packet);
        }

        @Override
        public void writable() {
            BleTap.this.writable();
        }

        @Override
        public void closed(CloseReason reason) {
            lost(reason);
        }
    }
}
