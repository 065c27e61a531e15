package io.lintel.benchmarks.store;

import io.lintel.sdk.Manager;
import io.lintel.sdk.store.ManagerStore;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Compares the store, in which callers share commits, with a commit for each call: same database, same statements, same
 * callers, in turns within one run. Beside them stands the bound, the bare commits of one row that the database makes each
 * second.
 *
 * <p>{@code make bench-store}, or {@code io.lintel.benchmarks.store.StoreBenchmark sqlite|postgres [callers [rounds [credentials]]]}.
 */
public final class StoreBenchmark {

    private static final Duration ROUND = Duration.ofSeconds(2);
    private static final int CUSTOMERS = 4;
    private static final long FEW = 10_000;
    private static final Duration WARM_UP = Duration.ofSeconds(8);

    private final PrintStream out;
    private final BenchmarkDatabase database;
    private final int callerCount;
    private final int rounds;
    private final long many;

    private StoreBenchmark(PrintStream out, BenchmarkDatabase database, int callerCount, int rounds, long many) {
        this.out = out;
        this.database = database;
        this.callerCount = callerCount;
        this.rounds = rounds;
        this.many = many;
    }

    private interface Scenario {
        void call(Business business, Manager manager, int caller);
    }

    /** Runs all comparisons on one sort of database. */
    @SuppressWarnings("SystemOut") // A command's output.
    public static void main(String[] arguments) throws Exception {
        int callers = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 16;
        int rounds = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 5;
        long many = arguments.length > 3 ? Long.parseLong(arguments[3]) : 2_000_000;
        Path directory = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-");
        BenchmarkDatabase database =
                arguments[0].equals("postgres") ? BenchmarkDatabase.postgres() : BenchmarkDatabase.sqlite(directory);
        try {
            new StoreBenchmark(System.out, database, callers, rounds, many).run(arguments[0]);
        } finally {
            database.drop();
            for (String suffix : List.of("", "-wal", "-shm")) {
                Files.deleteIfExists(directory.resolve("benchmark.db" + suffix));
            }
            Files.deleteIfExists(directory);
        }
    }

    private void run(String name) throws Exception {
        try (ManagerStore store = database.open();
                Callers callers = new Callers(callerCount)) {
            Business business = new Business(store, CUSTOMERS);
            out.printf(Locale.ROOT, "%s, %d callers, %d rounds%n", name, callerCount, rounds);
            out.printf(
                    Locale.ROOT, "%-10s %12s %12s %7s %14s%n", "", "per call/s", "shared/s", "ratio", "bare commit/s");
            compare("transfers", store, callers, business, Business::transfer);
            compare("issues", store, callers, business, Business::issue);
            grow(store, callers, business);
        }
    }

    private void compare(String name, ManagerStore store, Callers callers, Business business, Scenario scenario)
            throws Exception {
        Manager shared = business.manager(store);
        Manager perCall = business.manager(new CommitPerCall(store));
        callers.perSecond(WARM_UP, caller -> scenario.call(business, shared, caller));
        List<Double> sharedRates = new ArrayList<>();
        List<Double> perCallRates = new ArrayList<>();
        List<Double> bareRates = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            perCallRates.add(callers.perSecond(ROUND, caller -> scenario.call(business, perCall, caller)));
            sharedRates.add(callers.perSecond(ROUND, caller -> scenario.call(business, shared, caller)));
            bareRates.add(bareCommits());
        }
        double naive = median(perCallRates);
        double grouped = median(sharedRates);
        out.printf(
                Locale.ROOT,
                "%-10s %12.0f %12.0f %7.1f %14.0f%n",
                name,
                naive,
                grouped,
                grouped / naive,
                median(bareRates));
    }

    /** Issues where few credentials exist, and where many do. */
    private void grow(ManagerStore store, Callers callers, Business business) throws Exception {
        Manager manager = business.manager(store);
        out.printf(Locale.ROOT, "%n%-24s %12s%n", "existing credentials", "issues/s");
        for (long existing : new long[] {FEW, many}) {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                new Existing(connection, business.customer(0), business.person()).fill(existing);
                statement.execute(database.settling());
            }
            callers.perSecond(WARM_UP, caller -> business.issue(manager, 0));
            List<Double> rates = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                rates.add(callers.perSecond(ROUND, caller -> business.issue(manager, 0)));
            }
            out.printf(Locale.ROOT, "%-24d %12.0f%n", existing, median(rates));
        }
    }

    /** Transactions that add one small row. */
    private double bareCommits() throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bare (number BIGINT)");
            long start = System.nanoTime();
            long commits = 0;
            while (System.nanoTime() - start < ROUND.toNanos() / 4) {
                statement.execute("INSERT INTO bare VALUES (1)");
                commits++;
            }
            return commits * 1e9 / (System.nanoTime() - start);
        }
    }

    private static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }
}
