package io.lintel.transport.bluez;

import io.lintel.transport.ble.BleLink;
import io.lintel.transport.bluez.L2capSocket.Endpoint;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
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

    private final @Nullable L2capSocket socket;
    private final int psm;
    private volatile boolean closed;

    private ChannelListener(@Nullable L2capSocket socket, int psm) {
        this.socket = socket;
        this.psm = psm;
    }

    /** Listens on the adapter at {@code own}, or on nothing where its kernel has no such channels. */
    static ChannelListener open(BluetoothAddress own, Consumer<BleLink> channels) {
        try {
            for (int psm = FIRST_PSM; psm <= LAST_PSM; psm++) {
                Optional<L2capSocket> bound = L2capSocket.boundIfFree(new Endpoint(own, psm, 0));
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

    private void serve(L2capSocket listening, Consumer<BleLink> channels) {
        try {
            while (!closed) {
                if (listening.await(false, POLL_MILLIS) == L2capSocket.Ready.READABLE) {
                    L2capSocket accepted = listening.accept();
                    channels.accept(new L2capLink(accepted, accepted.maxPacketOctets()));
                }
            }
        } catch (IOException gone) {
            if (!closed) {
                log.warn("L2CAP channels are no longer accepted: {}", gone.getMessage());
            }
        } finally {
            listening.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        if (socket != null) {
            socket.close();
        }
    }
}
