package io.lintel.conformance;

import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.Optional;

/** Where the phone comes to that the kit tries, and over what it taps. */
public sealed interface PhoneTarget {
    /** Returns what the taps go over; the kit's reader says so in each of them. */
    Transport transport();

    /**
     * Listens for a phone over TCP.
     *
     * @throws IOException if the address cannot be had
     */
    static Tcp listen(InetSocketAddress address) throws IOException {
        ServerSocket server = new ServerSocket();
        try {
            server.bind(address);
            return new Tcp(server);
        } catch (IOException refused) {
            server.close();
            throw refused;
        }
    }

    /** Returns a phone over GATT, whose channels {@code links} hands over. */
    static PhoneTarget gatt(Links links) {
        return new Ble(Transport.BLE_GATT, links);
    }

    /** Returns a phone over L2CAP, whose channels {@code links} hands over. */
    static PhoneTarget l2cap(Links links) {
        return new Ble(Transport.BLE_L2CAP, links);
    }

    /** A phone that connects over TCP. */
    final class Tcp implements PhoneTarget, AutoCloseable {
        private final ServerSocket server;

        private Tcp(ServerSocket server) {
            this.server = server;
        }

        @Override
        public Transport transport() {
            return Transport.TCP;
        }

        /** Returns where it has to connect to. */
        public InetSocketAddress address() {
            return (InetSocketAddress) server.getLocalSocketAddress();
        }

        /**
         * Waits for its next connection; empty where none came in time.
         *
         * @throws IOException where nobody listens any more
         */
        public Optional<Socket> accept(Duration within) throws IOException {
            try {
                server.setSoTimeout(Math.toIntExact(within.toMillis()));
                return Optional.of(server.accept());
            } catch (SocketTimeoutException nobody) {
                return Optional.empty();
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }

    /**
     * A phone over Bluetooth. What breaks a framing that the transport has not is skipped.
     *
     * @param transport GATT or L2CAP
     * @param links hands over the channels that the phone opens over it
     */
    record Ble(Transport transport, Links links) implements PhoneTarget {}

    /** A reader's place on the air, which advertises the trial's reader. */
    @FunctionalInterface
    interface Links {
        /**
         * Waits for the next channel that the phone opens, and which nobody has opened here yet; empty where none came in time.
         *
         * @throws IOException where the reader has left the air
         */
        Optional<BleLink> next(Duration within) throws IOException;
    }
}
