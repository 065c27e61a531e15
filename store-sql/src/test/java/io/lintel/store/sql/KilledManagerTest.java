package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Suite;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.store.ManagerStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager that is killed while many callers use it: what it confirmed is there, and nothing is there by half. */
@Tag("long")
@OnEveryDatabase
class KilledManagerTest {

    private static final int KILLS = Boolean.getBoolean("lintel.soak") ? 200 : 10;
    private static final int MOST_KILLS_UNTIL_FOUND = 30;
    private static final long CREDITS = 100_000_000;

    private final Database sort;
    private final Random random = new Random(20261121);
    private TestDatabase database;
    private CustomerId customer;

    KilledManagerTest(Database sort) {
        this.sort = sort;
    }

    @BeforeEach
    void prepare(@TempDir Path directory) {
        database = sort.fresh(directory);
        try (ManagerStore store = database.open()) {
            Manager manager = Manager.on(store);
            customer = manager.sites()
                    .create(TestBench.id(), CreateSite.of("Town hall", Suite.X25519))
                    .site()
                    .customer();
            manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 2 * CREDITS));
            manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, CREDITS));
            manager.people().add(TestBench.id(), new AddPerson(customer, "Ada", "Byron", "ada@example.org"));
        }
    }

    @AfterEach
    void drop() {
        database.drop();
    }

    @Test
    void killedAtFullSpeedItLosesNothingThatItConfirmed() throws Exception {
        for (int kill = 0; kill < KILLS; kill++) {
            assertKept(runUntilKilled(false));
        }
    }

    @Test
    void harnessFindsAManagerThatConfirmsBeforeTheCommit() throws Exception {
        boolean found = false;
        for (int kill = 0; kill < MOST_KILLS_UNTIL_FOUND && !found; kill++) {
            Promises promises = runUntilKilled(true);
            try {
                assertKept(promises);
            } catch (AssertionError e) {
                found = true;
            }
        }

        assertTrue(found, "a loss that the harness must see");
    }

    private void assertKept(Promises promises) throws IOException {
        assertTrue(promises.count() > 0, "the manager confirmed something before it was killed");
        try (ManagerStore store = database.open()) {
            promises.assertKept(Manager.on(store), customer);
        }
    }

    /** Hears so many confirmations, kills, and hears what had been confirmed until then. */
    private Promises runUntilKilled(boolean hasty) throws IOException, InterruptedException {
        Process manager = start(hasty);
        Promises promises = new Promises();
        int enough = 1 + random.nextInt(300);
        boolean killed = false;
        try (BufferedReader output = manager.inputReader()) {
            for (String line = output.readLine(); line != null; line = output.readLine()) {
                promises.hear(line);
                if (!killed && promises.count() >= enough) {
                    // Through the handle, which leaves the pipe open: what is in it was confirmed, too.
                    manager.toHandle().destroyForcibly();
                    killed = true;
                }
            }
        } finally {
            manager.destroyForcibly().waitFor();
        }
        return promises;
    }

    private Process start(boolean hasty) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                BusyManager.class.getName(),
                Boolean.toString(hasty),
                customer.value()));
        command.addAll(List.of(database.arguments()));
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
