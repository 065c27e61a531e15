package io.lintel.conformance;

import io.lintel.conformance.material.Material;
import io.lintel.conformance.material.TrialSite;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.protocol.reader.AccessPolicy;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderConfiguration;
import io.lintel.protocol.reader.ReaderIdentity;
import io.lintel.protocol.reader.ReaderMemory;
import io.lintel.protocol.reader.ReaderPorts;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.tap.Randomness;
import io.lintel.transport.tcp.TapLimits;
import io.lintel.transport.tcp.TcpReaderServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Our reader over TCP, loaded with a trial's configuration; a test may break it before it starts. */
final class OwnReader implements AutoCloseable {
    /** The recommended times, a shorter session, and patience for build machines that do other things as well. */
    static final Timing PATIENT =
            new Timing(Duration.ofSeconds(5), Duration.ofSeconds(10), Duration.ofSeconds(10), Duration.ofSeconds(8));

    private static final Primitives PRIMITIVES = Primitives.select(new SecureRandom());

    private final Draft draft;
    private final InetSocketAddress address;
    private Reader reader;
    private TcpReaderServer server;

    private OwnReader(Draft draft) {
        this.draft = draft;
        this.reader = draft.reader();
        this.server = draft.serve(reader, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
        this.address = server.address();
    }

    /** Ends it and starts it again, with what its memory kept. */
    void restart() {
        server.close();
        reader.close();
        reader = draft.reader();
        server = draft.serve(reader, address);
    }

    static CryptoSuite suite(Suite id) {
        return PRIMITIVES.suite(id);
    }

    static TrialSite site(Suite id) {
        return TrialSite.make(suite(id), new SecureRandom(), Instant.now());
    }

    static OwnReader start(Suite id) {
        return new Draft(site(id)).start();
    }

    InetSocketAddress address() {
        return address;
    }

    Material material() {
        return draft.site.material();
    }

    @Override
    public void close() {
        server.close();
        reader.close();
        draft.site.close();
    }

    /** A reader before it starts. */
    static final class Draft {
        private final TrialSite site;
        CryptoSuite suite;
        Supplier<DhKeyPair> ephemerals;
        Randomness randomness = Randomness.of(new SecureRandom());
        final LimitsDraft limits = new LimitsDraft();
        AccessPolicy rule = AccessPolicy.none();
        InstantSource clock = InstantSource.system();
        ReaderMemory memory = ReaderMemory.inMemory();
        TapLimits tapLimits = TapLimits.standard().withConnections(64, 256);

        Draft(TrialSite site) {
            this.site = site;
            this.suite = site.material().suite();
            this.ephemerals = suite::generateDhKeyPair;
            this.limits.coldAfterUses = Material.COLD_AFTER_USES;
            this.limits.sessionLifetime = PATIENT.session();
        }

        TrialSite site() {
            return site;
        }

        OwnReader start() {
            return new OwnReader(this);
        }

        Reader reader() {
            Material material = site.material();
            ProjectTrust trust = ProjectTrust.pin(suite, material.root(), material.issuingKeys());
            ReaderIdentity identity = new ReaderIdentity(
                    material.readerKey().orElseThrow(),
                    material.readerSigningKey().orElseThrow(),
                    trust.verifyReaderCertificateAsIssued(material.certificate()));
            ReaderConfiguration configuration = new ReaderConfiguration(
                    trust,
                    material.projectKey(),
                    site.artefact().content().policy(),
                    limits.limits(),
                    List.of(trust.verifyCredentialAsIssued(material.listed().credential())),
                    Optional.of(trust.verifyListAsIssued(material.list())),
                    1);
            ReaderPorts ports = new ReaderPorts(suite, ephemerals, randomness, rule, memory);
            return new Reader(identity, configuration, ports, clock.instant());
        }

        private TcpReaderServer serve(Reader reader, InetSocketAddress address) {
            return TcpReaderServer.builder(reader)
                    .bind(address)
                    .limits(tapLimits)
                    .clock(clock)
                    .eventSink(event -> {})
                    .start();
        }
    }
}
