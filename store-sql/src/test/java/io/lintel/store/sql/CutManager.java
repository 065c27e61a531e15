package io.lintel.store.sql;

import io.lintel.crypto.Suite;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.store.ManagerStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/**
 * The manager in a machine whose power is cut: it says whether what it had confirmed is there, and works until the next cut.
 * {@link PowerCuts} is the other side.
 */
final class CutManager {

    /** Begins the first line of a new database. */
    static final String CUSTOMER = "customer ";

    /** The verdict, before any work on a database that is not new. */
    static final String KEPT = "kept";

    /** Begins the other verdict, which also ends a life in which the database breaks. */
    static final String LOST = "lost: ";

    private static final long CREDITS = 100_000_000;
    private static final int MILLIS_BETWEEN_CHECKPOINTS = 200;

    private final Path file;
    private final boolean flushing;

    private CutManager(Path file, boolean flushing) {
        this.file = file;
        this.flushing = flushing;
    }

    /** Takes where the database is, where what was heard of it before, and whether commits are to wait for the disk. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        CutManager manager = new CutManager(Path.of(arguments[0]), Boolean.parseBoolean(arguments[2]));
        Path heard = Path.of(arguments[1]);
        if (Files.exists(heard)) {
            manager.goOn(Files.readAllLines(heard));
        } else {
            manager.work(manager.begin());
        }
    }

    private CustomerId begin() {
        try (ManagerStore store = SqliteStore.create(file)) {
            Manager manager = Manager.on(store);
            CustomerId customer = manager.sites()
                    .create(TestBench.id(), CreateSite.of("Town hall", Suite.X25519))
                    .site()
                    .customer();
            manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 2 * CREDITS));
            manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, CREDITS));
            manager.people().add(TestBench.id(), new AddPerson(customer, "Ada", "Byron", "ada@example.org"));
            say(CUSTOMER + customer);
            return customer;
        }
    }

    private void goOn(List<String> heard) throws InterruptedException {
        CustomerId customer = new CustomerId(heard.get(0).substring(CUSTOMER.length()));
        Promises promises = new Promises();
        heard.stream().skip(1).forEach(promises::hear);
        try (ManagerStore store = SqliteStore.open(file)) {
            promises.assertKept(Manager.on(store), customer);
        } catch (AssertionError | RuntimeException | IOException e) {
            // A store that cannot be opened or read any more has lost what was confirmed, too.
            say(LOST + e.getMessage());
            return;
        }
        say(KEPT);
        work(customer);
    }

    private void work(CustomerId customer) throws InterruptedException {
        ScheduledExecutorService checkpoints = Executors.newSingleThreadScheduledExecutor();
        var unused = checkpoints.scheduleWithFixedDelay(
                this::checkpoint, MILLIS_BETWEEN_CHECKPOINTS, MILLIS_BETWEEN_CHECKPOINTS, TimeUnit.MILLISECONDS);
        try (ManagerStore store = flushing ? SqliteStore.open(file) : new HurriedSqlite(file).open()) {
            BusyManager.work(store, customer);
        } finally {
            checkpoints.shutdownNow();
        }
    }

    /** Moves the log into the file far more often than the store does, so that cuts meet this as well. */
    private void checkpoint() {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA synchronous = " + (flushing ? "FULL" : "OFF"));
            statement.execute("PRAGMA wal_checkpoint");
        } catch (SQLException e) {
            say(LOST + "the log cannot be moved into the file any more, " + e.getMessage());
        }
    }

    @SuppressWarnings("SystemOut") // The host reads it.
    private static void say(String line) {
        System.out.println(line.replace('\n', ' '));
    }
}
