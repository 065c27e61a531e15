package io.lintel.transport.tcp;

import io.lintel.transport.session.TransportEvent;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Bounds how many connections one address has, and how many there are in all. Thread-safe.
 *
 * <p>An address that has as many as it may is refused. When there are as many as there may be in all, the oldest one
 * makes room: an honest exchange takes milliseconds, so what has been open longest is what least deserves its place,
 * and nobody can lock others out by opening connections and saying nothing. A connection that is
 * {@linkplain #setAtWork at work} is spared.
 */
final class ConnectionCaps {
    private static final AttributeKey<Boolean> AT_WORK = AttributeKey.valueOf(ConnectionCaps.class, "at-work");

    private final int perAddress;
    private final int inAll;
    private final TransportMetrics metrics;
    private final Set<Channel> oldestFirst = new LinkedHashSet<>();
    private final Map<PeerNetwork, Integer> perNetwork = new HashMap<>();

    ConnectionCaps(int perAddress, int inAll, TransportMetrics metrics) {
        if (perAddress < 1 || inAll < perAddress) {
            throw new IllegalArgumentException(
                    "caps are at least 1, and no smaller in all than per address: " + perAddress + ", " + inAll);
        }
        this.perAddress = perAddress;
        this.inAll = inAll;
        this.metrics = metrics;
    }

    /** Spares a channel from making room for others while {@code atWork}. */
    static void setAtWork(Channel channel, boolean atWork) {
        channel.attr(AT_WORK).set(atWork);
    }

    /** Takes a new connection in, or says no; it leaves by itself when it closes. */
    boolean admit(Channel channel) {
        if (!(channel.remoteAddress() instanceof InetSocketAddress remote)) {
            return false; // gone already
        }
        PeerNetwork network = PeerNetwork.of(remote.getAddress());
        Optional<Channel> evicted = Optional.empty();
        synchronized (this) {
            if (perNetwork.getOrDefault(network, 0) >= perAddress) {
                metrics.count(TransportEvent.REFUSED_ADDRESS_FULL);
                return false;
            }
            if (oldestFirst.size() >= inAll) {
                evicted = oldestIdle();
                if (evicted.isEmpty()) {
                    metrics.count(TransportEvent.REFUSED_ALL_FULL);
                    return false;
                }
                oldestFirst.remove(evicted.get());
            }
            oldestFirst.add(channel);
            perNetwork.merge(network, 1, Integer::sum);
        }
        metrics.count(TransportEvent.CONNECTION_ACCEPTED);
        channel.closeFuture().addListener(closed -> release(channel, network));
        evicted.ifPresent(this::evict);
        return true;
    }

    private Optional<Channel> oldestIdle() {
        return oldestFirst.stream()
                .filter(channel -> !Boolean.TRUE.equals(channel.attr(AT_WORK).get()))
                .findFirst();
    }

    private void evict(Channel oldest) {
        metrics.count(TransportEvent.EVICTED_OLDEST);
        oldest.close();
    }

    private void release(Channel channel, PeerNetwork network) {
        metrics.count(TransportEvent.CONNECTION_CLOSED);
        synchronized (this) {
            oldestFirst.remove(channel);
            perNetwork.computeIfPresent(network, (key, count) -> count > 1 ? count - 1 : null);
        }
    }

    /** How many connections there are now. */
    synchronized int open() {
        return oldestFirst.size();
    }
}
