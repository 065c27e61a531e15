package io.lintel.benchmarks.load;

import io.lintel.benchmarks.results.Aim;
import io.lintel.benchmarks.results.Aim.Bound;
import io.lintel.benchmarks.results.Chart;
import io.lintel.benchmarks.results.Ratios;
import io.lintel.benchmarks.results.Section;
import io.lintel.benchmarks.results.Table;
import io.lintel.crypto.Suite;
import io.netty.channel.Channel;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.HdrHistogram.Histogram;

/** The reader over TCP, a connection for each tap, beside an echo and TLS in the same process, kind after kind in turns. */
public final class ReaderLoad {
    private static final double TAP_OF_TLS = 0.2;
    private static final double IDLE = 1.5;
    private static final long SECOND_MICROS = 1_000_000;
    private static final int DIRECTORY_ROUNDS = 5;

    private final LoadSettings settings;
    private final Consumer<String> progress;
    private final List<Table> tables = new ArrayList<>();
    private final List<Aim> aims = new ArrayList<>();
    private final List<Chart> charts = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private long seed;

    /**
     * Prepares a run.
     *
     * @param progress told what is measured next
     */
    public ReaderLoad(LoadSettings settings, Consumer<String> progress) {
        this.settings = settings;
        this.progress = progress;
    }

    /** Starts servers, loads them, and says what was seen. */
    public Section section() throws IOException, GeneralSecurityException, InterruptedException {
        notes.add("A connection for each visit, over loopback, from another process; visits are due at random, "
                + settings.perSecond()
                + " a second in the mean, and latency counts from when they were due. CPU is the server"
                + " process's, connections included.");
        for (Suite suite : settings.suites()) {
            kinds(suite);
        }
        directories();
        return new Section("reader", "The reader under load", tables, aims, charts, notes);
    }

    private void kinds(Suite suite) throws IOException, GeneralSecurityException, InterruptedException {
        int credentials = settings.credentials().get(0);
        try (ServerProcess server = ServerProcess.start(suite, credentials, settings.phones());
                Load load = new Load(server)) {
            Map<Visit, List<Measured>> rounds = new EnumMap<>(Visit.class);
            for (Visit visit : Visit.values()) {
                progress.accept("suite " + suite.id() + ": warming up, " + visit.words());
                load.warm(visit, Math.max(settings.warmUp(), settings.phones()));
                rounds.put(visit, new ArrayList<>());
            }
            for (int round = 1; round <= settings.rounds(); round++) {
                progress.accept("suite " + suite.id() + ": round " + round + " of " + settings.rounds());
                for (Visit visit : turned(round)) {
                    rounds.getOrDefault(visit, List.of())
                            .add(run(load, visit, "suite " + suite.id() + ", " + visit.words() + ", round " + round));
                }
            }
            tell(suite, rounds);
            idle(suite, load);
        }
    }

    /** Each round begins with another kind, so that none always has the same one before it. */
    private static List<Visit> turned(int round) {
        List<Visit> order = new ArrayList<>(List.of(Visit.values()));
        Collections.rotate(order, -(round - 1));
        return order;
    }

    /** Runs one load. Visits that failed are in no latency, so a figure that lacks some says so; so does one of full handshakes. */
    private Measured run(Load load, Visit visit, String what) throws IOException, InterruptedException {
        Measured measured = load.run(visit, new Arrivals(settings.visits(), settings.perSecond(), ++seed));
        if (measured.visits() == 0) {
            throw new IllegalStateException(what + ": no visit went as it should");
        }
        if (measured.failed() > 0) {
            notes.add("**" + measured.failed() + " of " + settings.visits() + " visits failed** (" + what
                    + "). Latencies are those of the others; CPU is that of all, divided by the others.");
        }
        if (measured.unresumed() > 0) {
            notes.add("**" + measured.unresumed() + " of " + settings.visits() + " TLS handshakes were full ones** ("
                    + what + "): this round is no measure of resumption.");
        }
        return measured;
    }

    private void tell(Suite suite, Map<Visit, List<Measured>> rounds) {
        Table table = new Table(
                "Suite " + suite.id() + ", " + settings.rounds() + " rounds of " + settings.visits()
                        + " visits; microseconds",
                "",
                "server CPU",
                "visits/s, 1 / CPU",
                "p50",
                "p90",
                "p99",
                "p99.9",
                "failed",
                "not resumed");
        List<Chart.Line> lines = new ArrayList<>();
        rounds.forEach((visit, measured) -> {
            Histogram all = together(measured);
            double cpu = cpu(measured);
            table.row(
                    visit.words(),
                    cpu,
                    Math.round(SECOND_MICROS / cpu),
                    micros(all, 50),
                    micros(all, 90),
                    micros(all, 99),
                    micros(all, 99.9),
                    measured.stream().mapToLong(Measured::failed).sum(),
                    measured.stream().mapToLong(Measured::unresumed).sum());
            lines.add(line(visit, all));
        });
        tables.add(table);
        charts.add(new Chart.Lines(
                "reader-latency-suite-" + suite.id(),
                "Latency of a connection and its visit, suite " + suite.id(),
                "milliseconds",
                "% of visits",
                Chart.Scale.LINEAR,
                lines));
        aims.add(tapOfTls(suite, rounds));
    }

