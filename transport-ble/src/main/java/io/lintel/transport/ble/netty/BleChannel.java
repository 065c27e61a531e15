package io.lintel.transport.ble.netty;

import io.lintel.crypto.Bytes;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.FrameEvent;
import io.lintel.transport.ble.Framing;
import io.lintel.transport.ble.FramingLimits;
import io.lintel.transport.ble.LinkEnd;
import io.netty.buffer.ByteBuf;
import io.netty.channel.AbstractChannel;
import io.netty.channel.ChannelConfig;
import io.netty.channel.ChannelMetadata;
import io.netty.channel.ChannelOutboundBuffer;
import io.netty.channel.ChannelPromise;
import io.netty.channel.DefaultChannelConfig;
import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.Serial;
import java.net.SocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A {@link BleLink} as a Netty channel that reads and writes whole messages, each one {@link Bytes}.
 *
 * <p>The framing is inside, because the link's packets are: handlers see what they would see behind TCP's frame decoder. Every event loop will
 * do; the link's own threads only hand over to it. A message's write has succeeded when the link took its last packet.
 */
@SuppressWarnings("exports") // Who uses this package requires Netty itself; an app that embeds the core does not.
public final class BleChannel extends AbstractChannel {
    private static final ChannelMetadata METADATA = new ChannelMetadata(false);
    private static final int MAX_WAITING_MESSAGES = 64;

    private final BleLink link;
    private final Framing framing;
    private final LinkEnd sending;
    private final InstantSource clock;
    private final ChannelConfig config = new DefaultChannelConfig(this);
    private final Queue<Bytes> incoming = new ArrayDeque<>();
    private boolean open = true;
    private boolean readRequested;
    private boolean headIsFramed;
    private CloseReason reason = CloseReason.DONE;
    private @Nullable ScheduledFuture<?> alarm;

    /** A channel over {@code link}, which nobody else opens; it begins when it is registered. */
    public BleChannel(BleLink link, FramingLimits limits, InstantSource clock) {
        super(null);
        this.link = link;
        this.framing = Framing.of(link.transport(), limits);
        this.sending = new LinkEnd(link, framing);
        this.clock = clock;
        config.setMessageSizeEstimator(() -> BleChannel::size);
    }

    /** Why the channel ended, or {@link CloseReason#DONE} while it has not. */
    public CloseReason closeReason() {
        return reason;
    }

    /** Closes the channel and tells the peer why, where the framing can. */
    public void close(CloseReason why) {
        onLoop(() -> end(why));
    }

    private static int size(Object message) {
        return message instanceof Bytes bytes ? bytes.size() : 0;
    }

    @Override
    protected void doRegister(ChannelPromise promise) {
        try {
            link.open(new Events());
        } catch (RuntimeException failure) {
            promise.setFailure(failure); // thrown, it would leave the channel open and nobody to close it
            return;
        }
        promise.setSuccess();
    }

    private void onLoop(Runnable task) {
        try {
            eventLoop().execute(task);
        } catch (RejectedExecutionException stopped) {
            link.close(CloseReason.OWN_FAILURE);
        }
    }

    private void receive(Bytes packet) {
        if (open) {
            handle(framing.accept(packet, clock.instant()));
        }
    }

    private void handle(List<FrameEvent> events) {
        for (FrameEvent event : events) {
            if (event instanceof FrameEvent.Message message) {
                incoming.add(message.message());
            } else if (event instanceof FrameEvent.Failed failed) {
                deliver();
                end(failed.reason());
                return;
            } else if (event instanceof FrameEvent.EndedByPeer ended) {
                deliver();
                end(ended.reason());
                return;
            }
        }
        deliver();
        if (incoming.size() > MAX_WAITING_MESSAGES) {
            end(CloseReason.MALFORMED); // floods, and does not take what it is sent
        }
        schedule();
    }

