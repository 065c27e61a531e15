package io.lintel.conformance;

import io.lintel.conformance.material.Material;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.MemoryWalletStore;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.TapResult;
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
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Our phone, loaded with a trial's credential; a test may break it before it taps. */
final class OwnPhone {
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Material material;
    CryptoSuite suite;
    WalletStore store = new MemoryWalletStore();
    Function<CryptoSuite, DhKeyPair> ephemerals = CryptoSuite::generateDhKeyPair;
    Supplier<Relay.Tampering> tampering = () -> new Relay.Tampering() {};
    boolean relayed;
    boolean forgetful;
    Runnable powerLost = () -> {};
    Timing timing = OwnReader.PATIENT;
    private Opening opening = () -> OverTcp.open(relayed, tampering);
    private Thread tapping = new Thread(() -> {});

    OwnPhone(Material material) {
        this.material = material;
        this.suite = material.suite();
    }

    /** Over what it taps. */
    interface Way extends AutoCloseable {
        /** Where the kit waits for it. */
        PhoneTarget target();

        /** Taps once. A thread that is interrupted has left the reader. */
        void tap(Wallet wallet) throws ExecutionException, InterruptedException;

        @Override
        void close() throws IOException;
    }

    /** Opens a way. */
    @FunctionalInterface
    interface Opening {
        Way open() throws IOException;
    }

    /** Taps over another way than TCP. */
    OwnPhone over(Opening other) {
        opening = other;
        return this;
    }

    /** Lets it tap until the kit has played its cases. */
    ConformanceReport tried(Duration fuzz, Predicate<String> chosen) throws IOException, InterruptedException {
        return tried(1, fuzz, chosen).get(0);
    }

    /** Lets it tap until the kit has played its cases so many times. */
    List<ConformanceReport> tried(int runs, Duration fuzz, Predicate<String> chosen)
            throws IOException, InterruptedException {
        try (Way way = opening.open()) {
            PhoneConformance trial = new PhoneConformance(material, way.target(), Optional.of(() -> restart(way)));
            start(way);
            try {
                List<ConformanceReport> reports = new ArrayList<>();
                for (int i = 0; i < runs; i++) {
                    reports.add(trial.run(timing, LONG, 7, fuzz, chosen, result -> {}));
                }
                return reports;
            } finally {
                stop();
            }
        }
    }

    private void start(Way way) {
        tapping = new Thread(() -> tapOnAndOn(way), "own-phone");
        tapping.start();
    }

    private void stop() throws InterruptedException {
        tapping.interrupt();
        tapping.join();
    }

    private void restart(Way way) throws IOException {
        try {
            stop();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the run was interrupted");
        }
        powerLost.run();
        start(way);
    }

    private Wallet wallet() {
        return new Wallet(new WalletPorts(store, id -> suite, ephemerals), Instant.now());
    }

    private void tapOnAndOn(Way way) {
        Wallet wallet = wallet();
        wallet.enrol(enrolment(), Instant.now());
        try {
            while (!Thread.currentThread().isInterrupted()) {
                way.tap(forgetful ? wallet() : wallet);
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

    /** Over TCP, through a relay where that is to change what passes. */
    private record OverTcp(PhoneTarget.Tcp target, Relay relay, InetSocketAddress reader, TcpPhoneClient client)
            implements Way {
        private static final TapRequest GESTURE = new TapRequest(Intent.of(Trigger.LIST), Transport.TCP);

        static OverTcp open(boolean relayed, Supplier<Relay.Tampering> tampering) throws IOException {
            PhoneTarget.Tcp target = PhoneTarget.listen(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            Relay relay = Relay.before(target.address(), tampering);
            return new OverTcp(target, relay, relayed ? relay.address() : target.address(), TcpPhoneClient.open());
        }

        @Override
        public void tap(Wallet wallet) throws ExecutionException, InterruptedException {
            CompletableFuture<TapResult> result = client.tap(wallet.tap(GESTURE, Instant.now()), reader, LONG);
            try {
                var unused = result.get();
            } catch (InterruptedException stopped) {
                result.cancel(false);
                throw stopped;
            }
        }

        @Override
        public void close() throws IOException {
            client.close();
            relay.close();
            target.close();
        }
    }
}
