package io.lintel.transport.ble;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import io.lintel.crypto.Bytes;
import io.lintel.fuzzing.Parser;
import io.lintel.protocol.tap.Transport;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** What comes over Bluetooth before anybody has proven anything: packets of both framings, and advertisements. */
class BleFuzzTest {
    private static final Instant BEGIN = Instant.ofEpochSecond(1_790_000_000L);
    private static final FramingLimits LIMITS = FramingLimits.ofTap();
    private static final int LONGEST_PACKET = 600;
    private static final Parser<Bytes, ReaderAdvertisement> ADVERTISEMENT =
            Parser.ofOptional(AdvertisingPayload::parse);
    private static final Parser<Bytes, ReaderAdvertisement> SERVICE_DATA =
            Parser.ofOptional(ReaderAdvertisement::parse);

    @FuzzTest
    void packetsGiveMessagesWithinTheBoundOrAnEnd(FuzzedDataProvider data) {
        Transport transport = data.consumeBoolean() ? Transport.BLE_GATT : Transport.BLE_L2CAP;
        Framing framing = Framing.of(transport, LIMITS);
        Instant now = BEGIN;
        boolean over = false;
        while (data.remainingBytes() > 0) {
            now = now.plus(Duration.ofMillis(data.consumeInt(0, 2000)));
            Bytes packet = Bytes.copyOf(data.consumeBytes(data.consumeInt(0, LONGEST_PACKET)));
            over = check(framing.accept(packet, now), over);
        }
        check(framing.expire(now.plus(LIMITS.messageTimeout())), over);
    }

    @FuzzTest
    void advertisementsAreReadOrNot(byte[] data) {
        Bytes octets = Bytes.copyOf(data);
        ADVERTISEMENT.read(octets, data.length);
        SERVICE_DATA.read(octets, data.length);
    }

    /** Returns whether the channel is over; once it is nothing comes any more. */
    private static boolean check(List<FrameEvent> events, boolean over) {
        boolean ended = over;
        for (FrameEvent event : events) {
            assertTrue(!ended, "something came behind the end");
            if (event instanceof FrameEvent.Message message) {
                int size = message.message().size();
                assertTrue(size >= 1 && size <= LIMITS.maxMessageOctets(), "a message out of bounds");
            } else {
                ended = true;
            }
        }
        return ended;
    }
}
