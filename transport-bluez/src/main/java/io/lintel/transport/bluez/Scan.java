package io.lintel.transport.bluez;

import io.lintel.transport.bluez.Heard.Strength;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bluez.Adapter1;
import org.freedesktop.dbus.interfaces.ObjectManager;
import org.freedesktop.dbus.interfaces.Properties;
import org.freedesktop.dbus.types.Variant;

/** Has bluetoothd listen for a while, and reads what it heard. */
final class Scan {
    /** How often to look at readers of which no signal tells. */
    private static final Duration LOOKS_EVERY = Duration.ofMillis(250);

    /** Signals beyond these are lost, as on the air. */
    private static final int MOST_WAITING = 1024;

    private final Bus bus;
    private final BlockingQueue<Strength> news = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Map<String, Sighting> known = new HashMap<>();
    private boolean interrupted;

    Scan(Bus bus) {
        this.bus = bus;
    }

    /** Everything that is heard within {@code time}, the strongest first. */
    List<Sighting> listen(Duration time) {
        discovering(() -> {
            report(time, one -> false);
            look(); // while signals are known: they are forgotten with the end of the discovery
        });
        return known.values().stream()
                .sorted(Comparator.comparingInt(Sighting::signal).reversed())
                .toList();
    }

    /**
     * Reports each advertisement of a reader when it is heard, and readers whose signal is not measured at every look,
     * until {@code enough} says so or the time is over. The last look is behind that, however long the ones before it took.
     */
    void listen(Duration time, Predicate<Sighting> enough) {
        bus.on(Properties.PropertiesChanged.class, this::changed);
        discovering(() -> report(time, enough));
    }

    private void discovering(Runnable meanwhile) {
        bus.call("listen for readers", () -> {
            Adapter1 adapter = bus.remote(bus.adapterPath(), Adapter1.class);
            adapter.SetDiscoveryFilter(Map.of("Transport", new Variant<>("le"), "DuplicateData", new Variant<>(true)));
            adapter.StartDiscovery();
            try {
                meanwhile.run();
                return adapter;
            } finally {
                adapter.StopDiscovery();
            }
        });
        if (interrupted) {
            // Not before: a thread that is interrupted gets no reply from the bus.
            Thread.currentThread().interrupt();
        }
    }

    private void report(Duration time, Predicate<Sighting> enough) {
        long begun = System.nanoTime();
        try {
            long left = time.toNanos();
            while (left > 0) {
                Strength next = news.poll(Math.min(left, LOOKS_EVERY.toNanos()), TimeUnit.NANOSECONDS);
                boolean decided = next == null
                        ? around().filter(reader -> !reader.isMeasured()).anyMatch(enough)
                        : sighting(next).filter(enough).isPresent();
                if (decided) {
                    return;
                }
                left = time.toNanos() - (System.nanoTime() - begun);
            }
            reportTheRest(enough);
        } catch (InterruptedException stop) {
            interrupted = true; // and what was heard so far is told
        }
    }

    /** Reports what waits when the time is over, and looks once, however much waits. */
    private void reportTheRest(Predicate<Sighting> enough) {
        List<Strength> rest = new ArrayList<>();
        news.drainTo(rest);
        Stream<Sighting> unmeasured = around().filter(reader -> !reader.isMeasured());
        Stream<Sighting> measured = rest.stream().flatMap(heard -> known(heard).stream());
        for (Sighting one : Stream.concat(measured, unmeasured).toList()) {
            if (enough.test(one)) {
                return;
            }
        }
    }

    private void changed(Properties.PropertiesChanged signal) {
        if (signal.getPath().startsWith(bus.adapterPath() + "/")) {
            Heard.strength(signal).ifPresent(news::offer);
        }
    }

    private Optional<Sighting> sighting(Strength heard) {
        if (!known.containsKey(heard.device())) {
            look();
        }
        return known(heard);
    }

    private Optional<Sighting> known(Strength heard) {
        return Optional.ofNullable(known.get(heard.device())).map(reader -> reader.at(heard.decibels()));
    }

    private Stream<Sighting> around() {
        look();
        return known.values().stream();
    }

    private void look() {
        bus.call(
                        "tell what it heard",
                        () -> bus.remote("/", ObjectManager.class).GetManagedObjects())
                .forEach((path, interfaces) -> {
                    Map<String, Variant<?>> device = interfaces.getOrDefault(Heard.DEVICE, Map.of());
                    if (path.getPath().startsWith(bus.adapterPath() + "/")) {
                        Heard.sighting(device).ifPresent(reader -> known.put(path.getPath(), reader));
                    }
                });
    }
}
