package io.lintel.conformance;

import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import java.io.IOException;
import java.net.InetSocketAddress;

/** Where the reader is that the kit tries, and over what it taps it. */
public sealed interface ReaderTarget {
    /** Returns what the taps go over; the kit's phone says so in each of them. */
    Transport transport();

    /** Returns a reader that takes TCP connections at an address. */
    static ReaderTarget tcp(InetSocketAddress address) {
        return new Tcp(address);
    }

    /** Returns a reader over GATT, to which {@code links} connects. */
    static ReaderTarget gatt(Links links) {
        return new Ble(Transport.BLE_GATT, links);
    }

    /** Returns a reader over L2CAP, to which {@code links} connects. */
    static ReaderTarget l2cap(Links links) {
        return new Ble(Transport.BLE_L2CAP, links);
    }

    /**
     * A reader that takes TCP connections.
     *
     * @param address where it listens
     */
    record Tcp(InetSocketAddress address) implements ReaderTarget {
        @Override
        public Transport transport() {
            return Transport.TCP;
        }
    }

    /**
     * A reader over Bluetooth. The kit has one connection at a time: cases that need more, or break a framing that the transport has
     * not, are skipped.
     *
     * @param transport GATT or L2CAP
     * @param links connects to the reader over it
     */
    record Ble(Transport transport, Links links) implements ReaderTarget {}

    /** Connects to one reader, again and again. */
    @FunctionalInterface
    interface Links {
        /**
         * Returns a new connection, which nobody has opened yet; the one before it is closed.
         *
         * @throws IOException where the reader cannot be reached
         */
        BleLink connect() throws IOException;
    }
}
