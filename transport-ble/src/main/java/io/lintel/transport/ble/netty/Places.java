package io.lintel.transport.ble.netty;

import io.lintel.transport.tcp.TapLimits;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which channels have a place: so many in all, and of one connection the newest ones ({@code spec/ble.md} 6). Not thread-safe.
 *
 * <p>A channel that makes room keeps its place among all until it is closed.
 */
final class Places {
    private final int inAll;
    private final int perConnection;
    private final Map<Object, Deque<BleChannel>> served = new HashMap<>();
    private int taken;

    Places(TapLimits limits) {
        this.inAll = limits.connectionsInAll();
        this.perConnection = limits.connectionsPerAddress();
    }

    int taken() {
        return taken;
    }

    boolean areAllTaken() {
        return taken >= inAll;
    }

    /** Gives {@code channel} a place; returns the channel of the same connection that is to be closed for it. */
    Optional<BleChannel> take(Object connection, BleChannel channel) {
        taken++;
        Deque<BleChannel> ofConnection = served.computeIfAbsent(connection, first -> new ArrayDeque<>());
        ofConnection.addLast(channel);
        return ofConnection.size() > perConnection ? Optional.of(ofConnection.removeFirst()) : Optional.empty();
    }

    /** Takes the place of a channel back that is closed. */
    void giveBack(Object connection, BleChannel channel) {
        taken--;
        served.computeIfPresent(connection, (same, ofConnection) -> {
            ofConnection.remove(channel);
            return ofConnection.isEmpty() ? null : ofConnection;
        });
    }
}
