package io.lintel.benchmarks.load;

import com.sun.management.OperatingSystemMXBean;
import io.lintel.benchmarks.peer.BoringContexts;
import io.lintel.benchmarks.peer.TlsIdentity;
import io.lintel.benchmarks.peer.TlsParty;
import io.lintel.benchmarks.tap.Site;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.Primitives;
import io.lintel.crypto.Suite;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.reader.PolicySettings;
import io.lintel.protocol.reader.Reader;
import io.lintel.protocol.reader.ReaderLimits;
import io.lintel.protocol.serials.SerialSet;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.Transport;
import io.lintel.transport.tcp.TapLimits;
import io.lintel.transport.tcp.TcpReaderServer;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The process under load: a reader, an echo and TLS, each on a port of its own. It prints a {@link Handout}, then answers each line
 * of its input: {@code cpu} with the nanoseconds of processor time that it has used, {@code full} with the number of TLS handshakes
 * that were full ones, {@code open} with the number of connections to the reader. It ends with its input.
 */
final class LoadServer implements AutoCloseable {
    private static final Duration LONG = Duration.ofMinutes(30);
    private static final int MANY = 200_000;

    private final OperatingSystemMXBean system = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
    private final Reader reader;
    private final TcpReaderServer taps;
    private final PeerServer echo;
    private final PeerServer tls;
    private final CountingTrust trust;
    private final Handout handout;

    private LoadServer(Suite suite, int credentials, int phones) throws GeneralSecurityException, IOException {
        SecureRandom random = new SecureRandom();
        CryptoSuite crypto = Primitives.select(random).suite(suite);
        Site site = new Site(crypto, random);
        List<Signed<Credential>> directory = new ArrayList<>();
        List<Enrolment> enrolments = new ArrayList<>();
        for (int phone = 1; phone <= phones; phone++) {
            DhKeyPair holder = crypto.generateDhKeyPair();
            Signed<Credential> credential = site.credential(phone, holder);
            directory.add(credential);
            enrolments.add(site.enrolment(holder, credential));
        }
        DhKeyPair nobody = crypto.generateDhKeyPair(); // the holder of all that never tap
        for (int serial = phones + 1; serial <= credentials; serial++) {
            directory.add(site.credential(serial, nobody));
        }
        this.reader = site.reader(
                directory,
                site.list(SerialSet.EMPTY),
                PolicySettings.recommended().withTransports(Set.of(Transport.TCP)),
                limits(directory.size()));
        long began = System.currentTimeMillis();
        InetSocketAddress any = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
        TapLimits patient = TapLimits.standard().withConnections(MANY, MANY).withTimeouts(LONG, LONG, LONG);
        this.taps = TcpReaderServer.builder(reader)
                .bind(any)
                .eventSink(event -> {})
                .limits(patient)
                .clock(clock(began))
                .start();
        this.echo = PeerServer.start(any, patient, Optional.empty());
        TlsIdentity phone = TlsIdentity.of("phone");
        TlsIdentity door = TlsIdentity.of("reader");
        this.trust = new CountingTrust(new TlsParty(door, phone.certificate()).trust());
        this.tls = PeerServer.start(any, patient, Optional.of(BoringContexts.reader(door, trust)));
        this.handout = new Handout(
                suite,
                new Handout.Ports(echo.port(), taps.address().getPort(), tls.port()),
                began,
                enrolments,
                new TlsParty(phone, door.certificate()));
    }

    /** Begins to serve: {@code SUITE CREDENTIALS PHONES}. */
    @SuppressWarnings("SystemOut") // What the other process reads.
    public static void main(String[] arguments) throws GeneralSecurityException, IOException {
        try (LoadServer server = new LoadServer(
                Suite.valueOf(arguments[0]), Integer.parseInt(arguments[1]), Integer.parseInt(arguments[2]))) {
            server.answer(
                    new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)),
                    new PrintStream(System.out, true, StandardCharsets.UTF_8));
        }
    }

    /** The clock of both processes: it is the site's time when the server begins. */
    static InstantSource clock(long began) {
        return () -> Site.NOW.plusMillis(Instant.now().toEpochMilli() - began);
    }

    /** A reader that never forces a cold tap, and keeps a session whose phone stays. */
    private static ReaderLimits limits(int entries) {
        ReaderLimits standard = ReaderLimits.standard();
        return new ReaderLimits(
                entries + 1,
                entries + 1,
                standard.ephemerals(),
                LONG,
                LONG,
                standard.ephemeralLifetime(),
                Integer.MAX_VALUE,
                Duration.ofDays(30),
                standard.failedColdBurst(),
                standard.failedColdEvery(),
                0);
    }

    private void answer(BufferedReader in, PrintStream out) throws IOException, GeneralSecurityException {
        out.println(handout.line());
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            out.println(
                    switch (line) {
                        case "cpu" -> system.getProcessCpuTime();
                        case "full" -> trust.full();
                        case "open" -> taps.connections();
                        default -> throw new IllegalArgumentException("cpu, full or open, not " + line);
                    });
        }
    }

    @Override
    public void close() {
        taps.stop(Duration.ZERO);
        echo.close();
        tls.close();
        reader.close();
    }
}
