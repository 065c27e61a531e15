package io.lintel.transport.tcp;

import java.net.InetAddress;
import java.net.InetSocketAddress;

/** Addresses as a person writes them. */
final class Addresses {
    private Addresses() {}

    /** {@code host:port}, an IPv6 address in brackets. */
    static String text(InetSocketAddress address) {
        InetAddress ip = address.getAddress();
        String host = ip == null ? address.getHostString() : ip.getHostAddress();
        return (host.contains(":") ? "[" + host + "]" : host) + ":" + address.getPort();
    }
}
