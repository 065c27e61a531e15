package io.lintel.transport.bluez;

import io.lintel.transport.bluez.L2capSocket.Accepted;
import io.lintel.transport.bluez.L2capSocket.Endpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where a reader accepts L2CAP channels: the first PSM of those for everybody's use that is free. GATT does without it. */
final class ChannelListener implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(ChannelListener.class);
    private static final int FIRST_PSM = 0x0080;
    private static final int LAST_PSM = 0x00FF;
    private static final int BACKLOG = 8;
    private static final int POLL_MILLIS = 500;
    /** A longest message and its length go into one. */
    private static final int MAX_SDU_OCTETS = 514;
    /** What passes: descriptors and memory, of this process or of the machine. */
    private static final Set<Integer> SHORTAGES = Set.of(LibC.EMFILE, LibC.ENFILE, LibC.ENOMEM, LibC.ENOBUFS);

    private final @Nullable L2capSocket socket;
    private final int psm;
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile @Nullable Exception failure;
    private volatile boolean ended;

    private ChannelListener(@Nullable L2capSocket socket, int psm) {
        this.socket = socket;
        this.psm = psm;
    }

    /** How a socket comes to listen, {@link L2capSocket#boundToListen} but in tests; empty where the PSM is taken. */
    @FunctionalInterface
    interface Binding {
        Optional<L2capSocket> bind(Endpoint own) throws IOException;
    }

    /** Listens on the adapter at {@code own}, or on nothing where its kernel has no such channels. */
    static ChannelListener open(BluetoothAddress own, Channels channels) {
        return open(own, channels, endpoint -> L2capSocket.boundToListen(LibC.INSTANCE, endpoint));
    }

    static ChannelListener open(BluetoothAddress own, Channels channels, Binding binding) {
        try {
            for (int psm = FIRST_PSM; psm <= LAST_PSM; psm++) {
                Optional<L2capSocket> bound = binding.bind(new Endpoint(own, psm, 0));
                if (bound.isPresent()) {
                    ChannelListener made = new ChannelListener(bound.get(), psm);
                    bound.get().receiveAtMost(MAX_SDU_OCTETS);
                    bound.get().listen(BACKLOG);
                    Thread thread = new Thread(() -> made.serve(bound.get(), channels), "lintel-l2cap-accept");
                    thread.setDaemon(true);
                    thread.start();
                    return made;
                }
            }
        } catch (IOException | LinkageError unavailable) {
            log.warn("No L2CAP channels, phones use GATT: {}", unavailable.getMessage());
        }
        return new ChannelListener(null, 0);
    }

    /** Where it listens; 0 for nowhere. */
    int psm() {
        return psm;
    }

    /** Fails if channels are no longer accepted where phones were told that they are. */
    void check() {
        if (ended && closed.getCount() > 0) {
            throw new BluetoothException.Refused("accept L2CAP channels any longer", failure);
        }
    }

    private void serve(L2capSocket listening, Channels channels) {
        try {
            while (closed.getCount() > 0) {
                if (listening.await(false, POLL_MILLIS) == L2capSocket.Ready.READABLE) {
                    accept(listening, channels);
                }
            }
        } catch (IOException | InterruptedException gone) {
            if (closed.getCount() > 0) {
                failure = gone;
                log.warn("L2CAP channels are no longer accepted: {}", gone.getMessage());
            }
        } finally {
            ended = true;
            listening.close();
        }
    }

    private void accept(L2capSocket listening, Channels channels) throws IOException, InterruptedException {
        Optional<Accepted> accepted;
        try {
            accepted = listening.accept();
        } catch (IOException refused) {
            if (!SHORTAGES.contains(L2capSocket.errno(refused))) {
                throw refused;
            }
            log.warn("A phone waits for an L2CAP channel: {}", refused.getMessage());
            var unused = closed.await(POLL_MILLIS, TimeUnit.MILLISECONDS); // for somebody to give back what is short
            return;
        }
        accepted.ifPresent(each -> handOver(each.socket(), each.peer().objectName(), channels));
    }

    /** Nothing that is wrong with one phone keeps the next one out. */
    private static void handOver(L2capSocket accepted, String phone, Channels channels) {
        try {
            channels.opened(new L2capLink(accepted, accepted.maxPacketOctets()), phone);
        } catch (IOException gone) {
            accepted.close();
            log.debug("A phone left before it was served: {}", gone.getMessage());
        } catch (RuntimeException failure) {
            accepted.close();
            log.error("A phone could not be served", failure);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        if (socket != null) {
            socket.close();
        }
    }
}
