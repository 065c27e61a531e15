package io.lintel.protocol.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.PhoneVoice;
import io.lintel.protocol.reader.ReaderCounters.Counter;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.testing.Conversation;
import io.lintel.protocol.testing.ForwardingMemory;
import io.lintel.protocol.testing.Kind;
import io.lintel.protocol.testing.TestSite;
import io.lintel.protocol.wire.CourierMessage;
import io.lintel.protocol.wire.CourierMessage.Part;
import io.lintel.protocol.wire.CourierMessage.ReceiptRequest;
import io.lintel.protocol.wire.Traffic;
import io.lintel.testing.Spec;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a session leaves to whoever may wait for a disk, and what becomes of it. */
class CourierWorkTest {
    private static final Instant NOW = TestSite.NOW;
    private static final List<ReaderEffect> END_IN_ORDER = List.of(new ReaderEffect.End(Optional.empty()));

    private final CourierBench bench = new CourierBench();
    private final Reader reader =
            bench.site.reader().list(bench.list(3, 100)).memory(bench.memory).start();
    private final Conversation tap = tapped();
    private final ReaderSession session = tap.reader();

    @Test
    @Spec("TAP-6.1-23")
    void offerIsWorkAndNothingIsDoneBefore() {
        assertEquals(List.of(), session.receiveAtOnce(offer(tap), NOW));
        assertTrue(session.hasWork());
        assertEquals(0, reader.counters().get(Counter.COURIER_OFFERS));

        ReaderEffect.Send want =
                assertInstanceOf(ReaderEffect.Send.class, session.work(NOW).get(0));
        assertEquals(Kind.TRAFFIC, want.message().unsigned(0));
        assertEquals(1, reader.counters().get(Counter.COURIER_OFFERS));
        assertFalse(session.hasWork());
        assertEquals(List.of(), session.work(NOW), "it is done once");
    }

    @Test
    @Spec({"TAP-6.1-22", "TAP-6.1-25", "TAP-6.1-27"})
    void nothingButACouriersMessageIsWork() {
        assertEquals(List.of(), session.receiveAtOnce(says(tap, new Traffic(99, Bytes.EMPTY)), NOW));
        assertFalse(session.hasWork());
        assertEquals(END_IN_ORDER, session.receiveAtOnce(says(tap, Traffic.close()), NOW));
        assertFalse(session.hasWork());

        Conversation other = tapped();
        Traffic noReceiptRequest = new Traffic(19, Bytes.of(1));
        assertEquals(
                List.of(new ReaderEffect.End(Optional.of(TapError.MALFORMED))),
                other.reader().receiveAtOnce(says(other, noReceiptRequest), NOW));
        assertEquals(1, reader.counters().get(Counter.MALFORMED));
    }

    @Test
    void messageThatComesBeforeTheWorkIsDoneIsItsOwnersFault() {
        session.receiveAtOnce(offer(tap), NOW);
        Bytes goodbye = says(tap, Traffic.close());

        assertThrows(IllegalStateException.class, () -> session.receiveAtOnce(goodbye, NOW));
        assertThrows(IllegalStateException.class, () -> session.receive(goodbye, NOW));

        assertEquals(1, session.work(NOW).size(), "the work is still there");
        assertEquals(END_IN_ORDER, session.receiveAtOnce(goodbye, NOW));
    }

    @Test
    @Spec("TAP-6.1-24")
    void workWithoutAPlaceEndsTheTap() {
        assertEquals(List.of(), session.receiveAtOnce(says(tap, new Part(Bytes.of(1))), NOW));

        assertEquals(List.of(new ReaderEffect.End(Optional.of(TapError.MALFORMED))), session.work(NOW));
        assertTrue(session.isEnded());
        assertEquals(1, reader.counters().get(Counter.MALFORMED));
    }

    @Test
    @Spec("TAP-6.1-28")
    void deadlineDropsTheWork() {
        session.receiveAtOnce(offer(tap), NOW);

        assertEquals(List.of(), session.expire(session.deadline().minusMillis(1)));
        assertTrue(session.hasWork());
        assertEquals(END_IN_ORDER, session.expire(session.deadline()));

        assertFalse(session.hasWork());
        assertEquals(List.of(), session.work(NOW));
        assertEquals(0, reader.counters().get(Counter.COURIER_OFFERS));
        assertEquals(0, reader.counters().get(Counter.TIMED_OUT));
    }

    @Test
    void workThatBeginsTooLateEndsTheTapInstead() {
        session.receiveAtOnce(offer(tap), NOW);

        assertEquals(END_IN_ORDER, session.work(session.deadline()));
        assertEquals(0, reader.counters().get(Counter.COURIER_OFFERS));
    }

    @Test
    @Spec("TAP-6.1-29")
    void channelThatGoesDropsTheWorkAndGivesThePlaceBack() {
        session.receive(offer(tap), NOW);
        assertEquals(CourierDesk.MAX_VISITS - 1, freePlaces());
        session.receiveAtOnce(says(tap, new Part(Bytes.copyOf(new byte[CourierMessage.PART_SIZE]))), NOW);
        assertEquals(CourierDesk.MAX_VISITS - 1, freePlaces(), "it goes on with its work");

        assertEquals(END_IN_ORDER, session.disconnected(NOW));

        assertFalse(session.hasWork());
        assertEquals(List.of(), session.work(NOW));
        assertEquals(CourierDesk.MAX_VISITS, freePlaces());
        assertEquals(0, reader.counters().get(Counter.DISCONNECTED));
    }

    @Test
    void workThatFailsOnOurSideIsNotTriedAgain() {
        Reader failing = bench.site.reader().memory(new Broken()).start();
        Conversation visit = Conversation.between(failing, bench.site.phone()).run();
        visit.reader().receiveAtOnce(says(visit, new ReceiptRequest()), NOW);

        assertThrows(Broken.Fault.class, () -> visit.reader().work(NOW));

        assertFalse(visit.reader().hasWork());
        assertEquals(List.of(), visit.reader().work(NOW));
        assertEquals(END_IN_ORDER, visit.reader().disconnected(NOW));
    }

    @Test
    void rangingKeyIsThereWhileThereIsWork() {
        session.receiveAtOnce(offer(tap), NOW);

        session.rangingKey().orElseThrow().close();
    }

    private Conversation tapped() {
        return Conversation.between(reader, bench.site.phone()).run();
    }

    private Bytes offer(Conversation visit) {
        return says(visit, bench.offer(bench.list(4, 9_000)));
    }

    private static Bytes says(Conversation visit, CourierMessage message) {
        return says(visit, message.encode());
    }

    private static Bytes says(Conversation visit, Traffic traffic) {
        return PhoneVoice.traffic(visit.phone(), traffic.encode());
    }

    private int freePlaces() {
        CourierDesk desk = reader.services.couriers();
        int free = 0;
        while (desk.enter()) {
            free++;
        }
        for (int i = 0; i < free; i++) {
            desk.leave();
        }
        return free;
    }

    /** A memory with a fault that nobody expects. */
    private static final class Broken extends ForwardingMemory {
        static final class Fault extends RuntimeException {
            private static final long serialVersionUID = 1L;
        }

        @Override
        public void keepNotes(ReaderNotes notes) {
            if (notes.lastReceipt() > 0) {
                throw new Fault();
            }
            super.keepNotes(notes);
        }
    }
}
