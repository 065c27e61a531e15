package io.lintel.conformance;

import io.lintel.conformance.material.Material;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import io.lintel.transport.tcp.TcpPhoneClient;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Our phone over TCP, loaded with a trial's credential; a test may break it before it taps. */
final class OwnPhone {
    private static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.TCP);
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Material material;
    CryptoSuite suite;
    WalletStore store = new MemoryWalletStore();
    Function<CryptoSuite, DhKeyPair> ephemerals = CryptoSuite::generateDhKeyPair;
    Supplier<Relay.Tampering> tampering = () -> new Relay.Tampering() {};
    boolean relayed;
    boolean forgetful;
    Runnable powerLost = () -> {};
    private Optional<InetSocketAddress> reader = Optional.empty();
    private Thread tapping = new Thread(() -> {});

    OwnPhone(Material material) {
        this.material = material;
        this.suite = material.suite();
    }

    /** Lets it tap until the kit has played its cases. */
    ConformanceReport tried(Duration fuzz, Predicate<String> chosen) throws IOException, InterruptedException {
        return tried(1, fuzz, chosen).get(0);
    }

    /** Lets it tap until the kit has played its cases so many times. */
    List<ConformanceReport> tried(int runs, Duration fuzz, Predicate<String> chosen)
            throws IOException, InterruptedException {
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (PhoneConformance trial = PhoneConformance.listen(material, anywhere, Optional.of(this::restart));
                Relay relay = Relay.before(trial.address(), tampering)) {
            reader = Optional.of(relayed ? relay.address() : trial.address());
            start();
            try {
                List<ConformanceReport> reports = new ArrayList<>();
                for (int i = 0; i < runs; i++) {
                    reports.add(trial.run(OwnReader.PATIENT, LONG, 7, fuzz, chosen, result -> {}));
                }
                return reports;
            } finally {
                stop();
            }
        }
    }

    private void start() {
        tapping = new Thread(() -> tapOnAndOn(reader.orElseThrow()), "own-phone");
        tapping.start();
    }

    private void stop() throws InterruptedException {
        tapping.interrupt();
        tapping.join();
    }

    private void restart() throws IOException {
        try {
            stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was interrupted");
        }
        powerLost.run();
        start();
    }

    private Wallet wallet() {
        return new Wallet(new WalletPorts(store, id -> suite, ephemerals), Instant.now());
    }

    private void tapOnAndOn(InetSocketAddress reader) {
        Wallet wallet = wallet();
        wallet.enrol(enrolment(), Instant.now());
        try (TcpPhoneClient client = TcpPhoneClient.open()) {
            while (!Thread.currentThread().isInterrupted()) {
                Wallet taps = forgetful ? wallet() : wallet;
                client.tap(taps.tap(GESTURE, Instant.now()), reader, LONG).get();
            }
        } catch (ExecutionException readerHasGone) {
            // The run is over.
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Enrolment enrolment() {
        ProjectKey key = new ProjectKey(
                material.projectKey().epoch(),
                SecretBytes.takeOwnership(material.projectKey().key().copy()));
        return new Enrolment(
                "Trial",
                material.root(),
                material.issuingKeys(),
                material.phone().credential(),
                material.phone().key().privateKey().encoded(),
                List.of(key),
                Optional.of(material.list()));
    }
}
