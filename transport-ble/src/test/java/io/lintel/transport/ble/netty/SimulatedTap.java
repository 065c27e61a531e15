package io.lintel.transport.ble.netty;

import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.ble.BleTap;
import io.lintel.transport.ble.CloseReason;
import io.lintel.transport.ble.FramingLimits;
import io.lintel.transport.ble.simulator.RadioConditions;
import io.lintel.transport.ble.simulator.SimulatedConnection;
import io.lintel.transport.ble.simulator.SimulatedTime;
import io.lintel.transport.session.ReaderMessageSession;
import io.lintel.transport.session.TransportMetrics;
import io.lintel.transport.tcp.TapHandlers;
import io.lintel.transport.tcp.TapLimits;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.ManualIoEventLoop;
import io.netty.channel.local.LocalIoHandler;
import io.netty.util.concurrent.Ticker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * One tap with everything of the product in it but the radio: the phone's {@link BleTap}, a simulated connection, and the
 * reader's channel and handlers on a loop that goes by simulated time.
 */
final class SimulatedTap {
    /** The phone's wait for the opener, its wait for the answer, and a connection event. */
    static final Duration BOUND = Duration.ofSeconds(25);

    /** When a phone comes again. */
    static final Instant LATER = TestSite.NOW.plus(Duration.ofMinutes(2));

    private static final Duration TICK = Duration.ofMillis(5);

    private final SimulatedTime time;
    private final Instant start;
    private final ManualIoEventLoop loop;
    private final SimulatedConnection connection;
    private final BleChannel channel;
    private final List<AccessEvent> events = new ArrayList<>();
    private final BleTap tap;

    /**
     * What came of a tap.
     *
     * @param result empty if the phone was still waiting at the bound
     * @param took until the phone knew
     */
    record Outcome(
            Optional<TapResult> result,
            List<AccessEvent> events,
            Optional<CloseReason> phoneClosed,
            CloseReason readerClosed,
            boolean readerGone,
            int packetsOfPhone,
            int packetsOfReader,
            Duration took) {}

    private SimulatedTap(Reader reader, TestPhone phone, RadioConditions conditions, long seed, Instant start) {
        this.start = start;
        this.time = new SimulatedTime(start);
        this.loop = new ManualIoEventLoop(
                null, Thread.currentThread(), LocalIoHandler.newFactory(), new TimeTicker(time, start));
        this.connection = new SimulatedConnection(time, conditions, seed);
        Clock clock = time.clock();
        this.channel = new BleChannel(connection.reader(), FramingLimits.ofTap(), clock);
        TapHandlers.ofReader(
                channel.pipeline(),
                TapLimits.standard(),
                new ReaderMessageSession(reader, conditions.transport(), events::add),
                Runnable::run,
                clock,
                TransportMetrics.none());
        TapRequest gesture = new TapRequest(Intent.of(Trigger.LIST), conditions.transport());
        this.tap = BleTap.begin(
                phone.wallet().tap(gesture, start), connection.phone(), clock, time.alarm(), CourierBudget.NONE);
        EventLoopGroup loops = loop;
        loops.register(channel);
        tick();
    }

    static Outcome run(Reader reader, TestPhone phone, RadioConditions conditions, long seed) {
        return run(reader, phone, conditions, seed, TestSite.NOW);
    }

    /** A tap that begins at {@code start}, since what was agreed in a tap is not good before it. */
    static Outcome run(Reader reader, TestPhone phone, RadioConditions conditions, long seed, Instant start) {
        return new SimulatedTap(reader, phone, conditions, seed, start).run();
    }

    /** The loop looks every few milliseconds of simulated time at what came in and what is due. */
    private void tick() {
        loop.runNow();
        time.after(TICK, this::tick);
    }

    private Outcome run() {
        time.runUntil(() -> tap.result().isDone(), BOUND);
        Duration took = Duration.between(start, time.now());
        Optional<TapResult> result =
                tap.result().isDone() ? Optional.of(tap.result().join()) : Optional.empty();
        int phonePackets = connection.packetsOfPhone();
        int readerPackets = connection.packetsOfReader();
        time.runUntil(() -> !channel.isOpen() && tap.closeReason().isPresent(), BOUND.multipliedBy(2));
        loop.runNow();
        loop.shutdownGracefully(0, 0, TimeUnit.SECONDS);
        return new Outcome(
                result,
                List.copyOf(events),
                tap.closeReason(),
                channel.closeReason(),
                !channel.isOpen(),
                phonePackets,
                readerPackets,
                took);
    }

    private record TimeTicker(SimulatedTime time, Instant start) implements Ticker {
        @Override
        public long nanoTime() {
            return Duration.between(start, time.now()).toNanos();
        }

        @Override
        public long initialNanoTime() {
            return 0;
        }

        @Override
        public void sleep(long delay, TimeUnit unit) {
            throw new UnsupportedOperationException("simulated time does not wait");
        }
    }
}
