package io.lintel.benchmarks.store;

import io.lintel.benchmarks.store.Report.Figure;
import io.lintel.sdk.Manager;
import io.lintel.sdk.store.ManagerStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * Compares the store, in which callers share commits, with a commit for each call: same database, same statements, same
 * callers, full durability, in turns within one run. All that is compared once on the disk as it is, and once while somebody
 * else keeps it busy, because the dearer a commit, the more there is to share. Beside the ratio and its aim stand what one
 * thread does that hardly ever commits, the bare commits of one row that the database makes each second, and the bound that
 * follows from the two.
 *
 * <p>{@code make bench-store}, {@code make bench-store BENCH=--quick}, or {@code io.lintel.benchmarks.store.StoreBenchmark
 * sqlite|postgres [--quick] [--json] [--callers N] [--rounds N] [--credentials N]}.
 */
public final class StoreBenchmark {

    private static final int CUSTOMERS = 4;
    private static final long FEW = 10_000;
    private static final int CALLS_PER_UNIT = 200;

    private static final double TRANSFERS_AIM = 5;
    private static final double ISSUES_AIM = 1.8;
    private static final double HOT_ACCOUNT_AIM = 10;
    private static final double FLAT_AIM = 0.8;

    private final Options options;
    private final Report report;
    private final Path directory;

    private StoreBenchmark(Options options, Report report, Path directory) {
        this.options = options;
        this.report = report;
        this.directory = directory;
    }

    private interface Scenario {
        void call(Business business, Manager manager, int caller);
    }

    /** One way to make calls, and what it reached in each round. */
    private record Way(Callers.Call call, List<Double> perSecond) {
        Way(Callers.Call call) {
            this(call, new ArrayList<>());
        }

        double median() {
            List<Double> sorted = perSecond.stream().sorted().toList();
            return sorted.get(sorted.size() / 2);
        }
    }

