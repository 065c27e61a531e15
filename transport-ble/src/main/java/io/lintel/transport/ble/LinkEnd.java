package io.lintel.transport.ble;

import io.lintel.crypto.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * The sending half of a channel: moves packets from a {@link Framing} to a {@link BleLink} as fast as the link takes
 * them, then ends the link if that was asked. Not thread-safe.
 */
public final class LinkEnd {
    private final BleLink link;
    private final Framing framing;
    private @Nullable Bytes held;
    private @Nullable CloseReason ending;
    private boolean closed;

    /** Sends the packets of {@code framing} over {@code link}. */
    public LinkEnd(BleLink link, Framing framing) {
        this.link = link;
        this.framing = framing;
    }

    /**
     * Turns away a peer whose link nobody has opened: opens it, tells the peer that this side is busy where the framing can and the link
     * takes that at once, and closes it, as {@link CloseReason#BUSY}. What the peer says is not heard.
     */
    public static void turnAway(BleLink link) {
        link.open(Deaf.LISTENER);
        LinkEnd end = new LinkEnd(link, Framing.of(link.transport(), FramingLimits.ofTap()));
        end.end(CloseReason.BUSY);
        if (!end.pump()) {
            end.abandon(CloseReason.BUSY);
        }
    }

    /** Puts a message behind the others; {@link #pump} sends it. */
    public void send(Bytes message) {
        framing.send(message);
    }

    /** Ends the link behind what waits, and tells the peer why where the framing can. */
    public void end(CloseReason reason) {
        if (ending == null) {
            ending = reason;
            framing.end(reason);
        }
    }

    /** Closes the link now: what waits is not sent. */
    public void abandon(CloseReason reason) {
        if (!closed) {
            closed = true;
            link.close(reason);
        }
    }

    /** Offers what waits; returns whether the link has taken all of it. Call it again when the link is writable. */
    public boolean pump() {
        while (!closed) {
            if (held == null) {
                held = framing.nextPacket(link.maxPacketOctets()).orElse(null);
            }
            if (held == null) {
                if (ending != null) {
                    abandon(ending);
                }
                return true;
            }
            if (!link.offer(held)) {
                return false;
            }
            held = null;
        }
        return true;
    }

    /** Hears nothing: for links that are closed at once. */
    private enum Deaf implements BleLink.Listener {
        LISTENER;

        @Override
        public void received(Bytes packet) {}

        @Override
        public void writable() {}

        @Override
        public void closed(CloseReason reason) {}
    }
}
