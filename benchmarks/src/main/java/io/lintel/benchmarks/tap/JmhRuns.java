package io.lintel.benchmarks.tap;

import io.lintel.benchmarks.tap.Settings.Pace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** Runs of JMH, each in a JVM of its own, and what we want of their results. */
final class JmhRuns {
    private static final TimeValue SECOND = TimeValue.seconds(1);
    private static final String ALLOCATED = "gc.alloc.rate.norm";

    private final Pace pace;

    /**
     * One benchmark.
     *
     * @param octets octets that an operation allocates
     * @param iterations the mean time of an operation in each iteration, in the benchmark's unit
     */
    record Score(String name, double octets, List<Double> iterations) {
        Score {
            iterations = List.copyOf(iterations);
        }
    }

    JmhRuns(Pace pace) {
        this.pace = pace;
    }

    /** Returns how often everything is to be run. */
    int rounds() {
        return pace.rounds();
    }

    /** Runs one method, and returns each iteration's secondary results by name. */
    List<Map<String, Double>> iterations(Class<?> benchmark, String method, Map<String, String> parameters)
            throws RunnerException {
        return iterations(options(benchmark.getName() + "." + method + "$", parameters));
    }

    /** Does the same in a JVM with these options instead of those that the class names. */
    List<Map<String, Double>> iterations(
            Class<?> benchmark, String method, Map<String, String> parameters, List<String> jvm)
            throws RunnerException {
        return iterations(options(benchmark.getName() + "." + method + "$", parameters)
                .jvmArgsAppend(jvm.toArray(String[]::new)));
    }

    private static List<Map<String, Double>> iterations(ChainedOptionsBuilder options) throws RunnerException {
        List<Map<String, Double>> iterations = new ArrayList<>();
        for (RunResult run : new Runner(options.build()).run()) {
            for (BenchmarkResult fork : run.getBenchmarkResults()) {
                for (IterationResult iteration : fork.getIterationResults()) {
                    Map<String, Double> values = new HashMap<>();
                    iteration.getSecondaryResults().forEach((name, result) -> values.put(name, result.getScore()));
                    iterations.add(values);
                }
            }
        }
        return iterations;
    }

    /** Runs those methods of a class whose names match, and returns what each took and allocated. */
    List<Score> scores(Class<?> benchmark, String methods, Map<String, String> parameters) throws RunnerException {
        List<Score> scores = new ArrayList<>();
        ChainedOptionsBuilder options =
                options(benchmark.getName() + "." + methods + "$", parameters).addProfiler(GCProfiler.class);
        for (RunResult run : new Runner(options.build()).run()) {
            Result<?> primary = run.getPrimaryResult();
            Result<?> allocated = run.getSecondaryResults().get(ALLOCATED);
            scores.add(
                    new Score(primary.getLabel(), allocated == null ? Double.NaN : allocated.getScore(), means(run)));
        }
        return scores;
    }

    private static List<Double> means(RunResult run) {
        return run.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .map(iteration -> iteration.getPrimaryResult().getScore())
                .toList();
    }

    private ChainedOptionsBuilder options(String include, Map<String, String> parameters) {
        ChainedOptionsBuilder options = new OptionsBuilder()
                .include(include)
                .forks(1)
                .warmupIterations(pace.warmup())
                .warmupTime(SECOND)
                .measurementIterations(pace.iterations())
                .measurementTime(SECOND)
                .shouldFailOnError(true)
                .verbosity(VerboseMode.SILENT);
        parameters.forEach(options::param);
        return options;
    }
}
