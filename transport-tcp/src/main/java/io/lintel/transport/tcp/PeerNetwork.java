package io.lintel.transport.tcp;

import java.net.InetAddress;

/** Whom a peer counts against: an IPv4 address, or the /64 network that one IPv6 subscriber has. */
record PeerNetwork(long high, long low) {
    private static final long IPV4 = -1;
    private static final int GROUP_BITS = 16;

    static PeerNetwork of(InetAddress address) {
        byte[] octets = address.getAddress();
        return octets.length == 4
                ? new PeerNetwork(IPV4, number(octets, 0, 4))
                : new PeerNetwork(number(octets, 0, 8), 0);
    }

    private static long number(byte[] octets, int from, int to) {
        long value = 0;
        for (int i = from; i < to; i++) {
            value = (value << 8) | (octets[i] & 0xFF);
        }
        return value;
    }

    /** Returns the address in dotted form, or the network's four groups with its length. */
    @Override
    public String toString() {
        if (high == IPV4) {
            return (low >> 24 & 0xFF) + "." + (low >> 16 & 0xFF) + "." + (low >> 8 & 0xFF) + "." + (low & 0xFF);
        }
        StringBuilder text = new StringBuilder();
        for (int shift = Long.SIZE - GROUP_BITS; shift >= 0; shift -= GROUP_BITS) {
            text.append(Long.toHexString(high >>> shift & 0xFFFF)).append(':');
        }
        return text.append(":/64").toString();
    }
}
