package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lintel.crypto.Suite;
import io.lintel.protocol.activation.ActivationGrant;
import io.lintel.protocol.activation.ActivationResult;
import io.lintel.protocol.activation.VerifiedGrant;
import io.lintel.sdk.Manager;
import io.lintel.sdk.credential.CredentialIssued;
import io.lintel.sdk.credential.IssueCredential;
import io.lintel.sdk.credit.AddCredit;
import io.lintel.sdk.credit.PassOnCredit;
import io.lintel.sdk.credit.PurchaseCredit;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.organisation.CreateDistributor;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.site.CreateSite;
import io.lintel.sdk.site.ProjectActivation;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@OnEveryDatabase
class ConcurrencyTest {

    private static final int THREADS = 16;
    private static final int PHONES = 64;

    private final Database database;
    private TestBench bench;
    private CustomerId customer;

    ConcurrencyTest(Database database) {
        this.database = database;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        bench = new TestBench(database, directory);
        customer = bench.site().site().customer();
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    @Requirement("CRD-35")
    void twoManagersOnOneDatabaseIssueExactlyAsManyAsThereAreCredits() throws Exception {
        long person = bench.person(customer);
        try (ManagerStore second = bench.database.open()) {
            Manager other = Manager.on(second, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES);
            List<Boolean> issued = inParallel(i -> {
                Manager manager = i % 2 == 0 ? bench.manager : other;
                try {
                    manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, person, "Phone " + i));
                    return true;
                } catch (ManagerException e) {
                    assertEquals(ErrorCode.INSUFFICIENT_CREDIT, e.code());
                    return false;
                }
            });

            assertEquals(5, issued.stream().filter(done -> done).count());
        }
        assertEquals(Buckets.ZERO, bench.manager.credits().balance(customer));
        assertEquals(
                LongStream.rangeClosed(1, 5).boxed().toList(),
                bench.manager.credentials().list(customer, 0, 100).stream()
                        .map(IssuedCredential::serial)
                        .toList());
    }

    @Test
    @Requirement("CRD-35")
    void sixteenThreadsIssueExactlyAsManyAsThereAreCredits() throws Exception {
        long person = bench.person(customer);
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 40));
        bench.manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 40));

        List<Integer> issued = inParallel(i -> issueUntilRefused(bench.manager, person));

        assertEquals(45, issued.stream().mapToInt(Integer::intValue).sum());
        assertEquals(Buckets.ZERO, bench.manager.credits().balance(customer));
        assertEquals(LongStream.rangeClosed(1, 45).boxed().toList(), serials(bench.manager));
    }

    @Test
    @Requirement("CRD-35")
    void twoManagersOnOneDatabaseAgreeOnEveryBalanceAndNumber() throws Exception {
        long person = bench.person(customer);
        bench.manager.credits().purchase(TestBench.id(), new PurchaseCredit(DistributorId.OPERATOR, 160));
        try (ManagerStore second = bench.database.open()) {
            Manager other = Manager.on(second, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES);
            inParallel(i -> {
                Manager manager = i % 2 == 0 ? bench.manager : other;
                for (int transfer = 0; transfer < 10; transfer++) {
                    manager.credits().passOn(TestBench.id(), new PassOnCredit(customer, 1));
                    manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, person, "Phone"));
                }
                return i;
            });

            assertEquals(new Buckets(0, 5), bench.manager.credits().balance(customer));
            assertEquals(new Buckets(0, 5), other.credits().balance(customer));
            assertEquals(LongStream.rangeClosed(1, 160).boxed().toList(), serials(bench.manager));
            assertEquals(
                    bench.manager.credits().book(customer, 0, 1000),
                    other.credits().book(customer, 0, 1000));
        }
    }

    @Test
    @Requirement("CRD-34")
    void creditIsAddedAtCustomersOfManyDistributorsAtOnce() throws Exception {
        List<CustomerId> customers = IntStream.range(0, THREADS)
                .mapToObj(i -> bench.manager
                        .organisations()
                        .createDistributor(
                                TestBench.id(), new CreateDistributor("D" + i, Optional.empty(), Optional.empty())))
                .map(created -> siteOf(created.distributor().id()))
                .toList();

        List<Buckets> balances = inParallel(i -> {
            Buckets balance = Buckets.ZERO;
            for (int sale = 0; sale < 5; sale++) {
                balance = bench.manager.credits().add(TestBench.id(), new AddCredit(customers.get(i), 2));
            }
            return balance;
        });

        assertEquals(Set.of(new Buckets(10, 5)), Set.copyOf(balances));
    }

    private CustomerId siteOf(DistributorId distributor) {
        return bench.manager
                .sites()
                .create(
                        TestBench.id(),
                        new CreateSite("Town hall", Suite.X25519, Profiles.builtIn("imaporter"), distributor))
                .site()
                .customer();
    }

    private int issueUntilRefused(Manager manager, long person) {
        for (int issued = 0; ; issued++) {
            try {
                manager.credentials().issue(TestBench.id(), IssueCredential.of(customer, person, "Phone"));
            } catch (ManagerException e) {
                assertEquals(ErrorCode.INSUFFICIENT_CREDIT, e.code());
                return issued;
            }
        }
    }

    private List<Long> serials(Manager manager) {
        return manager.credentials().list(customer, 0, 1000).stream()
                .map(IssuedCredential::serial)
                .toList();
    }

    @Test
    @Requirement("ACT-05")
    void oneOfManyPhonesRedeemsACode() throws Exception {
        CredentialIssued issued = bench.credential(customer);

        List<Boolean> granted = inParallel(i -> bench.phone(Suite.X25519).redeem(bench.manager, issued.activation())
                instanceof ActivationResult.Activated);

        assertEquals(1, granted.stream().filter(done -> done).count());
    }

    @Test
    @Requirement({"SSR-08", "SSR-15", "DEV-21"})
    void item12SixtyFourPhonesAtOnceGetSixtyFourConsecutiveNumbers() throws Exception {
        CustomerId project =
                bench.site(Suite.X25519, "baltech-self-service").site().customer();
        ProjectActivation activation = bench.manager.sites().projectActivation(project);
        try (ManagerStore second = bench.database.open()) {
            Manager other = Manager.on(second, bench.clock, TestBench.RANDOM, TestBench.PRIMITIVES);
            CyclicBarrier together = new CyclicBarrier(PHONES);

            List<Long> numbers = inParallel(PHONES, i -> {
                Phone phone = bench.phone(Suite.X25519);
                together.await();
                return number(phone, phone.redeem(i % 2 == 0 ? bench.manager : other, activation));
            });

            List<Long> expected = LongStream.rangeClosed(1, PHONES).boxed().toList();
            assertEquals(expected, numbers.stream().sorted().toList());
            assertEquals(
                    expected,
                    other.credentials().list(project, 0, 1000).stream()
                            .map(IssuedCredential::accessNumber)
                            .sorted()
                            .toList());
            assertEquals(PHONES, other.sites().assignedNumbers(project).assignedThrough());
        }
    }

    private long number(Phone phone, ActivationResult result) {
        ActivationGrant grant =
                assertInstanceOf(ActivationResult.Activated.class, result).grant();
        return VerifiedGrant.of(grant, phone.crypto(), phone.holder().publicKey(), TestBench.START)
                .credential()
                .value()
                .accessNumber();
    }

    @Test
    @Requirement("SSR-08")
    void onePhoneThatAsksManyTimesAtOnceGetsOneNumber() throws Exception {
        CustomerId project =
                bench.site(Suite.X25519, "baltech-self-service").site().customer();
        ProjectActivation activation = bench.manager.sites().projectActivation(project);
        Phone phone = bench.phone(Suite.X25519);

        List<Long> numbers = inParallel(i -> number(phone, phone.redeem(bench.manager, activation)));

        assertEquals(List.of(1L), numbers.stream().distinct().toList());
        assertEquals(1, bench.manager.sites().assignedNumbers(project).assignedThrough());
    }

    @Test
    void oneCommandSentByManyThreadsIsDoneOnce() throws Exception {
        var id = TestBench.id();
        IssueCredential request = IssueCredential.of(customer, bench.person(customer), "Phone");

        List<CredentialIssued> results =
                inParallel(i -> bench.manager.credentials().issue(id, request));

        assertEquals(1, results.stream().distinct().count());
        assertEquals(new Buckets(0, 4), bench.manager.credits().balance(customer));
    }

    private interface Task<T> {
        T run(int number) throws Exception;
    }

    private static <T> List<T> inParallel(Task<T> task) throws Exception {
        return inParallel(THREADS, task);
    }

    private static <T> List<T> inParallel(int threads, Task<T> task) throws Exception {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Callable<T>> calls = IntStream.range(0, threads)
                    .<Callable<T>>mapToObj(i -> () -> task.run(i))
                    .toList();
            List<T> results = new ArrayList<>();
            for (Future<T> result : pool.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            pool.shutdownNow();
        }
    }
}
