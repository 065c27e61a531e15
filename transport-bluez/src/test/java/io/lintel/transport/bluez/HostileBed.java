package io.lintel.transport.bluez;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.tap.TapPath;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.session.TransportEvent;
import java.util.Random;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Centrals that keep to no rule: what the reader does about each, and that the next phone is served. */
class HostileBed extends DoorCases {
    private static final int MTU = 185;
    private static final int FLOOD = 500;
    private static final int GARBAGE_OCTETS = 120;
    private static final int HALF_AND_MORE_OCTETS = 480;

    private Supplier<BleLink> connection = () -> door.gatt(MTU);
    private long messages;
    private long timeoutsBefore;

    @BeforeEach
    void count() {
        Door.until(() -> openChannels() == 0);
        messages = door.counters.of(TransportEvent.MESSAGE_RECEIVED);
        timeoutsBefore = door.counters.of(TransportEvent.FIRST_MESSAGE_TIMEOUT);
    }

    /** The reader let go of the hostile phone by itself and for what it did, not because time was up. */
    @AfterEach
    void theNextPhoneIsServed() {
        Door.until(() -> openChannels() == 0);
        assertEquals(timeoutsBefore, door.counters.of(TransportEvent.FIRST_MESSAGE_TIMEOUT));
        assertEquals(new TapResult.Granted(TapPath.COLD), door.tap(door.site.phone(), connection.get()));
    }

    private long openChannels() {
        return door.counters.of(TransportEvent.CONNECTION_ACCEPTED)
                - door.counters.of(TransportEvent.CONNECTION_CLOSED);
    }

    @Test
    void aPhoneThatVanishesInTheMiddleOfAMessageIsLetGo() {
        HostilePhone phone = new HostilePhone(connection.get());
        phone.sendAndWait(Bytes.of(0x80, 1, 2, 3));
        assertEquals(1, openChannels());
        phone.vanish(door);
    }

    @Test
    void garbageEndsTheChannelAsMalformed() {
        byte[] garbage = new byte[GARBAGE_OCTETS];
        new Random(7).nextBytes(garbage);
        garbage[0] = (byte) 0xFF;
        assertEndedFor(CloseReason.MALFORMED, Bytes.copyOf(garbage));
    }

    @Test
    void aPacketThatIsMissingEndsTheChannelAsOutOfOrder() {
        assertEndedFor(CloseReason.OUT_OF_ORDER, Bytes.of(0x80, 1), Bytes.of(0x02, 1));
    }

    @Test
    void anOversizeMessageEndsTheChannelAsTooLong() {
        connection = () -> door.gatt(BluezPhone.MAX_MTU);
        Bytes body = Bytes.copyOf(new byte[HALF_AND_MORE_OCTETS]);
        assertEndedFor(CloseReason.TOO_LONG, Bytes.concat(Bytes.of(0x80), body), Bytes.concat(Bytes.of(0x01), body));
    }

    @Test
    void aFloodOfMessagesIsReadNoFurtherThanTheFirstThatIsNone() {
        HostilePhone phone = new HostilePhone(connection.get());
        for (int i = 0; i < FLOOD; i++) {
            phone.send(Bytes.of(0xC0 | (i & 0x1F), i & 0xFF));
        }
        phone.sendAndWait(Bytes.of(0xC0 | (FLOOD & 0x1F), 0));

        assertEquals(CloseReason.DONE, phone.awaitEnd());
        assertTheFirstAloneWasRead();
        phone.vanish(door);
    }

    @Test
    void aPhoneThatVanishesInTheMiddleOfAMessageIsLetGoOverL2cap() {
        connection = () -> door.l2cap(MTU);
        HostilePhone phone = new HostilePhone(connection.get());
        phone.send(Bytes.of(0, 100, 1, 2, 3));
        assertEquals(1, openChannels());
        phone.vanish(door);
    }

    @Test
    void anEmptyMessageEndsTheChannelOverL2cap() {
        connection = () -> door.l2cap(MTU);
        assertEndedFor(CloseReason.PEER_LEFT, Bytes.of(0, 0));
    }

    @Test
    void anOversizeMessageEndsTheChannelOverL2cap() {
        connection = () -> door.l2cap(MTU);
        assertEndedFor(CloseReason.PEER_LEFT, Bytes.of(0x02, 0x01)); // of 513 octets
    }

    @Test
    void aFloodOfMessagesIsReadNoFurtherThanTheFirstThatIsNoneOverL2cap() {
        connection = () -> door.l2cap(MTU);
        HostilePhone phone = new HostilePhone(connection.get());
        for (int i = 0; i < FLOOD; i++) {
            phone.send(Bytes.of(0, 1, i & 0xFF));
        }

        phone.awaitEnd();
        assertTheFirstAloneWasRead();
        phone.vanish(door);
    }

    private void assertEndedFor(CloseReason reason, Bytes... packets) {
        HostilePhone phone = new HostilePhone(connection.get());
        for (Bytes packet : packets) {
            phone.send(packet);
        }
        assertEquals(reason, phone.awaitEnd());
        assertEquals(messages, door.counters.of(TransportEvent.MESSAGE_RECEIVED));
        phone.vanish(door);
    }

    private void assertTheFirstAloneWasRead() {
        long read = door.counters.of(TransportEvent.MESSAGE_RECEIVED) - messages;
        assertTrue(read == 1, () -> read + " messages were read");
    }
}
