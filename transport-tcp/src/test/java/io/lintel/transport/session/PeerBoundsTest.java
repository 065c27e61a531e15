package io.lintel.transport.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.testing.Spec;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.embedded.EmbeddedChannel;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PeerBoundsTest {
    private static final Bytes MESSAGE = Bytes.of(1);
    private static final Duration TIMEOUT = Duration.ofSeconds(5);

    private final TransportCounters counters = new TransportCounters();

    @Test
    void aPeerThatNeverCompletesAMessageIsClosed() {
        EmbeddedChannel channel = open(new FirstMessageTimeoutHandler(TIMEOUT, counters));

        pass(channel, 4);
        assertTrue(channel.isOpen());
        pass(channel, 1);

        assertFalse(channel.isOpen());
        assertEquals(1, counters.of(TransportEvent.FIRST_MESSAGE_TIMEOUT));
    }

    @Test
    void aFirstMessageInTimeEndsTheWaitForIt() {
        EmbeddedChannel channel = open(new FirstMessageTimeoutHandler(TIMEOUT, counters));

        channel.writeInbound(MESSAGE);
        pass(channel, 60);

        assertTrue(channel.isOpen());
        assertEquals(MESSAGE, channel.readInbound());
    }

    @Test
    @Spec("TAP-10-10")
    void aPeerThatFallsSilentAfterAMessageIsClosed() {
        EmbeddedChannel channel = open(new IdleTimeoutHandler(TIMEOUT, counters));

        pass(channel, 60);
        assertTrue(channel.isOpen(), "before the first message another handler watches");
        channel.writeInbound(MESSAGE);
        pass(channel, 4);
        channel.writeInbound(MESSAGE);
        pass(channel, 4);
        assertTrue(channel.isOpen());
        pass(channel, 1);

        assertFalse(channel.isOpen());
        assertEquals(1, counters.of(TransportEvent.IDLE_TIMEOUT));
    }

    @Test
    @Spec("TAP-10-7")
    void aPeerThatSendsOneMessageTooManyIsClosed() {
        EmbeddedChannel channel = open(new MessageCountHandler(2, counters));

        channel.writeInbound(MESSAGE, MESSAGE);
        assertTrue(channel.isOpen());
        channel.writeInbound(MESSAGE, MESSAGE);

        assertFalse(channel.isOpen());
        assertEquals(2, channel.inboundMessages().size());
        assertEquals(2, counters.of(TransportEvent.MESSAGE_RECEIVED));
        assertEquals(1, counters.of(TransportEvent.TOO_MANY_MESSAGES));
        assertThrows(IllegalArgumentException.class, () -> new MessageCountHandler(0, counters));
    }

    @Test
    void aPeerThatDoesNotReadIsNotReadFromUntilItHasCaughtUp() {
        EmbeddedChannel channel = open(new BackPressureHandler(counters));
        channel.config().setWriteBufferWaterMark(new WriteBufferWaterMark(8, 16));

        channel.write(Unpooled.wrappedBuffer(new byte[17]));
        channel.runPendingTasks();
        assertFalse(channel.config().isAutoRead());
        channel.flush();
        channel.runPendingTasks();

        assertTrue(channel.config().isAutoRead());
        assertEquals(1, counters.of(TransportEvent.READING_PAUSED));
        channel.releaseOutbound();
    }

    @Test
    void aBrokenConnectionIsClosedAndIsNoFaultOfOurs() {
        EmbeddedChannel channel = open(new ChannelFailureHandler(counters));

        channel.pipeline().fireExceptionCaught(new IOException("reset"));

        assertFalse(channel.isOpen());
        assertEquals(0, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void aFailureOfAHandlerIsCountedAsOurs() {
        EmbeddedChannel channel = open(new ChannelFailureHandler(counters));

        channel.pipeline().fireExceptionCaught(new IllegalStateException("ours"));

        assertFalse(channel.isOpen());
        assertEquals(1, counters.of(TransportEvent.OWN_FAILURE));
    }

    private static EmbeddedChannel open(ChannelHandler handler) {
        EmbeddedChannel channel = new EmbeddedChannel();
        channel.freezeTime();
        channel.pipeline().addLast(handler);
        channel.pipeline().fireChannelActive();
        return channel;
    }

    private static void pass(EmbeddedChannel channel, long seconds) {
        channel.advanceTimeBy(seconds, TimeUnit.SECONDS);
        channel.runScheduledPendingTasks();
        channel.runPendingTasks();
    }
}
