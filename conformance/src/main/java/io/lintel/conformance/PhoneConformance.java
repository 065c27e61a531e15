package io.lintel.conformance;

import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Material;
import io.lintel.conformance.phone.PhoneBench;
import io.lintel.conformance.phone.PhoneCases;
import io.lintel.protocol.tap.Randomness;
import io.lintel.protocol.tap.Transport;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tries a phone: it is the trial's reader and plays a case with each tap. The phone has to tap with a gesture, one tap after the
 * other, until the run is over; what it is told each time is not its owner's to understand.
 *
 * @param material what the phone was loaded with
 * @param target where it comes to
 * @param restart restarts the phone; empty where nobody can, and the cases that need it are skipped
 */
public record PhoneConformance(Material material, PhoneTarget target, Optional<Restart> restart) {
    /** Refuses material that has no key of the reader with {@link IllegalArgumentException}. */
    public PhoneConformance {
        if (material.readerKey().isEmpty()) {
            throw new IllegalArgumentException("the material was made for a reader that keeps its key to itself");
        }
    }

    /** Returns the ids of all cases; those that begin with {@code phone.gatt} run over GATT alone. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        PhoneCases.all().forEach(each -> ids.add(each.id()));
        PhoneCases.overGatt().forEach(each -> ids.add(each.id()));
        return ids;
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
        PhoneBench bench = new PhoneBench(
                material, target, timing, arrival, new SplittableRandom(seed), fresh, InstantSource.system(), restart);
        List<CaseResult> results = new ArrayList<>();
        List<Trial<PhoneBench>> trials = new ArrayList<>(PhoneCases.all());
        if (target.transport() == Transport.BLE_GATT) {
            trials.addAll(PhoneCases.overGatt());
        }
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
}
