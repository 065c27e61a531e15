package io.lintel.transport.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
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
    void leavesWhatIsSaidBehindTheOutcomeToWorkersOneMessageAtATimeAndInOrder() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        channel.writeInbound(ScriptedSession.OK);
        assertEquals(List.of("opened", "received " + ScriptedSession.OK), session.notes());

        channel.writeInbound(Bytes.of(7), Bytes.of(8));
        assertEquals(2, session.notes().size(), "nothing on the event loop any more");
        assertEquals(1, work.size());
        work(channel);
        work(channel);

        assertEquals(
                List.of(
                        "opened",
                        "received " + ScriptedSession.OK,
                        "received " + Bytes.of(7),
                        "received " + Bytes.of(8)),
                session.notes());
        assertEquals(List.of(), List.copyOf(work));
    }

    @Test
    void asksASessionAtWorkForItsDeadlineWhenItComesBack() {
        session.expiring(clock.instant().plusSeconds(5));
        EmbeddedChannel channel = open(Optional.of(work::add));
        channel.writeInbound(ScriptedSession.OK, Bytes.of(7));
        int before = session.asked();

        passOnTheTimerAlone(channel, Duration.ofSeconds(6));
        assertEquals(before, session.asked(), "a worker has it");
        pass(channel, Duration.ofSeconds(5));
        work(channel);
        passOnTheTimerAlone(channel, Duration.ZERO);

        assertEquals(
                List.of(
                        "opened",
                        "received " + ScriptedSession.OK,
                        "received " + Bytes.of(7),
                        "expired",
                        "disconnected"),
                session.notes());
        assertFalse(channel.isOpen());
    }

    @Test
    void tellsASessionAtWorkLastThatItsChannelIsGone() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        channel.writeInbound(ScriptedSession.OK);

        channel.writeInbound(ScriptedSession.BOOM, Bytes.of(8));
        channel.close();
        work(channel);

        assertEquals(
                List.of("opened", "received " + ScriptedSession.OK, "received " + ScriptedSession.BOOM, "disconnected"),
                session.notes());
        assertEquals(1, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void troublesNoWorkerWithAChannelsEnd() {
        EmbeddedChannel channel = open(Optional.of(work::add));
        channel.writeInbound(ScriptedSession.OK);

        channel.close();

        assertEquals(List.of("opened", "received " + ScriptedSession.OK, "disconnected"), session.notes());
        assertEquals(List.of(), List.copyOf(work));
    }

    @Test
    void doesItselfWhatWorkersThatHaveStoppedRefuse() {
        EmbeddedChannel channel = open(Optional.of(task -> {
            throw new RejectedExecutionException();
        }));
        channel.writeInbound(ScriptedSession.OK);

        channel.writeInbound(Bytes.of(7));
        channel.close();

        assertEquals(
                List.of("opened", "received " + ScriptedSession.OK, "received " + Bytes.of(7), "disconnected"),
                session.notes());
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
