package io.lintel.transport.tcp;

import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.CourierReport;
import io.lintel.protocol.phone.PhoneSession;
import io.lintel.protocol.phone.TapResult;
import io.lintel.transport.session.PhoneMessageSession;
import io.lintel.transport.session.TransportException;
import io.lintel.transport.session.TransportMetrics;
import io.netty.channel.ChannelFuture;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletableFuture;

/**
 * A phone's way to a reader over TCP. Thread-safe.
 *
 * <p>One thread serves all taps of a client, and a wallet's disk is waited for on it: it suits a phone, which taps one
 * reader at a time. Whoever wants many phones opens many clients.
 */
public final class TcpPhoneClient implements AutoCloseable {
    private static final String PEER = "reader";

    private final TcpConnector connector = new TcpConnector("lintel-phone", PEER);
    private final InstantSource clock;

    private TcpPhoneClient(InstantSource clock) {
        this.clock = clock;
    }

    /** A client that goes by the system's clock, until it is closed. */
    public static TcpPhoneClient open() {
        return open(InstantSource.system());
    }

    /** A client that goes by {@code clock}, until it is closed. */
    public static TcpPhoneClient open(InstantSource clock) {
        return new TcpPhoneClient(clock);
    }

    /**
     * Connects to {@code reader} and lets {@code session} tap there.
     *
     * @param session a new session; it belongs to this tap from here on
     * @param timeout bounds the whole tap, connecting included; then the tap has failed as disconnected
     * @return the outcome; exceptionally {@link TransportException.Unreachable} if no connection came about, and
     *     with whatever a port of the wallet threw that the session could not do without. Cancelling it closes the
     *     connection
     * @throws TransportException.Closed if this client has been closed
     */
    public CompletableFuture<TapResult> tap(PhoneSession session, InetSocketAddress reader, Duration timeout) {
        return tap(session, reader, timeout, CourierBudget.NONE).result();
    }

    /**
     * As {@link #tap(PhoneSession, InetSocketAddress, Duration)}, and lets the phone work as a courier once the result is
     * there, within a budget and the timeout.
     */
    public TapUnderWay tap(PhoneSession session, InetSocketAddress reader, Duration timeout, CourierBudget budget) {
        CompletableFuture<TapResult> result = new CompletableFuture<>();
        CompletableFuture<CourierReport> carried = new CompletableFuture<>();
        PhoneMessageSession messages = new PhoneMessageSession(session, result, budget, carried);
        ChannelFuture connecting = connector.connect(
                reader, timeout, handlers -> TapPipeline.ofPhone(handlers, messages, clock, TransportMetrics.none()));
        connecting.addListener(done -> {
            if (!done.isSuccess()) {
                result.completeExceptionally(connector.unreachable(reader, timeout, done.cause()));
                messages.disconnected(clock.instant());
            }
        });
        connector.closeAfter(timeout, connecting.channel());
        result.whenComplete((outcome, failure) -> {
            if (result.isCancelled()) {
                connecting.channel().close();
            }
        });
        return new TapUnderWay(result, carried);
    }

    /** Ends the taps under way and the client's thread. */
    @Override
    public void close() {
        connector.close();
    }
}
