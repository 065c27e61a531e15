package io.lintel.transport.bluez;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.FrameEvent;
import io.lintel.transport.ble.Framing;
import io.lintel.transport.ble.FramingLimits;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A phone's end of a channel that sends what it likes, and listens for nothing but how the reader ends it. */
final class HostilePhone implements BleLink.Listener {
    private final SocketLink link;
    private final Framing framing;
    private volatile boolean greeted;
    private volatile @Nullable CloseReason told;
    private volatile @Nullable CloseReason closed;

    HostilePhone(BleLink link) {
        this.link = (SocketLink) link;
        this.framing = Framing.of(link.transport(), FramingLimits.ofTap());
        link.open(this);
        Door.until(() -> greeted || isEnded());
    }

    /** Sends a packet as soon as the kernel has room, and keeps to no window; nothing once the connection is gone. */
    void send(Bytes packet) {
        Door.until(() -> closed != null || (link instanceof AttLink att ? att.command(packet) : link.offer(packet)));
    }

    /** Sends a packet over GATT, and waits until the reader's stack has answered: it has taken all before it. */
    void sendAndWait(Bytes packet) {
        AttLink att = (AttLink) link;
        Door.until(() -> closed != null || att.request(packet));
        Door.until(() -> closed != null || att.hasRoom());
    }

    /** How the reader ended the channel: over GATT the reason it told, over L2CAP that it closed it. */
    CloseReason awaitEnd() {
        Door.until(this::isEnded);
        CloseReason reason = link.transport() == Transport.BLE_GATT ? told : closed;
        return reason == null ? CloseReason.UNKNOWN : reason;
    }

    boolean isEnded() {
        return (link.transport() == Transport.BLE_GATT && told != null) || closed != null;
    }

    /** Is gone from one moment to the next. */
    void vanish(Door door) {
        link.vanish();
        door.hangUp(link);
    }

    @Override
    public void received(Bytes packet) {
        for (FrameEvent event : framing.accept(packet, Instant.EPOCH)) {
            if (event instanceof FrameEvent.Message) {
                greeted = true;
            } else if (event instanceof FrameEvent.EndedByPeer ended) {
                told = ended.reason();
            }
        }
    }

    @Override
    public void writable() {}

    @Override
    public void closed(CloseReason reason) {
        closed = reason;
    }
}
