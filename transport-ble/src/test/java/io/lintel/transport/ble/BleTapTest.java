package io.lintel.transport.ble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.TapError;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.ble.simulator.SimulatedTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A tap over a link that brings the opener, and then does nothing more. */
final class BleTapTest {
    private static final int MAX_PACKET_OCTETS = 182;
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(5);
    private static final Duration LONG = Duration.ofMinutes(5);

    private final TestSite site = TestSite.of(Suite.X25519, 1);
    private final SimulatedTime time = new SimulatedTime(TestSite.NOW);
    private final List<CloseReason> closes = new ArrayList<>();

    @Test
    void aLinkThatTakesNothingIsGivenUpFiveSecondsAfterTheTap() {
        assertItIsGivenUp(new StuckLink(0), List.of(CloseReason.TIMED_OUT));
    }

    @Test
    void aLinkThatNeverSaysThatItIsClosedIsGivenUpFiveSecondsAfterTheTap() {
        assertItIsGivenUp(new StuckLink(Integer.MAX_VALUE), List.of(CloseReason.DONE));
    }

    private void assertItIsGivenUp(StuckLink link, List<CloseReason> asked) {
        TapRequest gesture = new TapRequest(Intent.of(Trigger.LIST), link.transport());
        BleTap tap = BleTap.begin(
                site.phone().wallet().tap(gesture, time.now()),
                link,
                time.clock(),
                time.alarm(),
                CourierBudget.standard());

        assertTrue(time.runUntil(() -> tap.result().isDone(), LONG));
        TapResult.Failed failed =
                assertInstanceOf(TapResult.Failed.class, tap.result().join());
        assertEquals(TapError.TIMED_OUT, failed.error());
        assertFalse(tap.carried().isDone());
        Instant ended = time.now();

        assertTrue(time.runUntil(() -> tap.carried().isDone(), LONG), "it is waited for without an end");
        assertEquals(ended.plus(ENDS_WITHIN), time.now());
        assertEquals(CourierReport.NOTHING, tap.carried().join());
        assertEquals(Optional.of(CloseReason.TIMED_OUT), tap.closeReason());
        assertEquals(asked, closes);
        assertFalse(time.step(), "no alarm is left behind");
    }

    /** Takes so many packets, and says nothing of its end. */
    private final class StuckLink implements BleLink {
        private final int takes;
        private int taken;

        StuckLink(int takes) {
            this.takes = takes;
        }

        @Override
        public Transport transport() {
            return Transport.BLE_GATT;
        }

        @Override
        public int maxPacketOctets() {
            return MAX_PACKET_OCTETS;
        }

        @Override
        public void open(Listener listener) {
            Framing reader = Framing.of(transport(), FramingLimits.ofTap());
            reader.send(site.reader().start().open(transport(), time.now()).opener());
            Bytes opener = reader.nextPacket(MAX_PACKET_OCTETS).orElseThrow();
            time.after(Duration.ofMillis(50), () -> listener.received(opener));
        }

        @Override
        public boolean offer(Bytes packet) {
            boolean takesIt = taken < takes;
            taken += takesIt ? 1 : 0;
            return takesIt;
        }

        @Override
        public void close(CloseReason reason) {
            closes.add(reason);
        }
    }
}
