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
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
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
    private volatile boolean stopped;

    OwnPhone(Material material) {
        this.material = material;
        this.suite = material.suite();
    }

    /** Lets it tap until the kit has played its cases. */
    ConformanceReport tried(Duration fuzz, Predicate<String> chosen) throws IOException, InterruptedException {
        InetSocketAddress anywhere = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        try (PhoneConformance trial = PhoneConformance.listen(material, anywhere);
                Relay relay = Relay.before(trial.address(), tampering)) {
            InetSocketAddress reader = relayed ? relay.address() : trial.address();
            Thread tapping = new Thread(() -> tapOnAndOn(reader), "own-phone");
            tapping.start();
            try {
                return trial.run(OwnReader.PATIENT, LONG, 7, fuzz, chosen, result -> {});
            } finally {
                stopped = true;
                tapping.interrupt();
                tapping.join();
            }
        }
    }

    private Wallet wallet() {
        return new Wallet(new WalletPorts(store, id -> suite, ephemerals), Instant.now());
    }

    private void tapOnAndOn(InetSocketAddress reader) {
        Wallet wallet = wallet();
        wallet.enrol(enrolment(), Instant.now());
        try (TcpPhoneClient client = TcpPhoneClient.open()) {
            while (!stopped) {
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
