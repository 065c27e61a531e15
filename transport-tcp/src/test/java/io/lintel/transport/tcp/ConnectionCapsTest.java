package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.testing.Spec;
import io.lintel.transport.session.TransportCounters;
import io.lintel.transport.session.TransportEvent;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class ConnectionCapsTest {
    private final TransportCounters counters = new TransportCounters();
    private final ConnectionCaps caps = new ConnectionCaps(2, 3, counters);

    @Test
    void anAddressHasNoMoreConnectionsThanItMay() {
        assertTrue(caps.admit(from("192.0.2.1")));
        assertTrue(caps.admit(from("192.0.2.1")));
        assertFalse(caps.admit(from("192.0.2.1")));
        assertTrue(caps.admit(from("192.0.2.2")));
        assertEquals(1, counters.of(TransportEvent.REFUSED_ADDRESS_FULL));
    }

    @Test
    void aClosedConnectionGivesItsPlaceBack() {
        EmbeddedChannel first = from("192.0.2.1");
        assertTrue(caps.admit(first));
        assertTrue(caps.admit(from("192.0.2.1")));
        first.close();

        assertTrue(caps.admit(from("192.0.2.1")));
        assertEquals(2, caps.open());
        assertEquals(1, counters.of(TransportEvent.CONNECTION_CLOSED));
    }

    @Test
    void theOldestMakesRoomWhenAllPlacesAreTaken() {
        EmbeddedChannel oldest = from("192.0.2.1");
        EmbeddedChannel older = from("192.0.2.2");
        caps.admit(oldest);
        caps.admit(older);
        caps.admit(from("192.0.2.3"));

        assertTrue(caps.admit(from("192.0.2.4")));

        assertFalse(oldest.isOpen());
        assertTrue(older.isOpen());
        assertEquals(3, caps.open());
        assertEquals(1, counters.of(TransportEvent.EVICTED_OLDEST));
    }

    @Test
    void whoeverIsAtWorkIsSpared() {
        EmbeddedChannel oldest = from("192.0.2.1");
        EmbeddedChannel older = from("192.0.2.2");
        caps.admit(oldest);
        caps.admit(older);
        caps.admit(from("192.0.2.3"));
        ConnectionCaps.setAtWork(oldest, true);

        assertTrue(caps.admit(from("192.0.2.4")));

        assertTrue(oldest.isOpen());
        assertFalse(older.isOpen());
    }

    @Test
    void nobodyIsLetInWhenAllAreAtWork() {
        for (int i = 1; i <= 3; i++) {
            EmbeddedChannel channel = from("192.0.2." + i);
            caps.admit(channel);
            ConnectionCaps.setAtWork(channel, true);
        }

        assertFalse(caps.admit(from("192.0.2.4")));
        assertEquals(1, counters.of(TransportEvent.REFUSED_ALL_FULL));
    }

    @Test
    @Spec("TAP-10-12")
    void oneIpv6NetworkCountsAsOneAddress() {
        assertTrue(caps.admit(from("2001:db8::1")));
        assertTrue(caps.admit(from("2001:db8::2")));
        assertFalse(caps.admit(from("2001:db8::ffff:3")));
        assertTrue(caps.admit(from("2001:db8:0:1::1")));
    }

    @Test
    void capsThatBoundNothingAreRefused() {
        assertThrows(IllegalArgumentException.class, () -> new ConnectionCaps(0, 3, counters));
        assertThrows(IllegalArgumentException.class, () -> new ConnectionCaps(3, 2, counters));
    }

    private static EmbeddedChannel from(String address) {
        return new EmbeddedChannel() {
            @Override
            protected SocketAddress remoteAddress0() {
                try {
                    return new InetSocketAddress(InetAddress.getByName(address), 40_000);
                } catch (UnknownHostException e) {
                    throw new AssertionError(e);
                }
            }
        };
    }
}
