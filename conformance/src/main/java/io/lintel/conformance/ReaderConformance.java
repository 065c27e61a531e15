package io.lintel.conformance;

import io.lintel.conformance.bench.Trial;
import io.lintel.conformance.material.Material;
import io.lintel.conformance.reader.ReaderBench;
import io.lintel.conformance.reader.ReaderCases;
import java.net.InetSocketAddress;
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
 * Tries a reader over TCP, every case, and says which sentences of {@code spec/protocol.md} it breaks.
 *
 * @param material what the reader was loaded with
 * @param target where it listens
 * @param timing its times
 * @param seed of everything that the cases draw but keys
 * @param fuzz how long to send altered messages; zero for not at all
 * @param chosen which cases run, by their ids
 * @param restart restarts the reader; empty where nobody can, and the cases that need it are skipped
 */
public record ReaderConformance(
        Material material,
        InetSocketAddress target,
        Timing timing,
        long seed,
        Duration fuzz,
        Predicate<String> chosen,
        Optional<ReaderRestart> restart) {

    /** Tries every case against a reader with the recommended times, without fuzzing. */
    public ReaderConformance(Material material, InetSocketAddress target) {
        this(material, target, Timing.recommended(), 1, Duration.ZERO, id -> true, Optional.empty());
    }

    /** Returns the ids of all cases. */
    public static List<String> ids() {
        List<String> ids = new ArrayList<>();
        ReaderCases.inOrder().forEach(each -> ids.add(each.id()));
        ReaderCases.waiting().forEach(each -> ids.add(each.id()));
        ReaderCases.alone().forEach(each -> ids.add(each.id()));
        return ids;
    }

    /**
     * Runs the cases, which takes a quarter of a minute against a reader with the recommended times. The cases that wait do so
     * beside the others.
     *
     * @param progress told each result as soon as it is there, one at a time, on the calling thread
     * @throws RestartFailedException where the reader's owner could not restart it
     */
    public ConformanceReport run(Consumer<CaseResult> progress) {
        ReaderBench bench =
                new ReaderBench(material, target, timing, new SplittableRandom(seed), InstantSource.system(), restart);
        List<CaseResult> results = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        try {
            List<Future<CaseResult>> waiting = new ArrayList<>();
            for (Trial<ReaderBench> each : chosen(ReaderCases.waiting())) {
                ReaderBench own = bench.sibling();
                waiting.add(threads.submit(() -> each.run(own)));
            }
            for (Trial<ReaderBench> each : chosen(ReaderCases.inOrder())) {
                keep(each.run(bench), results, progress);
            }
            for (Future<CaseResult> each : waiting) {
                keep(each.get(), results, progress);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the run was interrupted", interrupted);
        } catch (ExecutionException defect) {
            throw new IllegalStateException("a case has a defect of its own", defect);
        } finally {
            threads.shutdownNow();
        }
        for (Trial<ReaderBench> each : chosen(ReaderCases.alone())) {
            keep(each.run(bench), results, progress);
        }
        if (fuzz.compareTo(Duration.ZERO) > 0) {
            keep(ReaderCases.fuzz(fuzz, seed).run(bench), results, progress);
        }
        return new ConformanceReport("reader", results);
    }

    private List<Trial<ReaderBench>> chosen(List<Trial<ReaderBench>> cases) {
        return cases.stream().filter(each -> chosen.test(each.id())).toList();
    }

    private static void keep(CaseResult result, List<CaseResult> results, Consumer<CaseResult> progress) {
        results.add(result);
        progress.accept(result);
    }
}
