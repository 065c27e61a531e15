package io.lintel.transport.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class MessageSessionHandlerTest {
    private final MutableClock clock = new MutableClock(Instant.EPOCH);
    private final TransportCounters counters = new TransportCounters();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final ScriptedSession session = new ScriptedSession();

    @Test
    void sendsWhatTheSessionSaysOnOpeningAndOnEachMessage() {
        EmbeddedChannel channel = open();

        channel.writeInbound(Bytes.of(1, 2), Bytes.of(3));

        assertEquals(ScriptedSession.HELLO, channel.readOutbound());
        assertEquals(Bytes.of(1, 2), channel.readOutbound());
        assertEquals(Bytes.of(3), channel.readOutbound());
        assertTrue(channel.isOpen());
    }

    @Test
    void closesAfterTheLastMessageOfASessionThatEnds() {
        EmbeddedChannel channel = open();
        channel.readOutbound();

        channel.writeInbound(ScriptedSession.BYE);

        assertEquals(ScriptedSession.BYE, channel.readOutbound());
        assertFalse(channel.isOpen());
        assertEquals(List.of("opened", "received " + ScriptedSession.BYE, "disconnected"), session.notes());
    }

    @Test
    void handsNothingToASessionThatHasEnded() {
        EmbeddedChannel channel = open();

        channel.writeInbound(ScriptedSession.BYE, Bytes.of(9));

        assertFalse(session.notes().contains("received " + Bytes.of(9)));
    }

    @Test
    void saysNothingMoreWhenTheSessionFailsOnOurSide() {
        EmbeddedChannel channel = open();
        channel.readOutbound();

        channel.writeInbound(ScriptedSession.BOOM);

        assertNull(channel.readOutbound(), "what a failed step wanted to say is not said");
        assertFalse(channel.isOpen());
        assertEquals(1, counters.of(TransportEvent.OWN_FAILURE));
        assertEquals("disconnected", session.notes().get(session.notes().size() - 1));
    }

    @Test
    void letsTheSessionExpireWhenTheClockSaysSo() {
        session.expiring(clock.instant().plusSeconds(5));
        EmbeddedChannel channel = open();

        pass(channel, Duration.ofSeconds(4));
        assertTrue(channel.isOpen());
        pass(channel, Duration.ofSeconds(1));

        assertTrue(session.notes().contains("expired"));
        assertFalse(channel.isOpen());
    }

    @Test
    void waitsOnWhenTheTimerRunsAheadOfTheClock() {
        session.expiring(clock.instant().plusSeconds(5));
        EmbeddedChannel channel = open();

        passOnTheTimerAlone(channel, Duration.ofSeconds(6));
        assertFalse(session.notes().contains("expired"));
        pass(channel, Duration.ofSeconds(5));

        assertTrue(session.notes().contains("expired"));
    }

    @Test
    void asksNothingOfASessionWhoseChannelIsGone() {
        session.expiring(clock.instant().plusSeconds(5));
        EmbeddedChannel channel = open();

        channel.close();
        pass(channel, Duration.ofSeconds(6));

        assertEquals(List.of("opened", "disconnected"), session.notes());
    }

    @Test
    void closesASettledSessionWhenTheTransportDrains() {
        EmbeddedChannel channel = open();
        channel.writeInbound(ScriptedSession.OK);

        channel.pipeline().fireUserEventTriggered(ChannelSignal.DRAIN);

        assertFalse(channel.isOpen());
    }

    @Test
    void letsAnExchangeUnderWayFinishWhenTheTransportDrains() {
        EmbeddedChannel channel = open();

        channel.pipeline().fireUserEventTriggered(ChannelSignal.DRAIN);
        assertTrue(channel.isOpen());
        channel.writeInbound(ScriptedSession.OK);

        assertEquals(ScriptedSession.HELLO, channel.readOutbound());
        assertEquals(ScriptedSession.OK, channel.readOutbound());
        assertFalse(channel.isOpen());
    }

    @Test
    void troublesNoWorkerWithWhatLeavesNoWork() {
        EmbeddedChannel channel = open(Optional.of(work::add));

        channel.writeInbound(ScriptedSession.OK, Bytes.of(7), ScriptedSession.BYE);

        assertEquals(List.of(), List.copyOf(work));
        assertFalse(channel.isOpen());
        assertEquals(
                notes("opened", ScriptedSession.OK, Bytes.of(7), ScriptedSession.BYE, "disconnected"), session.notes());
    }

    @Test
    void leavesWorkToWorkersOnePieceAtATimeAndInOrder() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes first = ScriptedSession.later(Bytes.of(1));
        Bytes second = ScriptedSession.later(Bytes.of(3));

        channel.writeInbound(first, Bytes.of(2), second, Bytes.of(4));
        assertEquals(notes("opened", first), session.notes(), "what follows waits for the work");
        assertEquals(List.of(ScriptedSession.HELLO, first), said(channel), "what was said before the work does not");
        assertEquals(1, work.size());

        work(channel);
        assertEquals(notes("opened", first, Bytes.of(1), Bytes.of(2), second), session.notes());
        assertEquals(1, work.size());

        work(channel);
        assertEquals(
                notes("opened", first, Bytes.of(1), Bytes.of(2), second, Bytes.of(3), Bytes.of(4)), session.notes());
        assertEquals(List.of(Bytes.of(1), Bytes.of(2), second, Bytes.of(3), Bytes.of(4)), said(channel));
        assertEquals(List.of(), List.copyOf(work));
    }

    @Test
    void letsWorkLeaveWork() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes inner = ScriptedSession.later(Bytes.of(1));
        Bytes outer = ScriptedSession.later(inner);

        channel.writeInbound(outer, Bytes.of(2));
        work(channel);
        assertEquals(notes("opened", outer, inner), session.notes());
        work(channel);

        assertEquals(notes("opened", outer, inner, Bytes.of(1), Bytes.of(2)), session.notes());
    }

    @Test
    void closesWhenTheWorkEndsTheSession() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes message = ScriptedSession.later(ScriptedSession.BYE);

        channel.writeInbound(message, Bytes.of(2));
        assertTrue(channel.isOpen());
        work(channel);

        assertFalse(channel.isOpen());
        assertEquals(List.of(ScriptedSession.HELLO, message, ScriptedSession.BYE), said(channel));
        assertEquals(notes("opened", message, ScriptedSession.BYE, "disconnected"), session.notes());
    }

    @Test
    void asksASessionAtWorkForItsDeadlineWhenItComesBack() {
        session.expiring(clock.instant().plusSeconds(5));
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes message = ScriptedSession.later(Bytes.of(7));
        channel.writeInbound(message);
        int before = session.asked();

        passOnTheTimerAlone(channel, Duration.ofSeconds(6));
        assertEquals(before, session.asked(), "a worker has it");
        pass(channel, Duration.ofSeconds(5));
        work(channel);
        passOnTheTimerAlone(channel, Duration.ZERO);

        assertEquals(notes("opened", message, Bytes.of(7), "expired", "disconnected"), session.notes());
        assertFalse(channel.isOpen());
    }

    @Test
    void tellsASessionAtWorkOnceAndLastThatItsChannelIsGone() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes message = ScriptedSession.later(Bytes.of(7));

        channel.writeInbound(message, Bytes.of(8));
        channel.close();
        assertEquals(notes("opened", message), session.notes());
        work(channel);

        assertEquals(notes("opened", message, Bytes.of(7), "disconnected"), session.notes());
        assertEquals(List.of(), List.copyOf(work));
        assertEquals(0, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void tellsASessionLastThatItsChannelWentAsItLeftWork() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes message = ScriptedSession.later(Bytes.of(7));
        channel.pipeline().addFirst(new ChannelOutboundHandlerAdapter() {
            @Override
            public void write(ChannelHandlerContext ctx, Object said, ChannelPromise promise) {
                ctx.fireChannelInactive(); // and so before the write returns
            }
        });

        channel.writeInbound(message);
        assertEquals(notes("opened", message), session.notes());
        work(channel);

        assertEquals(notes("opened", message, Bytes.of(7), "disconnected"), session.notes());
    }

    @Test
    void doesNoMoreWorkOfASessionWhoseChannelIsGone() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes inner = ScriptedSession.later(Bytes.of(1));
        Bytes outer = ScriptedSession.later(inner);

        channel.writeInbound(outer);
        channel.close();
        work(channel);

        assertEquals(notes("opened", outer, inner, "disconnected"), session.notes());
        assertEquals(List.of(), List.copyOf(work));
    }

    @Test
    void closesTheChannelOfASessionThatFailsAtWork() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes message = ScriptedSession.later(ScriptedSession.BOOM);

        channel.writeInbound(message, Bytes.of(8));
        work(channel);

        assertFalse(channel.isOpen());
        assertEquals(1, counters.of(TransportEvent.OWN_FAILURE));
        assertEquals(List.of(ScriptedSession.HELLO, message), said(channel), "failed work says nothing");
        assertEquals(notes("opened", message, ScriptedSession.BOOM, "disconnected"), session.notes());
    }

    @Test
    void countsWorkThatFailsBehindTheChannelsEnd() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes message = ScriptedSession.later(ScriptedSession.BOOM);

        channel.writeInbound(message);
        channel.close();
        work(channel);

        assertEquals(notes("opened", message, ScriptedSession.BOOM, "disconnected"), session.notes());
        assertEquals(1, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void letsWorkFinishWhenTheTransportDrains() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        Bytes message = ScriptedSession.later(Bytes.of(7));
        channel.writeInbound(ScriptedSession.OK, message, Bytes.of(8));

        channel.pipeline().fireUserEventTriggered(ChannelSignal.DRAIN);
        assertTrue(channel.isOpen());
        work(channel);

        assertFalse(channel.isOpen());
        assertEquals(
                List.of(ScriptedSession.HELLO, ScriptedSession.OK, message, Bytes.of(7)),
                said(channel),
                "what came behind the work came too late");
    }

    @Test
    void troublesNoWorkerWithAChannelsEnd() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        channel.writeInbound(ScriptedSession.OK);

        channel.close();

        assertEquals(notes("opened", ScriptedSession.OK, "disconnected"), session.notes());
        assertEquals(List.of(), List.copyOf(work));
    }

    @Test
    void doesItselfWhatWorkersThatHaveStoppedRefuse() {
        doesTheWorkItself(open(Optional.of(task -> {
            throw new RejectedExecutionException();
        })));
    }

    @Test
    void doesTheWorkItselfWhereThereAreNoWorkers() {
        doesTheWorkItself(open());
    }

    private void doesTheWorkItself(EmbeddedChannel channel) {
        Bytes message = ScriptedSession.later(Bytes.of(7));

        channel.writeInbound(message, Bytes.of(8));
        channel.close();

        assertEquals(notes("opened", message, Bytes.of(7), Bytes.of(8), "disconnected"), session.notes());
        assertEquals(List.of(ScriptedSession.HELLO, message, Bytes.of(7), Bytes.of(8)), said(channel));
    }

    @Test
    void takesNoWorkTwiceInACallNorWithAnEnd() {
        Outbox.Work nothing = (now, outbox) -> {};
        List<Consumer<Outbox>> misuses = List.of(
                outbox -> {
                    outbox.later(nothing);
                    outbox.later(nothing);
                },
                outbox -> {
                    outbox.end();
                    outbox.later(nothing);
                },
                outbox -> {
                    outbox.later(nothing);
                    outbox.end();
                });
        for (Consumer<Outbox> misuse : misuses) {
            EmbeddedChannel channel = new EmbeddedChannel(
                    new MessageSessionHandler(new Misusing(misuse), clock, counters, Optional.of(work::add)));
            channel.writeInbound(Bytes.of(1));
            assertFalse(channel.isOpen());
        }
        assertEquals(3, counters.of(TransportEvent.OWN_FAILURE));
        assertEquals(List.of(), List.copyOf(work));
    }

    /** Does with its outbox what a session must not do. */
    private record Misusing(Consumer<Outbox> misuse) implements MessageSession {
        @Override
        public void opened(Instant now, Outbox outbox) {}

        @Override
        public void received(Bytes message, Instant now, Outbox outbox) {
            misuse.accept(outbox);
        }

        @Override
        public void expired(Instant now, Outbox outbox) {}

        @Override
        public void disconnected(Instant now) {}

        @Override
        public Optional<Instant> deadline() {
            return Optional.empty();
        }

        @Override
        public boolean isSettled() {
            return false;
        }
    }

    /** Returns what a session notes that gets these messages between the others. */
    private static List<String> notes(Object... happened) {
        return Arrays.stream(happened)
                .map(each -> each instanceof Bytes message ? "received " + message : each.toString())
                .toList();
    }

    /** Returns what was said and not yet read. */
    private static List<Bytes> said(EmbeddedChannel channel) {
        List<Bytes> said = new ArrayList<>();
        for (Object next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            if (next instanceof Bytes message) {
                said.add(message);
            }
        }
        return said;
    }

    /** Lets a worker do one task, and the event loop hear of it. */
    private void work(EmbeddedChannel channel) {
        work.remove().run();
        channel.runPendingTasks();
    }

    private EmbeddedChannel open() {
        return open(Optional.empty());
    }

    private EmbeddedChannel open(Optional<Executor> workers) {
        EmbeddedChannel channel = new EmbeddedChannel(new MessageSessionHandler(session, clock, counters, workers));
        channel.freezeTime();
        return channel;
    }

    private void pass(EmbeddedChannel channel, Duration time) {
        clock.advance(time);
        passOnTheTimerAlone(channel, time);
    }

    private static void passOnTheTimerAlone(EmbeddedChannel channel, Duration time) {
        channel.advanceTimeBy(time.toNanos(), TimeUnit.NANOSECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }
}