    /** Runs all comparisons on one sort of database. */
    @SuppressWarnings("SystemOut") // A command's output.
    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments);
        Path directory = Files.createTempDirectory(Path.of("").toAbsolutePath(), "bench-");
        try {
            new StoreBenchmark(options, new Report(System.out, options), directory).run();
        } finally {
            Files.deleteIfExists(directory);
        }
    }

    private void run() throws Exception {
        report.begin();
        compareWithPeers("");
        try (BusyDisk busy = new BusyDisk(directory)) {
            busy.begin();
            compareWithPeers(", busy disk");
        }
        on("few", few -> on("many", many -> grow(few, many)));
    }

    /** What a commit costs decides on the ratios. */
    private void compareWithPeers(String where) throws Exception {
        on("shared", database -> shareCommits(database, where));
        if (options.database().equals("postgres")) {
            on("hot", database -> heatOneAccount(database, where));
        }
    }

    private interface Comparison {
        void run(BenchmarkDatabase database) throws Exception;
    }

    private void on(String name, Comparison comparison) throws Exception {
        BenchmarkDatabase database = options.database().equals("postgres")
                ? BenchmarkDatabase.postgres()
                : BenchmarkDatabase.sqlite(directory.resolve(name + ".db"));
        try {
            comparison.run(database);
        } finally {
            database.drop();
        }
    }

    private void shareCommits(BenchmarkDatabase database, String where) throws Exception {
        try (ManagerStore store = database.open()) {
            Business business = new Business(store, CUSTOMERS);
            shareCommits("transfers" + where, TRANSFERS_AIM, database, store, business, Business::transfer);
            shareCommits("issues" + where, ISSUES_AIM, database, store, business, Business::issue);
        }
    }

    private void shareCommits(
            String name,
            double aim,
            BenchmarkDatabase database,
            ManagerStore store,
            Business business,
            Scenario scenario)
            throws Exception {
        Manager shared = business.manager(store);
        Manager alone = business.manager(new CommitPerCall(store));
        Way here = new Way(caller -> scenario.call(business, shared, caller));
        Way peer = new Way(caller -> scenario.call(business, alone, caller));
        Way worked = new Way(caller -> {});
        Way bare = new Way(caller -> {});
        inTurns(here, peer, () -> {
            worked.perSecond().add(worked(store, business, scenario));
            bare.perSecond().add(bareCommits(database));
        });
        report.add(new Figure(
                name,
                here.median(),
                peer.median(),
                aim,
                OptionalDouble.of(worked.median()),
                OptionalDouble.of(bare.median())));
    }

    /** Transfers from one distributor's account: by one manager, and by as many as there are callers, who meet at its row. */
    private void heatOneAccount(BenchmarkDatabase database, String where) throws Exception {
        List<ManagerStore> stores = new ArrayList<>();
        try (ManagerStore store = database.open()) {
            Business business = new Business(store, CUSTOMERS);
            Manager one = business.manager(store);
            List<Manager> each = new ArrayList<>();
            for (int caller = 0; caller < options.callers(); caller++) {
                stores.add(database.open());
                each.add(business.manager(stores.get(caller)));
            }
            Way here = new Way(caller -> business.transfer(one, caller));
            Way peer = new Way(caller -> business.transfer(each.get(caller), caller));
            inTurns(here, peer, () -> {});
            report.add(new Figure(
                    "hot account" + where,
                    here.median(),
                    peer.median(),
                    HOT_ACCOUNT_AIM,
                    OptionalDouble.empty(),
                    OptionalDouble.empty()));
        } finally {
            stores.forEach(ManagerStore::close);
        }
    }

    /** Issues where few credentials exist, and where many do. */
    private void grow(BenchmarkDatabase few, BenchmarkDatabase many) throws Exception {
        try (ManagerStore fewStore = few.open();
                ManagerStore manyStore = many.open()) {
            Way peer = new Way(filled(few, fewStore, FEW));
            Way here = new Way(filled(many, manyStore, options.many()));
            inTurns(here, peer, () -> {});
            report.add(new Figure(
                    "issues, " + options.many() + " exist : " + FEW,
                    here.median(),
                    peer.median(),
                    FLAT_AIM,
                    OptionalDouble.empty(),
                    OptionalDouble.empty()));
        }
    }

    private static Callers.Call filled(BenchmarkDatabase database, ManagerStore store, long existing)
            throws SQLException {
        Business business = new Business(store, CUSTOMERS);
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            new Existing(connection, business.customer(0), business.person()).fill(existing);
            statement.execute(database.settling());
        }
        Manager manager = business.manager(store);
        return caller -> business.issue(manager, 0);
    }

    private interface Floors {
        void measure() throws Exception;
    }

    /** Each way once in every round, so that what disturbs the machine disturbs both. */
    private void inTurns(Way here, Way peer, Floors floors) throws Exception {
        try (Callers callers = new Callers(options.callers())) {
            callers.perSecond(options.warmUp(), peer.call());
            callers.perSecond(options.warmUp(), here.call());
            for (int round = 0; round < options.rounds(); round++) {
                peer.perSecond().add(callers.perSecond(options.round(), peer.call()));
                here.perSecond().add(callers.perSecond(options.round(), here.call()));
                floors.measure();
            }
        }
    }

    /** One thread, with a commit for very many calls: what is left is the calls' own work. */
    private double worked(ManagerStore store, Business business, Scenario scenario) {
        long start = System.nanoTime();
        long calls = 0;
        while (System.nanoTime() - start < options.round().toNanos() / 2) {
            calls += store.write(business.customer(0), unit -> {
                Manager within = business.manager(new WithinUnit(unit));
                for (int call = 0; call < CALLS_PER_UNIT; call++) {
                    scenario.call(business, within, call);
                }
                return CALLS_PER_UNIT;
            });
        }
        return calls * 1e9 / (System.nanoTime() - start);
    }

    /** Transactions that add one small row. */
    private double bareCommits(BenchmarkDatabase database) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE IF NOT EXISTS bare (number BIGINT)");
            long start = System.nanoTime();
            long commits = 0;
            while (System.nanoTime() - start < options.round().toNanos() / 4) {
                statement.execute("INSERT INTO bare VALUES (1)");
                commits++;
            }
            return commits * 1e9 / (System.nanoTime() - start);
        }
    }
}
