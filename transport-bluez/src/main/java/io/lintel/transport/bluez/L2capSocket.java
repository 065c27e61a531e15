package io.lintel.transport.bluez;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import io.lintel.crypto.Bytes;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/**
 * A packet socket of Linux's Bluetooth: a connection-oriented channel, or the fixed channel that ATT uses.
 *
 * <p>One thread receives; any thread may send and close. A lock keeps a descriptor's number from being closed, and given to another file,
 * while a call still uses it.
 */
final class L2capSocket implements AutoCloseable {
    /** {@code struct sockaddr_l2}: family, PSM, address, channel, kind of address, and an octet to fill it up. */
    private static final int ADDRESS_OCTETS = 14;

    private static final int ADDRESS_AT = 4;
    private static final int BLUETOOTH_ADDRESS_OCTETS = 6;
    private static final int TYPE_AT = 12;
    private static final byte PUBLIC = 1;
    private static final byte RANDOM = 2;
    private static final int MAX_PACKET_OCTETS = 0xFFFF;
    private static final int POLL_OCTETS = 8;
    private static final int TIMEVAL_OCTETS = 16;
    private static final int POLLED_EVENTS = 6;

    private final LibC libC;
    private final ReentrantReadWriteLock use = new ReentrantReadWriteLock();
    private final byte[] received = new byte[MAX_PACKET_OCTETS];
    private final int socket;
    private volatile boolean closed;

    private L2capSocket(LibC libC, int socket) {
        this.libC = libC;
        this.socket = socket;
    }

    /** Where a socket is bound or connected: a PSM or a fixed channel, the other one 0. */
    record Endpoint(BluetoothAddress address, int psm, int channel) {
        /** ATT's fixed channel at a device. */
        static Endpoint att(BluetoothAddress address) {
            return new Endpoint(address, 0, 4);
        }

        private static BluetoothAddress decoded(byte[] endpoint) {
            byte[] octets = Arrays.copyOfRange(endpoint, ADDRESS_AT, ADDRESS_AT + BLUETOOTH_ADDRESS_OCTETS);
            return BluetoothAddress.ofOctets(octets, endpoint[TYPE_AT] == RANDOM);
        }

        private byte[] encoded() {
            return ByteBuffer.allocate(ADDRESS_OCTETS)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .putShort((short) LibC.AF_BLUETOOTH)
                    .putShort((short) psm)
                    .put(address.octets())
                    .putShort((short) channel)
                    .put(address.isRandom() ? RANDOM : PUBLIC)
                    .array();
        }
    }

    /** A socket of the adapter at {@code own}, not connected yet. */
    static L2capSocket bound(Endpoint own) throws IOException {
        return bound(LibC.INSTANCE, own, 0).orElseThrow(() -> new IOException("bind: the PSM is taken"));
    }

    /** A socket that can {@linkplain #listen listen}; empty where another program has the PSM. */
    static Optional<L2capSocket> boundToListen(LibC libC, Endpoint own) throws IOException {
        return bound(libC, own, LibC.SOCK_NONBLOCK);
    }

    private static Optional<L2capSocket> bound(LibC libC, Endpoint own, int flags) throws IOException {
        int type = LibC.SOCK_SEQPACKET | LibC.SOCK_CLOEXEC | flags;
        try {
            L2capSocket made = new L2capSocket(libC, libC.socket(LibC.AF_BLUETOOTH, type, LibC.BTPROTO_L2CAP));
            try {
                libC.bind(made.socket, own.encoded(), ADDRESS_OCTETS);
                return Optional.of(made);
            } catch (LastErrorException failed) {
                made.close();
                if (failed.getErrorCode() == LibC.EADDRINUSE) {
                    return Optional.empty();
                }
                throw failed;
            }
        } catch (LastErrorException failed) {
            throw new IOException("no Bluetooth socket: errno " + failed.getErrorCode(), failed);
        }
    }

    /** Connects, or fails when the peer has not been there for {@code seconds}. */
    void connect(Endpoint peer, int seconds) throws IOException {
        byte[] timeout = ByteBuffer.allocate(TIMEVAL_OCTETS)
                .order(ByteOrder.nativeOrder())
                .putLong(seconds)
                .array();
        call("setsockopt", () -> libC.setsockopt(socket, LibC.SOL_SOCKET, LibC.SO_SNDTIMEO, timeout, timeout.length));
        call("connect", () -> libC.connect(socket, peer.encoded(), ADDRESS_OCTETS));
    }

    /** Accepts connections from here on. */
    void listen(int backlog) throws IOException {
        call("listen", () -> libC.listen(socket, backlog));
    }

    /** A connection that has come in, and the device that it is to. */
    record Accepted(L2capSocket socket, BluetoothAddress peer) {}