    /** Hands over what has come in as far as somebody reads: one message for each read request. */
    private void deliver() {
        while (open && readRequested && !incoming.isEmpty()) {
            readRequested = false;
            pipeline().fireChannelRead(incoming.remove());
            pipeline().fireChannelReadComplete();
        }
    }

    private void schedule() {
        if (alarm != null) {
            alarm.cancel(false);
            alarm = null;
        }
        if (open) {
            framing.deadline()
                    .ifPresent(due -> alarm = eventLoop().schedule(this::ring, nanosUntil(due), TimeUnit.NANOSECONDS));
        }
    }

    private void ring() {
        alarm = null;
        if (open) {
            handle(framing.expire(clock.instant()));
        }
    }

    private long nanosUntil(Instant due) {
        return Math.max(0, Duration.between(clock.instant(), due).toNanos());
    }

    private void end(CloseReason why) {
        if (open) {
            reason = why;
            unsafe().close(voidPromise());
        }
    }

    @Override
    protected void doBeginRead() {
        readRequested = true;
        if (!incoming.isEmpty()) {
            onLoop(this::deliver); // not from within a handler that asked for it
        }
    }

    @Override
    protected Object filterOutboundMessage(Object message) {
        boolean fits = message instanceof Bytes || (message instanceof ByteBuf buffer && !buffer.isReadable());
        if (!fits) {
            throw new UnsupportedOperationException("a BLE channel writes whole messages");
        }
        return message;
    }

    @Override
    protected void doWrite(ChannelOutboundBuffer waiting) {
        for (Object message = waiting.current(); message != null; message = waiting.current()) {
            if (message instanceof Bytes bytes && !headIsFramed) {
                sending.send(bytes);
                headIsFramed = true;
            }
            if (!sending.pump()) {
                return; // the link says when it can take more
            }
            headIsFramed = false;
            waiting.remove();
        }
    }

    @Override
    protected void doClose() {
        open = false;
        schedule();
        incoming.clear();
        sending.end(reason);
        if (!sending.pump()) {
            sending.abandon(reason); // the peer takes nothing: it is not waited for
        }
    }

    @Override
    protected void doDisconnect() {
        doClose();
    }

    @Override
    protected void doBind(SocketAddress address) {
        throw new UnsupportedOperationException("a BLE channel is open when it is made");
    }

    @Override
    protected AbstractUnsafe newUnsafe() {
        return new LinkUnsafe();
    }

    @Override
    protected boolean isCompatible(EventLoop loop) {
        return true;
    }

    @Override
    protected SocketAddress localAddress0() {
        return Endpoint.HERE;
    }

    @Override
    protected SocketAddress remoteAddress0() {
        return Endpoint.PEER;
    }

    @Override
    public ChannelConfig config() {
        return config;
    }

    @Override
    public boolean isOpen() {
        return open;
    }

    @Override
    public boolean isActive() {
        return open;
    }

    @Override
    public ChannelMetadata metadata() {
        return METADATA;
    }

    private final class Events implements BleLink.Listener {
        @Override
        public void received(Bytes packet) {
            onLoop(() -> receive(packet));
        }

        @Override
        public void writable() {
            onLoop(() -> unsafe().flush());
        }

        @Override
        public void closed(CloseReason why) {
            onLoop(() -> end(why));
        }
    }

    private final class LinkUnsafe extends AbstractUnsafe {
        @Override
        public void connect(SocketAddress remote, SocketAddress local, ChannelPromise promise) {
            promise.setFailure(new UnsupportedOperationException("a BLE channel is open when it is made"));
        }
    }

    /** A name without an address: a phone's would tell one from another. */
    private static final class Endpoint extends SocketAddress {
        @Serial
        private static final long serialVersionUID = 1L;

        static final Endpoint HERE = new Endpoint("ble");
        static final Endpoint PEER = new Endpoint("ble-peer");

        private final String name;

        private Endpoint(String name) {
            this.name = name;
        }

        @Override
        public String toString() {
            return name;
        }
    }
}
