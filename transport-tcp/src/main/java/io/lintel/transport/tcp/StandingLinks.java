package io.lintel.transport.tcp;

import io.lintel.protocol.link.ManagerLink.Peer;
import io.netty.channel.Channel;
import io.netty.util.AttributeKey;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The links whose readers have proven their keys. A reader has one: a later link closes the earlier one, which a network that
 * went away may have left behind. Thread-safe.
 */
final class StandingLinks {
    private static final AttributeKey<Peer> PEER = AttributeKey.valueOf(StandingLinks.class, "peer");

    private final Map<Peer, Channel> links = new ConcurrentHashMap<>();

    /** Takes a link once: one that a later link has replaced may have a last step to do, and never comes back by that. */
    void put(Peer peer, Channel channel) {
        if (channel.attr(PEER).getAndSet(peer) != null) {
            return;
        }
        Channel before = links.put(peer, channel);
        ConnectionCaps.setAtWork(channel, true);
        if (before != null) {
            before.close();
        }
        if (!channel.isActive()) {
            remove(channel);
        }
    }

    void remove(Channel channel) {
        Peer peer = channel.attr(PEER).get();
        if (peer != null) {
            links.remove(peer, channel);
        }
    }

    Set<Peer> peers() {
        return links.keySet().stream().collect(Collectors.toUnmodifiableSet());
    }

    void wake(Predicate<Peer> which) {
        links.forEach((peer, channel) -> {
            if (which.test(peer)) {
                channel.pipeline().fireUserEventTriggered(LinkSignal.NEWS);
            }
        });
    }
}