    /** Takes a connection that has come in, without waiting for one; empty where there is none, for a phone may leave before that. */
    Optional<Accepted> accept() throws IOException {
        byte[] peer = new byte[ADDRESS_OCTETS];
        IntByReference size = new IntByReference(peer.length);
        try {
            L2capSocket made = new L2capSocket(libC, call("accept", () -> libC.accept(socket, peer, size)));
            return Optional.of(new Accepted(made, Endpoint.decoded(peer)));
        } catch (IOException failed) {
            return switch (errno(failed)) {
                case LibC.EAGAIN, LibC.EINTR, LibC.ECONNABORTED -> Optional.empty();
                default -> throw failed;
            };
        }
    }

    /** The errno that a call of a socket failed with, 0 for none. */
    static int errno(IOException failed) {
        return failed.getCause() instanceof LastErrorException error ? error.getErrorCode() : 0;
    }

    /** The octets that a received SDU may have; set before the connection. */
    void receiveAtMost(int octets) throws IOException {
        byte[] value = {(byte) octets, (byte) (octets >> 8)};
        call("setsockopt", () -> libC.setsockopt(socket, LibC.SOL_BLUETOOTH, LibC.BT_RCVMTU, value, value.length));
    }

    /** The octets that the peer lets a packet have. */
    int maxPacketOctets() throws IOException {
        byte[] value = new byte[2];
        IntByReference size = new IntByReference(value.length);
        call("getsockopt", () -> libC.getsockopt(socket, LibC.SOL_BLUETOOTH, LibC.BT_SNDMTU, value, size));
        return (value[0] & 0xFF) | (value[1] & 0xFF) << 8;
    }

    /** Sends a packet whole; false if the kernel has no room for it now. */
    boolean send(Bytes packet) throws IOException {
        byte[] octets = packet.toByteArray();
        try {
            call(
                    "send",
                    () -> libC.send(
                                    socket,
                                    octets,
                                    new NativeLong(octets.length),
                                    LibC.MSG_DONTWAIT | LibC.MSG_NOSIGNAL)
                            .intValue());
            return true;
        } catch (IOException failed) {
            if (errno(failed) == LibC.EAGAIN) {
                return false;
            }
            throw failed;
        }
    }

    /** What {@link #await} found. */
    enum Ready {
        NOTHING,
        READABLE,
        WRITABLE
    }

    /** Waits up to {@code timeoutMillis} for a packet, or for room to send where {@code toSend}. */
    Ready await(boolean toSend, int timeoutMillis) throws IOException {
        byte[] polled = ByteBuffer.allocate(POLL_OCTETS)
                .order(ByteOrder.nativeOrder())
                .putInt(socket)
                .putShort((short) (LibC.POLLIN | (toSend ? LibC.POLLOUT : 0)))
                .array();
        int ready;
        try {
            ready = call("poll", () -> libC.poll(polled, new NativeLong(1), timeoutMillis));
        } catch (IOException failed) {
            if (errno(failed) == LibC.EINTR) {
                return Ready.NOTHING;
            }
            throw failed;
        }
        if (ready == 0) {
            return Ready.NOTHING;
        }
        int events = ByteBuffer.wrap(polled).order(ByteOrder.nativeOrder()).getShort(POLLED_EVENTS);
        // Errors and the peer's end count as readable: receiving tells them.
        return (events & ~LibC.POLLOUT) != 0 ? Ready.READABLE : Ready.WRITABLE;
    }

    /** The next packet; empty at the end of the connection. */
    Optional<Bytes> receive() throws IOException {
        int octets = call(
                "recv",
                () -> libC.recv(socket, received, new NativeLong(received.length), 0)
                        .intValue());
        return octets == 0 ? Optional.empty() : Optional.of(Bytes.copyOf(received, 0, octets));
    }

    boolean isClosed() {
        return closed;
    }

    private int call(String what, Call call) throws IOException {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IOException(what + ": the socket is closed");
            }
            return call.make();
        } catch (LastErrorException failed) {
            throw new IOException(what + ": errno " + failed.getErrorCode(), failed);
        } finally {
            use.readLock().unlock();
        }
    }

    /**
     * Ends the connection once no other call is under way. It is not shut down before: Linux 6.1 fails an assertion when the
     * radio connection ends between the two.
     */
    @Override
    public void close() {
        use.writeLock().lock();
        try {
            if (!closed) {
                libC.close(socket);
            }
        } catch (LastErrorException gone) {
            // The kernel has given the descriptor back all the same.
        } finally {
            closed = true;
            use.writeLock().unlock();
        }
    }

    @FunctionalInterface
    private interface Call {
        int make();
    }
}
