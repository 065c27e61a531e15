package io.lintel.transport.bluez;

import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.CourierBudget;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
import io.lintel.protocol.reader.AccessEvent;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.protocol.testing.ReaderDraft;
import io.lintel.protocol.testing.TestPhone;
import io.lintel.protocol.testing.TestSite;
import io.lintel.transport.ble.BleLink;
import io.lintel.transport.ble.BleTap;
import io.lintel.transport.session.TransportCounters;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.freedesktop.dbus.interfaces.Properties;

/** A reader on the first virtual controller of the test bed, and phones on the second. */
final class Door implements AutoCloseable {
    static final String READER_ADAPTER = "hci0";
    static final String PHONE_ADAPTER = "hci1";
    /** The first one that a reader tries. */
    static final int PSM = 0x80;

    private static final int PHONE_INDEX = 1;

    /** The guest's processor is emulated: no time in it says anything of a phone. */
    private static final PolicySettings PATIENT = new PolicySettings(
            EnumSet.of(Transport.BLE_GATT, Transport.BLE_L2CAP),
            EnumSet.allOf(Trigger.class),
            PolicySettings.PersonVerification.AS_CREDENTIAL_SAYS,
            Duration.ofSeconds(30),
            Duration.ZERO,
            PolicySettings.recommended().clock());

    private static final Duration AWAIT = Duration.ofMinutes(1);
    private static final int WARM_UPS = 5;
    private static boolean warm;

    private int phoneRestarts;

    final TestSite site;
    final Reader reader;
    final List<AccessEvent> events = Collections.synchronizedList(new ArrayList<>());
    final TransportCounters counters = new TransportCounters();
    final BluetoothAddress address;
    final BluezPhone phone = BluezPhone.on(PHONE_ADAPTER);
    /** What happens at a decision, before the phone hears of it. */
    volatile Runnable atDecision = () -> {};

    final List<String> presence = Collections.synchronizedList(new ArrayList<>());
    private final Bus bus;
    final BluetoothAddress phoneAddress;
    private final BluezReader server;
    private final Clock clock = Clock.offset(Clock.systemUTC(), Duration.between(Instant.now(), TestSite.NOW));

    private Door(TestSite site, Reader reader) {
        this.site = site;
        this.reader = reader;
        this.bus = Bus.open(READER_ADAPTER);
        this.address = bus.address();
        try (Bus ofPhone = Bus.open(PHONE_ADAPTER)) {
            this.phoneAddress = ofPhone.address();
        }
        this.server = BluezReader.builder(reader)
                .adapter(READER_ADAPTER)
                .eventSink(event -> {
                    events.add(event);
                    atDecision.run();
                })
                .clock(clock)
                .metrics(counters)
                .presence(new BluezReader.Presence() {
                    @Override
                    public void lost(BluetoothException reason) {
                        presence.add(reason.errorCode());
                    }

                    @Override
                    public void back() {
                        presence.add("back");
                    }
                })
                .start();
    }

    static Door open() {
        return open(UnaryOperator.identity());
    }

    static Door open(UnaryOperator<ReaderDraft> changes) {
        TestSite site = TestSite.of(Suite.X25519, 1);
        return open(site, changes);
    }

    static Door open(TestSite site, UnaryOperator<ReaderDraft> changes) {
        Door door = new Door(site, changes.apply(site.reader().policy(PATIENT)).start());
        door.warmUp();
        return door;
    }

    /** The first taps of a process load classes for longer than a tap may take where the processor is emulated. */
    private void warmUp() {
        for (int i = 0; i < WARM_UPS && !warm; i++) {
            warm = tap(site.phone(), gatt(BluezPhone.MAX_MTU)) instanceof TapResult.Granted;
        }
        events.clear();
    }

    BleTap begin(TestPhone person, BleLink link, CourierBudget budget) {
        TapRequest gesture = new TapRequest(Intent.of(Trigger.LIST), link.transport());
        return phone.tap(person.wallet().tap(gesture, clock.instant()), link, clock, budget);
    }

    /** Taps over a new connection, and waits until both sides are done with it. */
    TapResult tap(TestPhone person, BleLink link) {
        BleTap tap = begin(person, link, CourierBudget.NONE);
        TapResult result = tap.result().join();
        hangUp(link);
        return result;
    }

    BleLink gatt(int mtu) {
        return connected(() -> phone.overGatt(address, mtu));
    }

    BleLink l2cap(int mtu) {
        return connected(() -> phone.overL2cap(address, PSM, mtu));
    }

    /**
     * Connects, and once more with a phone that was switched off and on where that failed: {@code btvirt} refuses a connection to
     * a reader that is just changing its advertisement, where a radio would wait for the next one, and Linux 6.1 then waits in
     * vain for a connection that nobody makes ({@code testbed/README.md}).
     */
    private BleLink connected(Supplier<BleLink> attempt) {
        try {
            return attempt.get();
        } catch (BluetoothException.Unreachable refused) {
            phoneRestarts++;
            restartPhone();
            return attempt.get();
        }
    }

    /** Switches the phone's controller off and on again. */
    static void restartPhone() {
        Controllers.restart(PHONE_INDEX);
    }

    /** Returns how often the phone had to be switched off and on again before it reached the reader. */
    int phoneRestarts() {
        return phoneRestarts;
    }

    /**
     * Ends the connection of a link that is over, at once, as phones do; the kernel would keep it for two seconds. The socket
     * has to be gone first: Linux 6.1 fails an assertion when a connection ends under a socket that closes.
     */
    void hangUp(BleLink over) {
        until(((SocketLink) over)::isReleased);
        disconnect();
    }

    /**
     * Ends the phone's connection, and waits until bluetoothd has noticed: before that, it takes the phone's next connection
     * for one more channel of this one, and closes it.
     */
    private void disconnect() {
        Controllers.disconnect(PHONE_INDEX, address);
        String device = bus.adapterPath() + "/" + phoneAddress.objectName();
        until(() -> !isConnected(device));
    }

    private boolean isConnected(String device) {
        try {
            return Boolean.TRUE.equals(bus.call(
                    "describe a phone",
                    () -> bus.remote(device, Properties.class).<Object>Get("org.bluez.Device1", "Connected")));
        } catch (BluetoothException forgotten) {
            return false; // with the phone, or with bluetoothd
        }
    }

    static void until(BooleanSupplier condition) {
        until(AWAIT, condition);
    }

    static void until(Duration most, BooleanSupplier condition) {
        long begun = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - begun > most.toNanos()) {
                throw new AssertionError("what was waited for did not happen");
            }
            LockSupport.parkNanos(5_000_000L);
        }
    }

    /** Stops the reader, as it is stopped when its process ends. */
    void stop() {
        server.close();
    }

    @Override
    public void close() {
        phone.close();
        stop();
        bus.close();
    }
}
