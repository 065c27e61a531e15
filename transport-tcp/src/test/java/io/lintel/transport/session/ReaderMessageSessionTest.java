package io.lintel.transport.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.PhoneEffect;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.PhoneVoice;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapPath;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.CourierMessage.Offer;
import io.lintel.protocol.wire.CourierMessage.Part;
import io.lintel.protocol.wire.CourierMessage.ReceiptRequest;
import io.lintel.protocol.wire.Traffic;
import io.netty.channel.embedded.EmbeddedChannel;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import org.junit.jupiter.api.Test;

/** What of a tap reaches the workers of a reader. */
class ReaderMessageSessionTest {
    private static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.TCP);

    private final TransportCounters counters = new TransportCounters();
    private final Queue<Runnable> work = new ArrayDeque<>();
    private final TestSite site = TestSite.of(Suite.X25519, 1);
    private final Reader reader = site.reader().start();
    private final PhoneSession phone = site.phone().wallet().tap(GESTURE, TestSite.NOW);
    private final EmbeddedChannel channel = new EmbeddedChannel(new MessageSessionHandler(
            new ReaderMessageSession(reader, Transport.TCP, decision -> {}),
            InstantSource.fixed(TestSite.NOW),
            counters,
            Optional.of(work::add)));

    @Test
    void theWholeOfAVisitWithoutACourierReachesNoWorker() {
        assertEquals(Optional.of(new TapResult.Granted(TapPath.COLD)), tap());

        for (PhoneEffect effect : phone.carry(CourierBudget.NONE, TestSite.NOW)) {
            say(effect);
        }

        assertTrue(phone.isEnded());
        assertFalse(channel.isOpen());
        assertEquals(List.of(), List.copyOf(work));
        assertEquals(0, counters.of(TransportEvent.OWN_FAILURE));
    }

    @Test
    void whatIsNoCouriersReachesNoWorker() {
        tap();

        channel.writeInbound(traffic(new Traffic(99, Bytes.EMPTY)), Bytes.of(0x0c));

        assertEquals(List.of(), List.copyOf(work));
        assertFalse(channel.isOpen());
    }

    @Test
    void anOfferIsAWorkers() {
        tap();

        channel.writeInbound(traffic(new Offer(Bytes.of(1), Optional.empty()).encode()));
        assertEquals(0, reader.counters().get(Counter.COURIER_OFFERS));
        assertNull(channel.readOutbound());
        work();

        assertEquals(1, reader.counters().get(Counter.COURIER_OFFERS));
        assertInstanceOf(Bytes.class, channel.readOutbound(), "nothing is wanted");
    }

    @Test
    void aReceiptIsAWorkersAndTheGoodbyeBehindItWaits() {
        tap();

        channel.writeInbound(traffic(new ReceiptRequest().encode()), traffic(Traffic.close()));
        assertEquals(1, work.size());
        assertTrue(channel.isOpen());
        work();

        assertInstanceOf(Bytes.class, channel.readOutbound(), "the receipt");
        assertFalse(channel.isOpen());
        assertEquals(List.of(), List.copyOf(work));
    }

    @Test
    void aCouriersMessageWithoutAPlaceClosesTheChannelWhenAWorkerSaysSo() {
        tap();

        channel.writeInbound(traffic(new Part(Bytes.of(1)).encode()));
        work();

        assertFalse(channel.isOpen());
        assertEquals(1, reader.counters().get(Counter.MALFORMED));
        assertEquals(0, counters.of(TransportEvent.OWN_FAILURE));
    }

    /** Lets a worker do one task, and the event loop hear of it. */
    private void work() {
        work.remove().run();
        channel.runPendingTasks();
    }

    /** Taps up to the answer, and returns what it was. */
    private Optional<TapResult> tap() {
        Optional<TapResult> result = Optional.empty();
        for (Bytes next = channel.readOutbound(); next != null; next = channel.readOutbound()) {
            for (PhoneEffect effect : phone.receive(next, TestSite.NOW)) {
                say(effect);
                if (effect instanceof PhoneEffect.Finished finished) {
                    result = Optional.of(finished.result());
                }
            }
        }
        return result;
    }

    private void say(PhoneEffect effect) {
        if (effect instanceof PhoneEffect.Send send) {
            channel.writeInbound(send.message());
        }
    }

    private Bytes traffic(Traffic content) {
        return PhoneVoice.traffic(phone, content.encode());
    }
}
