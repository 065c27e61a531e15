package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.SecretBytes;
import io.lintel.crypto.SigningKeyPair;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.TapRequest;
import io.lintel.protocol.phone.Wallet;
import io.lintel.protocol.phone.WalletPorts;
import io.lintel.protocol.reader.AccessPolicy;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderConfiguration;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.ProjectRoot;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementSigner;
import io.lintel.protocol.statement.Technology;
import io.lintel.protocol.tap.Intent;
import io.lintel.protocol.tap.ProjectKey;
import io.lintel.protocol.tap.Transport;
import io.lintel.protocol.tap.Trigger;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** One site with its keys, one reader, and as many wallets as a test wants. The reader's key agreements are counted. */
final class TestSite {
    private static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());
    private static final int GROUP = 1;

    final AtomicInteger agreements = new AtomicInteger();
    final Reader reader;
    final Bytes readerCertificate;

    private final InstantSource clock;
    private final CryptoSuite suite;
    private final SigningKeyPair rootKey;
    private final Signed<ProjectRoot> root;
    private final Map<Purpose, SigningKeyPair> issuers = new EnumMap<>(Purpose.class);
    private final List<Bytes> issuingKeys;
    private final ProjectKey projectKey;
    private long lastSerial;

    TestSite(Suite id, InstantSource clock) {
        this.clock = clock;
        this.suite = PRIMITIVES.suite(id);
        this.rootKey = suite.generateSigningKeyPair();
        this.root = new StatementSigner(suite)
                .sign(rootKey, new ProjectRoot(id, rootKey.publicKey().encoded(), now()));
        for (Purpose purpose : Purpose.values()) {
            issuers.put(purpose, suite.generateSigningKeyPair());
        }
        this.issuingKeys = issuers.keySet().stream().map(this::issuingKey).toList();
        this.projectKey = projectKey();
        DhKeyPair dh = suite.generateDhKeyPair();
        SigningKeyPair signing = suite.generateSigningKeyPair();
        Signed<ReaderCertificate> certificate = certify(dh, signing);
        this.readerCertificate = certificate.bytes();
        this.reader = new Reader(
                new ReaderIdentity(dh, signing, certificate), configuration(), readerPorts(), clock.instant());
    }

    /** A wallet with one valid credential of this site, which knows no reader yet. */
    Wallet wallet() {
        return wallet(new MemoryWalletStore());
    }

    Wallet wallet(MemoryWalletStore store) {
        Wallet wallet =
                new Wallet(new WalletPorts(store, PRIMITIVES::suite, CryptoSuite::generateDhKeyPair), clock.instant());
        DhKeyPair holder = suite.generateDhKeyPair();
        wallet.enrol(
                new Enrolment(
                        "Test site",
                        root.bytes(),
                        issuingKeys,
                        credential(holder).bytes(),
                        holder.privateKey().encoded(),
                        List.of(projectKey),
                        Optional.empty()),
                clock.instant());
        return wallet;
    }

    static TapRequest tapRequest() {
        return new TapRequest(Intent.of(Trigger.LIST), Transport.TCP);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    private static ProjectKey projectKey() {
        return new ProjectKey(1, SecretBytes.random(ProjectKey.SIZE_BYTES, new SecureRandom()));
    }

    private Bytes issuingKey(Purpose purpose) {
        SigningKeyPair pair = issuers.get(purpose);
        IssuingKey key = new IssuingKey(
                root.value().project(),
                purpose,
                1,
                pair.publicKey().encoded(),
                now(),
                now().plus(Duration.ofDays(365)));
        return new StatementSigner(suite).sign(rootKey.privateKey(), key).bytes();
    }

    private Signed<ReaderCertificate> certify(DhKeyPair dh, SigningKeyPair signing) {
        return new StatementSigner(suite)
                .sign(
                        issuers.get(Purpose.READER).privateKey(),
                        new ReaderCertificate(
                                root.value().project(),
                                1,
                                12,
                                dh.publicKey().encoded(),
                                signing.publicKey().encoded(),
                                Set.of(GROUP),
                                Technology.BLUE,
                                now(),
                                now().plus(Duration.ofDays(30))));
    }

    private Signed<Credential> credential(DhKeyPair holder) {
        lastSerial++;
        return new StatementSigner(suite)
                .sign(
                        issuers.get(Purpose.CREDENTIAL).privateKey(),
                        new Credential(
                                root.value().project(),
                                1,
                                lastSerial,
                                1000 + lastSerial,
                                holder.publicKey().encoded(),
                                now(),
                                now(),
                                Optional.empty(),
                                now().plus(Duration.ofDays(3)),
                                Set.of(GROUP),
                                Technology.BLUE,
                                Set.of()));
    }

    private ReaderConfiguration configuration() {
        PolicySettings policy = new PolicySettings(
                EnumSet.of(Transport.TCP),
                EnumSet.allOf(Trigger.class),
                PolicySettings.PersonVerification.AS_CREDENTIAL_SAYS,
                Duration.ofMinutes(5),
                PolicySettings.StaleList.ALLOW);
        return new ReaderConfiguration(
                ProjectTrust.pin(suite, root.bytes(), issuingKeys),
                projectKey,
                policy,
                ReaderLimits.standard(),
                List.of(),
                Optional.empty());
    }

    private ReaderPorts readerPorts() {
        CryptoSuite counting = suite.withDiffieHellman(new CountingDiffieHellman(suite.diffieHellman(), agreements));
        SecureRandom random = new SecureRandom();
        return new ReaderPorts(
                counting, suite::generateDhKeyPair, size -> randomBytes(random, size), AccessPolicy.none());
    }

    private static Bytes randomBytes(SecureRandom random, int size) {
        byte[] octets = new byte[size];
        random.nextBytes(octets);
        return Bytes.copyOf(octets);
    }
}
