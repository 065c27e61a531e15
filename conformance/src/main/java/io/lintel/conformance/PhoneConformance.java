package io.lintel.conformance;

import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Material;
import io.lintel.conformance.phone.PhoneBench;
import io.lintel.conformance.phone.PhoneCases;
import io.lintel.protocol.tap.Randomness;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tries a phone over TCP: it listens as the trial's reader and plays a case with each tap. The phone has to tap with a
 * gesture, one tap after the other, until the run is over; what it is told each time is not its owner's to understand.
 */
public final class PhoneConformance implements AutoCloseable {
    private final Material material;
    private final ServerSocket server;
    private final Optional<Restart> restart;

    private PhoneConformance(Material material, ServerSocket server, Optional<Restart> restart) {
        this.material = material;
        this.server = server;
        this.restart = restart;
    }

    /**
     * Listens.
     *
     * @param restart restarts the phone; empty where nobody can, and the cases that need it are skipped
     * @throws IOException if the address cannot be had
     * @throws IllegalArgumentException if the material has no key of the reader
     */
    public static PhoneConformance listen(Material material, InetSocketAddress address, Optional<Restart> restart)
            throws IOException {
        if (material.readerKey().isEmpty()) {
            throw new IllegalArgumentException("the material was made for a reader that keeps its key to itself");
        }
        ServerSocket server = new ServerSocket();
        try {
            server.bind(address);
            return new PhoneConformance(material, server, restart);
        } catch (IOException refused) {
            server.close();
            throw refused;
        }
    }

    /** Returns where it listens. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getLocalSocketAddress();
    }

    /** Returns the ids of all cases. */
    public static List<String> ids() {
        return PhoneCases.all().stream().map(Trial::id).toList();
    }

    /**
     * Runs the cases.
     *
     * @param timing the phone's times
     * @param arrival how long to wait for the phone's next tap
     * @param seed of what is spoilt, and how; keys, nonces and state epochs are others in each run
     * @param fuzz how long to send altered messages; zero for not at all
     * @param chosen which cases run, by their ids
     * @param progress told each result as soon as it is there
     */
    public ConformanceReport run(
            Timing timing,
            Duration arrival,
            long seed,
            Duration fuzz,
            Predicate<String> chosen,
            Consumer<CaseResult> progress) {
        Randomness fresh = Randomness.of(new SecureRandom());
        PhoneBench bench =
                new PhoneBench(material, server, timing, arrival, new SplittableRandom(seed), fresh, restart);
        List<CaseResult> results = new ArrayList<>();
        List<Trial<PhoneBench>> trials = new ArrayList<>(PhoneCases.all());
        trials.removeIf(each -> !chosen.test(each.id()));
        if (fuzz.compareTo(Duration.ZERO) > 0) {
            trials.add(PhoneCases.fuzz(fuzz, seed));
        }
        for (Trial<PhoneBench> each : trials) {
            CaseResult result = each.run(bench);
            results.add(result);
            progress.accept(result);
        }
        return new ConformanceReport("phone", results);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
