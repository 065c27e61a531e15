package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationCode;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.ActivationTicket;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.person.AddPerson;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.SiteCreated;
import io.lintel.sdk.store.ManagerStore;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A manager that is killed while it issues: what it confirmed is there, and nothing is there by half. */
class KilledManagerTest {

    private static final int KILLS = Boolean.getBoolean("lintel.soak") ? 200 : 5;
    private static final int CREDITS = 100_000;

    /** What the manager confirmed for one credential, on one line of its output. */
    private record Confirmed(long serial, ActivationTicket ticket) {
        static Confirmed parse(String line, Bytes managerKey) {
            String[] words = line.split(" ", -1);
            return new Confirmed(
                    Long.parseLong(words[0]),
                    new ActivationTicket(
                            Suite.X25519,
                            managerKey,
                            ActivationCode.parse(words[1]),
                            Clock.systemUTC().instant()));
        }
    }

    @Test
    void killedBetweenIssueAndActivationItLosesNothingThatItConfirmed(@TempDir Path directory) throws Exception {
        Path file = directory.resolve("site.db");
        SiteCreated site = prepare(file);
        CustomerId customer = site.site().customer();
        Random random = new Random(20261120);
        List<Confirmed> confirmed = new ArrayList<>();
        for (int kill = 0; kill < KILLS; kill++) {
            List<Confirmed> more = issueUntilKilled(file, customer, 1 + random.nextInt(40), site.managerKey());
            assertTrue(!more.isEmpty(), "the manager confirmed something before it was killed");
            confirmed.addAll(more);
        }

        try (ManagerStore store = SqliteStore.open(file)) {
            Manager manager = Manager.on(store);
            for (Confirmed one : confirmed) {
                Phone phone = new Phone(TestBench.PRIMITIVES.suite(Suite.X25519), TestBench.RANDOM);
                ActivationTest.granted(phone.redeem(manager, one.ticket()));
            }
            assertNothingIsHalfDone(manager, customer);
        }
    }

    private static SiteCreated prepare(Path file) {
        try (ManagerStore store = SqliteStore.create(file)) {
            Manager manager = Manager.on(store);
            SiteCreated site = manager.sites().create(TestBench.id(), CreateSite.of("Town hall", Suite.X25519));
            CustomerId customer = site.site().customer();
            manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, CREDITS));
            manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, CREDITS));
            manager.people().add(TestBench.id(), new AddPerson(customer, "Ada", "Byron", "ada@example.org"));
            return site;
        }
    }

    /** Reads so many confirmations, kills, and reads what had been confirmed until then. */
    private static List<Confirmed> issueUntilKilled(Path file, CustomerId customer, int count, Bytes managerKey)
            throws IOException, InterruptedException {
        Process manager = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        IssuingManager.class.getName(),
                        file.toString(),
                        customer.value())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        List<Confirmed> confirmed = new ArrayList<>();
        try (BufferedReader output = manager.inputReader()) {
            String line = output.readLine();
            while (line != null) {
                // A last line that the kill cut short confirms nothing.
                if (line.endsWith(IssuingManager.END)) {
                    confirmed.add(Confirmed.parse(line, managerKey));
                }
                if (confirmed.size() == count) {
                    // Through the handle, which leaves the pipe open: what is in it was confirmed, too.
                    manager.toHandle().destroyForcibly();
                }
                line = output.readLine();
            }
        } finally {
            manager.destroyForcibly().waitFor();
        }
        return confirmed;
    }

    private static void assertNothingIsHalfDone(Manager manager, CustomerId customer) {
        List<IssuedCredential> credentials = new ArrayList<>();
        List<BookRow> rows = new ArrayList<>();
        long after = 0;
        for (var page = manager.credentials().list(customer, 0, 1000);
                !page.isEmpty();
                page = manager.credentials().list(customer, after, 1000)) {
            credentials.addAll(page);
            after = page.get(page.size() - 1).serial();
        }
        after = 0;
        for (var page = manager.credits().book(customer, 0, 1000);
                !page.isEmpty();
                page = manager.credits().book(customer, after, 1000)) {
            rows.addAll(page);
            after = page.get(page.size() - 1).number();
        }
        assertEquals(credentials.size() + 2, rows.size(), "one row per credential, the grant and the transfer");
        Buckets sum = rows.stream().map(BookRow::change).reduce(Buckets.ZERO, Buckets::plus);
        assertEquals(sum, manager.credits().balance(customer));
        assertEquals(CREDITS + 5 - credentials.size(), sum.total());
        for (int i = 0; i < credentials.size(); i++) {
            assertEquals(i + 1, credentials.get(i).serial(), "serials without a gap");
        }
    }
}
