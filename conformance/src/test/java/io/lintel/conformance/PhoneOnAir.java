package io.lintel.conformance;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleTap;
import io.lintel.transport.ble.CloseReason;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** The way of a phone of ours over simulated Bluetooth links; a test may change its packets, or those that it hears. */
final class PhoneOnAir implements OwnPhone.Way, PhoneTarget.Links {
    private final SimulatedRadio radio;
    private final int haste;
    private final Instant begun = Instant.now();
    private final BlockingQueue<BleLink> opened = new LinkedBlockingQueue<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final Supplier<UnaryOperator<Bytes>> says;
    private final Supplier<Function<Bytes, List<Bytes>>> hears;

    private PhoneOnAir(
            Transport transport,
            int mtu,
            int haste,
            Supplier<UnaryOperator<Bytes>> says,
            Supplier<Function<Bytes, List<Bytes>>> hears) {
        this.radio = new SimulatedRadio(transport, mtu);
        this.haste = haste;
        this.says = says;
        this.hears = hears;
    }

    static PhoneOnAir of(Transport transport, int mtu) {
        return hasty(transport, mtu, 1);
    }

    /** Returns the way of a phone whose clock runs so many times as fast, and so do its deadlines. */
    static PhoneOnAir hasty(Transport transport, int mtu, int haste) {
        return new PhoneOnAir(transport, mtu, haste, UnaryOperator::identity, () -> List::of);
    }

    /** Returns the way of a phone that sends other packets than it should; made anew for each channel. */
    static PhoneOnAir saying(Transport transport, int mtu, Supplier<UnaryOperator<Bytes>> says) {
        return new PhoneOnAir(transport, mtu, 1, says, () -> List::of);
    }

    /** Returns the way of a phone that takes a packet for others, or for none; made anew for each channel. */
    static PhoneOnAir hearing(Transport transport, int mtu, Supplier<Function<Bytes, List<Bytes>>> hears) {
        return new PhoneOnAir(transport, mtu, 1, UnaryOperator::identity, hears);
    }

    @Override
    public PhoneTarget target() {
        return radio.transport() == Transport.BLE_GATT ? PhoneTarget.gatt(this) : PhoneTarget.l2cap(this);
    }

    @Override
    public Optional<BleLink> next(Duration within) {
        try {
            return Optional.ofNullable(opened.poll(within.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException("the run was interrupted", interrupted);
        }
    }

    @Override
    public void tap(Wallet wallet) throws ExecutionException, InterruptedException {
        InstantSource clock =
                () -> begun.plus(Duration.between(begun, Instant.now()).multipliedBy(haste));
        Clock read = clock.withZone(ZoneOffset.UTC);
        TapRequest gesture = new TapRequest(Intent.of(Trigger.LIST), radio.transport());
        BleLink link = radio.connect(UnaryOperator.identity(), says.get(), opened::add);
        BleTap tap = BleTap.begin(
                wallet.tap(gesture, read.instant()),
                new Hearing(link, hears.get()),
                read,
                this::after,
                CourierBudget.NONE);
        try {
            var unused = tap.carried().get();
        } catch (InterruptedException stopped) {
            tap.cancel();
            throw stopped;
        }
    }

    private Runnable after(Duration delay, Runnable task) {
        ScheduledFuture<?> due = timer.schedule(task, delay.dividedBy(haste).toNanos(), TimeUnit.NANOSECONDS);
        return () -> due.cancel(false);
    }

    @Override
    public void close() {
        radio.close();
        timer.shutdownNow();
    }

    /** The phone's end of a channel, which takes what comes in for something else. */
    private record Hearing(BleLink link, Function<Bytes, List<Bytes>> hears) implements BleLink {
        @Override
        public Transport transport() {
            return link.transport();
        }

        @Override
        public int maxPacketOctets() {
            return link.maxPacketOctets();
        }

        @Override
        public void open(Listener listener) {
            link.open(new Listener() {
                @Override
                public void received(Bytes packet) {
                    hears.apply(packet).forEach(listener::received);
                }

                @Override
                public void writable() {
                    listener.writable();
                }

                @Override
                public void closed(CloseReason reason) {
                    listener.closed(reason);
                }
            });
        }

        @Override
        public boolean offer(Bytes packet) {
            return link.offer(packet);
        }

        @Override
        public void close(CloseReason reason) {
            link.close(reason);
        }
    }
}