    private static Aim tapOfTls(Suite suite, Map<Visit, List<Measured>> rounds) {
        List<Double> echo = cpu(rounds, Visit.ECHO);
        List<Double> ratios = Ratios.of(minus(cpu(rounds, Visit.FAST), echo), minus(cpu(rounds, Visit.TLS), echo));
        return Ratios.aim(
                "server CPU, (fast tap - echo) / (TLS resumed - echo), suite " + suite.id(),
                ratios,
                Bound.AT_MOST,
                TAP_OF_TLS);
    }

    private static List<Double> cpu(Map<Visit, List<Measured>> rounds, Visit visit) {
        return rounds.getOrDefault(visit, List.of()).stream()
                .map(Measured::cpuMicros)
                .toList();
    }

    private static double cpu(List<Measured> rounds) {
        return Ratios.median(rounds.stream().map(Measured::cpuMicros).toList());
    }

    private static double p99(List<Measured> rounds) {
        return Ratios.median(
                rounds.stream().map(round -> round.latencyMicros(99)).toList());
    }

    private static List<Double> minus(List<Double> all, List<Double> echo) {
        List<Double> above = new ArrayList<>();
        for (int round = 0; round < all.size(); round++) {
            above.add(all.get(round) - echo.get(round));
        }
        return above;
    }

    /**
     * The fast tap's p99 without idle sessions and with them, in turns; every other pair begins with them. Both run right behind as
     * many fast taps, which with idle sessions are those that made them.
     */
    private void idle(Suite suite, Load load) throws IOException, InterruptedException {
        int idle = FileDescriptors.affordable(settings.idle());
        if (idle < settings.idle()) {
            notes.add("**Only " + idle + " idle sessions instead of " + settings.idle() + "**: a process may have "
                    + FileDescriptors.limit() + " files open here. Raise it (`ulimit -n`) and run again.");
        }
        List<Double> without = new ArrayList<>();
        List<Double> with = new ArrayList<>();
        for (int pair = 1; pair <= settings.pairs(); pair++) {
            String what = "suite " + suite.id() + ": " + idle + " idle sessions, pair " + pair;
            progress.accept(what + " of " + settings.pairs());
            boolean isIdleFirst = pair % 2 == 0;
            if (!isIdleFirst) {
                without.add(alone(load, idle, what + ", without"));
            }
            with.add(besides(load, idle, what + ", with"));
            if (isIdleFirst) {
                without.add(alone(load, idle, what + ", without"));
            }
        }
        tables.add(new Table(
                        "Suite " + suite.id() + ", fast taps while completed sessions stay, medians of "
                                + settings.pairs() + " pairs; microseconds",
                        "idle sessions",
                        "p99")
                .row("none", Ratios.median(without))
                .row(Integer.toString(idle), Ratios.median(with)));
        aims.add(Ratios.aim(
                "p99 of fast taps, with " + idle + " idle sessions / without, suite " + suite.id(),
                Ratios.of(with, without),
                Bound.AT_MOST,
                IDLE));
    }

    private double alone(Load load, int taps, String what) throws IOException, InterruptedException {
        load.warm(Visit.FAST, taps);
        return run(load, Visit.FAST, what).latencyMicros(99);
    }

    private double besides(Load load, int idle, String what) throws IOException, InterruptedException {
        List<Channel> held = load.hold(idle);
        load.requireHeld(held);
        double micros = run(load, Visit.FAST, what).latencyMicros(99);
        load.requireHeld(held);
        load.release(held);
        return micros;
    }

    /** What it costs to know many credentials. Each reader is a process, so that small differences are those of processes. */
    private void directories() throws IOException, GeneralSecurityException, InterruptedException {
        Suite suite = settings.suites().get(0);
        int rounds = Math.min(settings.rounds(), DIRECTORY_ROUNDS);
        Table table = new Table(
                "Suite " + suite.id() + ", by how many credentials the reader knows, a process for each, medians of "
                        + rounds + " rounds; microseconds",
                "credentials",
                "fast, server CPU",
                "fast, p99",
                "cold, server CPU",
                "cold, p99");
        for (int credentials : settings.credentials()) {
            progress.accept("a reader that knows " + credentials + " credentials");
            try (ServerProcess server = ServerProcess.start(suite, credentials, settings.phones());
                    Load load = new Load(server)) {
                load.warm(Visit.FAST, settings.warmUp());
                load.warm(Visit.COLD, settings.warmUp());
                List<Measured> fast = new ArrayList<>();
                List<Measured> cold = new ArrayList<>();
                for (int round = 1; round <= rounds; round++) {
                    fast.add(run(load, Visit.FAST, credentials + " credentials, fast, round " + round));
                    cold.add(run(load, Visit.COLD, credentials + " credentials, cold, round " + round));
                }
                table.row(String.format(Locale.ROOT, "%,d", credentials), cpu(fast), p99(fast), cpu(cold), p99(cold));
            }
        }
        tables.add(table);
    }

    private static Histogram together(List<Measured> rounds) {
        Histogram all = rounds.get(0).latency().copy();
        rounds.stream().skip(1).forEach(round -> all.add(round.latency()));
        return all;
    }

    private static double micros(Histogram latency, double percentile) {
        return latency.getValueAtPercentile(percentile) / 1e3;
    }

    private static Chart.Line line(Visit visit, Histogram latency) {
        List<Double> millis = new ArrayList<>();
        List<Double> percents = new ArrayList<>();
        for (int percent = 1; percent < 100; percent++) {
            millis.add(latency.getValueAtPercentile(percent) / 1e6);
            percents.add((double) percent);
        }
        return new Chart.Line(visit.words(), millis, percents);
    }
}
