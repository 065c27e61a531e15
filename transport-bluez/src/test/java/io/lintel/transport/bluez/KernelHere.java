package io.lintel.transport.bluez;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One listening socket without a kernel; what comes there, the test says. Accepted descriptors count from 100. */
final class KernelHere implements LibC {
    static final BluetoothAddress PHONE = BluetoothAddress.ofPublic("00:AA:01:02:03:04");
    static final int FIRST_ACCEPTED = 100;
    static final int SDU_OCTETS = 247;
    static final int ENOTCONN = 107;

    private static final int ADDRESS_AT = 4;
    private static final int LISTENING = 3;
    private static final int POLLED_EVENTS = 6;

    /** What the next looks of {@code poll} find. */
    private final BlockingQueue<Comer> comers = new LinkedBlockingQueue<>();

    final List<Integer> closed = new CopyOnWriteArrayList<>();
    /** Completed where nobody ought to wait for a phone any longer. */
    final CompletableFuture<Void> end = new CompletableFuture<>();

    private volatile boolean waits;
    private volatile @Nullable Comer current;
    private int next = FIRST_ACCEPTED;

    /** How a phone is found, by {@code poll}, {@code accept} and {@code getsockopt} in turn. */
    enum Comer {
        STAYS(0, 0),
        LEAVES_BEFORE_IT_IS_ACCEPTED(EAGAIN, 0),
        LEAVES_ONCE_IT_IS_ACCEPTED(0, ENOTCONN),
        COMES_WHEN_DESCRIPTORS_ARE_SHORT(EMFILE, 0),
        FINDS_NO_LISTENER(77, 0);

        private final int atAccept;
        private final int atOption;

        Comer(int atAccept, int atOption) {
            this.atAccept = atAccept;
            this.atOption = atOption;
        }
    }

    void come(Comer... several) {
        comers.addAll(List.of(several));
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        waits = (type & SOCK_NONBLOCK) == 0;
        return LISTENING;
    }

    @Override
    public int poll(byte[] sockets, NativeLong count, int timeoutMillis) {
        try {
            current = comers.poll(timeoutMillis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            throw new LastErrorException(EINTR);
        }
        sockets[POLLED_EVENTS] = (byte) POLLIN;
        return current == null ? 0 : 1;
    }

    @Override
    public int accept(int socket, byte @Nullable [] address, @Nullable IntByReference octets) {
        int error = now().atAccept;
        if (error == EAGAIN && waits) {
            end.join();
        }
        failIf(error);
        if (address != null) {
            System.arraycopy(PHONE.octets(), 0, address, ADDRESS_AT, PHONE.octets().length);
        }
        return next++;
    }

    @Override
    public int getsockopt(int socket, int level, int option, byte[] value, IntByReference octets) {
        failIf(now().atOption);
        value[0] = (byte) SDU_OCTETS;
        return 0;
    }

    private Comer now() {
        Comer comer = current;
        if (comer == null) {
            throw new LastErrorException(EAGAIN);
        }
        return comer;
    }

    private static void failIf(int error) {
        if (error != 0) {
            throw new LastErrorException(error);
        }
    }

    @Override
    public int close(int socket) {
        closed.add(socket);
        return 0;
    }

    @Override
    public int bind(int socket, byte[] address, int octets) {
        return 0;
    }

    @Override
    public int connect(int socket, byte[] address, int octets) {
        return 0;
    }

    @Override
    public int listen(int socket, int backlog) {
        return 0;
    }

    @Override
    public int setsockopt(int socket, int level, int option, byte[] value, int octets) {
        return 0;
    }

    @Override
    public NativeLong send(int socket, byte[] packet, NativeLong octets, int flags) {
        return octets;
    }

    @Override
    public NativeLong recv(int socket, byte[] packet, NativeLong octets, int flags) {
        return new NativeLong(0);
    }
}
