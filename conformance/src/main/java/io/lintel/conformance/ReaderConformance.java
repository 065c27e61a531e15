package io.lintel.conformance;

import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Material;
import io.lintel.conformance.reader.ReaderBench;
import io.lintel.conformance.reader.ReaderCases;
import io.lintel.protocol.tap.Transport;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Tries a reader, every case, and says which sentences of the specification it breaks.
 *
 * @param material what the reader was loaded with
 * @param target where it is
 * @param timing its times
 * @param seed of everything that the cases draw but keys
 * @param fuzz how long to send altered messages; zero for not at all
 * @param chosen which cases run, by their ids
 * @param restart restarts the reader; empty where nobody can, and the cases that need it are skipped
 */
public record ReaderConformance(
        Material material,
        ReaderTarget target,
        Timing timing,
        long seed,
        Duration fuzz,
        Predicate<String> chosen,
        Optional<Restart> restart) {

    /** Tries every case against a reader with the recommended times, without fuzzing. */
    public ReaderConformance(Material material, ReaderTarget target) {
        this(material, target, Timing.recommended(), 1, Duration.ZERO, id -> true, Optional.empty());
    }

    /** Returns the ids of all cases; those that begin with {@code reader.gatt} run over GATT alone. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        ReaderCases.inOrder().forEach(each -> ids.add(each.id()));
        ReaderCases.overGatt().forEach(each -> ids.add(each.id()));
        ReaderCases.waiting().forEach(each -> ids.add(each.id()));
        ReaderCases.alone().forEach(each -> ids.add(each.id()));
        return ids;
    }

    /**
     * Runs the cases, which takes half a minute against a reader with the recommended times. Over TCP the cases that
     * wait do so beside the others.
     *
     * @param progress told each result as soon as it is there, one at a time, on the calling thread
     */
    public ConformanceReport run(Consumer<CaseResult> progress) {
        ReaderBench bench =
                new ReaderBench(material, target, timing, new SplittableRandom(seed), InstantSource.system(), restart);
        List<CaseResult> results = new ArrayList<>();
        Consumer<CaseResult> told = progress.andThen(results::add);
        if (target instanceof ReaderTarget.Tcp) {
            runSideBySide(bench, told);
        } else {
            runInOrder(ReaderCases.inOrder(), bench, told);
            if (target.transport() == Transport.BLE_GATT) {
                runInOrder(ReaderCases.overGatt(), bench, told);
            }
            runInOrder(ReaderCases.waiting(), bench, told);
        }
        runInOrder(ReaderCases.alone(), bench, told);
        if (fuzz.compareTo(Duration.ZERO) > 0) {
            told.accept(tried(ReaderCases.fuzz(fuzz, seed), bench));
        }
        return new ConformanceReport("reader", results);
    }

    private void runInOrder(List<Trial<ReaderBench>> cases, ReaderBench bench, Consumer<CaseResult> told) {
        chosen(cases).forEach(each -> told.accept(tried(each, bench)));
    }

    /** Runs the cases that wait, on connections of their own, beside those that run in order. */
    private void runSideBySide(ReaderBench bench, Consumer<CaseResult> told) {
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<CaseResult>> waiting = new ArrayList<>();
            for (Trial<ReaderBench> each : chosen(ReaderCases.waiting())) {
                ReaderBench own = bench.sibling();
                waiting.add(threads.submit(() -> each.run(own)));
            }
            runInOrder(ReaderCases.inOrder(), bench, told);
            for (Future<CaseResult> each : waiting) {
                told.accept(each.get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", interrupted);
        } catch (ExecutionException defect) {
            throw new IllegalStateException("a case has a defect of its own", defect);
        } finally {
            threads.shutdownNow();
        }
    }

    /** Tries a case, unless the reader was lost before it. */
    private static CaseResult tried(Trial<ReaderBench> each, ReaderBench bench) {
        return bench.isLost() ? each.leftOut("left out: the reader could not be restarted before it") : each.run(bench);
    }

    private List<Trial<ReaderBench>> chosen(List<Trial<ReaderBench>> cases) {
        return cases.stream().filter(each -> chosen.test(each.id())).toList();
    }
}
