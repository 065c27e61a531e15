package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.transport.session.TransportException;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelFuture;
import io.netty.util.concurrent.Promise;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Carries one request to a manager's endpoint and its response back, over TCP. Thread-safe. */
public final class TcpManagerClient implements AutoCloseable {
    private static final String PEER = "manager";

    private final TcpConnector connector = new TcpConnector("lintel-manager-client", PEER);

    private TcpManagerClient() {}

    /** A client with a thread of its own, until it is closed. */
    public static TcpManagerClient open() {
        return new TcpManagerClient();
    }

    /**
     * Sends {@code request} and waits for the response; blocks the calling thread.
     *
     * @param request 1 to 65535 octets
     * @param timeout bounds the whole exchange, connecting included
     * @throws TransportException of every kind but those of listening; whoever tries again sends the same request
     */
    public Bytes exchange(Bytes request, InetSocketAddress manager, Duration timeout) {
        if (request.isEmpty() || request.size() > ManagerPipeline.MAX_MESSAGE_OCTETS) {
            throw new IllegalArgumentException("a request has 1 to 65535 octets, not " + request.size());
        }
        Promise<Bytes> response = connector.promise();
        ChannelFuture connecting = connector.connect(
                manager,
                timeout,
                handlers -> ManagerPipeline.ofClient(handlers, request, response, TransportMetrics.none()));
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                response.tryFailure(connector.unreachable(manager, timeout, done.cause()));
            }
        });
        try {
            return accept(await(response, manager, timeout), manager);
        } finally {
            connecting.channel().close();
        }
    }

    private static Bytes accept(Bytes response, InetSocketAddress manager) {
        BusyReply.parse(response).ifPresent(wait -> {
            throw new TransportException.Busy(PEER, Addresses.text(manager), wait);
        });
        return response;
    }

    private static Bytes await(Promise<Bytes> response, InetSocketAddress manager, Duration timeout) {
        String where = Addresses.text(manager);
        try {
            return response.get(timeout.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new TransportException.TimedOut(PEER, where, timeout);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TransportException.Interrupted(PEER, where);
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof TransportException known) {
                throw known;
            }
            throw new TransportException.ConnectionLost(PEER, where);
        }
    }

    /** Ends the exchanges under way and the client's thread. */
    @Override
    public void close() {
        connector.close();
    }
}
