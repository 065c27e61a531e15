package io.lintel.transport.tcp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.junit.jupiter.api.Test;

class PeerNetworkTest {
    private static PeerNetwork of(String address) throws UnknownHostException {
        return PeerNetwork.of(InetAddress.getByName(address));
    }

    @Test
    void everyIpv4AddressCountsByItself() throws UnknownHostException {
        assertEquals("192.0.2.7", of("192.0.2.7").toString());
        assertEquals("255.255.255.255", of("255.255.255.255").toString());
        assertNotEquals(of("192.0.2.7"), of("192.0.2.8"));
    }

    @Test
    void ipv6AddressesOfOneSubscriberCountTogether() throws UnknownHostException {
        assertEquals("2001:db8:0:1::/64", of("2001:db8:0:1:aaaa::1").toString());
        assertEquals(of("2001:db8:0:1::1"), of("2001:db8:0:1:ffff:ffff:ffff:ffff"));
        assertNotEquals(of("2001:db8:0:1::1"), of("2001:db8:0:2::1"));
    }
}
