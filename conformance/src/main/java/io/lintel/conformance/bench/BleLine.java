package io.lintel.conformance.bench;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.FrameEvent;
import io.lintel.transport.ble.Framing;
import io.lintel.transport.ble.FramingLimits;
import io.lintel.transport.ble.LinkEnd;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.function.BooleanSupplier;

/** A channel over Bluetooth, with messages framed as in {@code spec/ble.md}. For one thread; the link reports from its own. */
public abstract sealed class BleLine implements Line permits GattLine, L2capLine {
    private static final FramingLimits ANYTHING = new FramingLimits(65_535, Duration.ofMinutes(1));
    private static final Duration PEER_WITHIN = Duration.ofSeconds(2);

    private final BleLink link;
    private final Framing framing;
    private final LinkEnd end;
    private final InstantSource clock;
    private final Queue<Seen> heard = new ArrayDeque<>();
    private Optional<CloseReason> told = Optional.empty();
    private boolean over;
    private boolean gone;

    BleLine(BleLink link, InstantSource clock) {
        this.link = link;
        this.framing = Framing.of(link.transport(), ANYTHING);
        this.end = new LinkEnd(link, framing);
        this.clock = clock;
    }

    /** Opens a link that nobody has opened yet. */
    public static Line open(BleLink link, InstantSource clock) {
        BleLine line = link.transport() == Transport.BLE_GATT ? new GattLine(link, clock) : new L2capLine(link, clock);
        link.open(line.new Events());
        return line;
    }

    /** Says how the other side broke the framing. */
    abstract Seen.Unframed unframed(CloseReason reason);

    @Override
    public final synchronized void send(Bytes message) throws IOException {
        if (over) {
            throw new IOException("the channel has ended");
        }
        end.send(message);
        end.pump();
    }

    /** Cuts a message into the packets that it has to be sent in next, each of so many octets at the most. */
    final synchronized List<Bytes> cut(Bytes message, int maxPacketOctets) {
        await(() -> over || end.pump(), PEER_WITHIN);
        framing.send(message);
        List<Bytes> packets = new ArrayList<>();
        Optional<Bytes> next = framing.nextPacket(maxPacketOctets);
        while (next.isPresent()) {
            packets.add(next.get());
            next = framing.nextPacket(maxPacketOctets);
        }
        return packets;
    }

    /**
     * Sends a packet as it is, behind all messages; waits for room, or for the end of the channel, two seconds at the most.
     *
     * @param packet no longer than the link takes
     * @throws IOException where the link takes nothing
     */
    final synchronized void offer(Bytes packet) throws IOException {
        boolean[] taken = {false};
        await(() -> over || (end.pump() && (taken[0] = link.offer(packet))), PEER_WITHIN);
        if (!taken[0] && !over) {
            throw new IOException("the link takes no packet");
        }
    }

    /** Returns how many octets a packet may have now. */
    final int maxPacketOctets() {
        return link.maxPacketOctets();
    }

    /** Returns why the other side says that it ended the channel; empty where it has not said so. */
    final synchronized Optional<CloseReason> told() {
        return told;
    }

    @Override
    public final synchronized Seen next(Duration patience) {
        await(() -> !heard.isEmpty() || over, patience);
        Seen next = heard.poll();
        if (next != null) {
            return next;
        }
        return over ? new Seen.Closed() : new Seen.Silence(patience.toMillis());
    }

    /** Waits until a condition holds, or a time is over. */
    private void await(BooleanSupplier condition, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        try {
            while (!condition.getAsBoolean()) {
                long left = (deadline - System.nanoTime()) / 1_000_000;
                if (left <= 0) {
                    return;
                }
                wait(left);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", interrupted);
        }
    }

    private synchronized void received(Bytes packet) {
        if (over) {
            return;
        }
        for (FrameEvent event : framing.accept(packet, clock.instant())) {
            if (event instanceof FrameEvent.Message message) {
                heard.add(new Seen.Message(message.message()));
            } else if (event instanceof FrameEvent.Failed failed) {
                heard.add(unframed(failed.reason()));
                over = true;
            } else if (event instanceof FrameEvent.EndedByPeer ended) {
                told = Optional.of(ended.reason());
                over = true;
            }
        }
        notifyAll();
    }

    private synchronized void writable() {
        end.pump();
        notifyAll();
    }

    private synchronized void lost() {
        if (!over && framing.deadline().isPresent()) {
            heard.add(new Seen.Cut());
        }
        over = true;
        gone = true;
        notifyAll();
    }

    /** Leaves behind what was sent, and waits until the link has ended: two seconds at the most. */
    @Override
    public final synchronized void close() {
        over = true;
        end.end(CloseReason.DONE);
        end.pump();
        await(() -> gone, PEER_WITHIN);
        if (!gone) {
            end.abandon(CloseReason.DONE);
        }
    }

    private final class Events implements BleLink.Listener {
        @Override
        public void received(Bytes packet) {
            BleLine.this.received(packet);
        }

        @Override
        public void writable() {
            BleLine.this.writable();
        }

        @Override
        public void closed(CloseReason reason) {
            lost();
        }
    }
}
