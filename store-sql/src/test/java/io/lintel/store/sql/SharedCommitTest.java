package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.sdk.model.Activation;
import io.lintel.sdk.model.CommandId;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Device;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Person;
import io.lintel.sdk.store.CommandLog;
import io.lintel.sdk.store.Counters.Counter;
import io.lintel.sdk.store.KeyVault.KeyKind;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Units of work that share a transaction: what one of them does to the others. */
@OnEveryDatabase
class SharedCommitTest {

    private final Database sort;
    private final ExecutorService callers = Executors.newCachedThreadPool();
    private TestDatabase database;
    private ManagerStore store;

    SharedCommitTest(Database sort) {
        this.sort = sort;
    }

    @BeforeEach
    void open(@TempDir Path directory) {
        database = sort.fresh(directory);
        store = database.open();
        store.write(unit -> {
            Rows.addSite(unit, Rows.CUSTOMER);
            unit.people().add(Rows.person(1));
            unit.people().addDevice(Rows.device(1, 1));
            return true;
        });
    }

    @AfterEach
    void close() {
        callers.shutdownNow();
        store.close();
        database.drop();
    }

    @Test
    void workThatThrowsIsUndoneAloneAndGivesItsNumbersBack() throws Exception {
        List<Future<Long>> results = together(List.of(
                this::nextPerson,
                unit -> {
                    nextPerson(unit);
                    throw new ArithmeticException("mine");
                },
                this::nextPerson));

        assertEquals(2, results.get(0).get());
        assertEquals(ArithmeticException.class, failure(results.get(1)).getClass());
        assertEquals(3, results.get(2).get());
        assertEquals(3, people());
    }

    @Test
    void workThatThrowsAfterItsRowsWereSentIsUndoneAlone() throws Exception {
        List<Future<Long>> results = together(List.of(
                this::nextPerson,
                unit -> {
                    long number = nextPerson(unit);
                    // Asking for a list sends what waits; a direct change marks what was read as doubtful.
                    assertEquals(3, unit.people().list(Rows.CUSTOMER, 0, 10).size());
                    unit.people().setDeviceStatus(Rows.CUSTOMER, 1, Device.Status.ACTIVE);
                    assertEquals(Optional.of(person(number)), unit.people().find(Rows.CUSTOMER, number));
                    throw new ArithmeticException("mine");
                },
                unit -> {
                    assertEquals(Optional.empty(), unit.people().find(Rows.CUSTOMER, 3));
                    assertEquals(Optional.of(Rows.device(1, 1)), unit.people().findDevice(Rows.CUSTOMER, 1));
                    return nextPerson(unit);
                }));

        assertEquals(2, results.get(0).get());
        assertEquals(ArithmeticException.class, failure(results.get(1)).getClass());
        assertEquals(3, results.get(2).get());
        assertEquals(3, people());
    }

    @Test
    void workThatTheDatabaseRefusesFailsAlone() throws Exception {
        List<Future<Long>> results = together(List.of(
                this::nextPerson,
                unit -> {
                    unit.people().add(Rows.person(1));
                    return 0L;
                },
                unit -> {
                    // There is no such person, which shows when the row is sent.
                    unit.people().addDevice(Rows.device(5, 99));
                    return 0L;
                },
                this::nextPerson));

        assertEquals(2, results.get(0).get());
        assertTrue(failure(results.get(1)) instanceof ManagerException.StoreFailure);
        assertTrue(failure(results.get(2)) instanceof ManagerException.StoreFailure);
        assertEquals(3, results.get(3).get());
        assertEquals(3, people());
    }

    @Test
    void workThatTheDatabaseRefusesTellsNothingOfItsRows() {
        Throwable failure = assertThrows(
                ManagerException.StoreFailure.class,
                () -> store.write(unit -> {
                    unit.people().add(person(1));
                    unit.people().add(person(2));
                    return true;
                }));

        for (; failure != null; failure = failure.getCause()) {
            assertFalse(String.valueOf(failure.getMessage()).contains("ada@example.org"), failure.getMessage());
        }
    }

    @Test
    void workMayAddToATableBeforeAndAfterTheOneThatItRefersTo() {
        store.write(unit -> {
            unit.people().addDevice(Rows.device(2, 1));
            unit.people().add(person(2));
            unit.people().addDevice(Rows.device(3, 2));
            return true;
        });

        assertEquals(
                Optional.of(Rows.device(3, 2)), store.read(unit -> unit.people().findDevice(Rows.CUSTOMER, 3)));
    }

    @Test
    void workThatTheDatabaseRefusesAtTheCommitFailsAlone() throws Exception {
        List<Future<Long>> results = together(List.of(
                this::nextPerson,
                unit -> {
                    // There is no such credential, which a deferred key says at the commit.
                    Activation orphan = new Activation(
                            Rows.CUSTOMER, 1, 99, TestBench.id(), Rows.NOW, Rows.NOW, new Activation.Open());
                    unit.activations().add(orphan, Bytes.of(1));
                    return 0L;
                },
                this::nextPerson));

        assertEquals(2, results.get(0).get());
        ManagerException.StoreFailure refused =
                assertInstanceOf(ManagerException.StoreFailure.class, failure(results.get(1)));
        assertFalse(refused.mayHaveTakenEffect());
        assertEquals(3, results.get(2).get());
        assertEquals(3, people());
        assertEquals(4, store.write(this::nextPerson));
    }

    @Test
    void workThatSwallowsAFailureIsNotCommitted() throws Exception {
        List<Future<Long>> results = together(List.of(
                this::nextPerson,
                unit -> {
                    nextPerson(unit);
                    try (SecretBytes key = SecretBytes.random(32, TestBench.RANDOM)) {
                        unit.keys().put(new CustomerId("00000000000000ff"), KeyKind.ROOT, 1, key);
                    } catch (RuntimeException e) {
                        return -1L;
                    }
                    return -2L;
                },
                this::nextPerson));

        assertEquals(2, results.get(0).get());
        assertTrue(failure(results.get(1)) instanceof ManagerException.StoreFailure);
        assertEquals(3, results.get(2).get());
        assertEquals(3, people());
    }

    @Test
    void workOfMoreRowsThanWaitAtATimeSendsParentsFirst() {
        int people = 5000;

        store.write(unit -> {
            unit.people().add(person(2));
            for (long number = 3; number <= people; number++) {
                unit.people().add(person(number));
                unit.people().addDevice(Rows.device(number, number));
            }
            return true;
        });

        assertEquals(
                Optional.of(Rows.device(people, people)),
                store.read(unit -> unit.people().findDevice(Rows.CUSTOMER, people)));
    }

    @Test
    void laterWorkThatAddsTheParentOfAnotherTableDisturbsNobody() throws Exception {
        List<Future<Long>> results = together(List.of(
                unit -> {
                    unit.people().addDevice(Rows.device(2, 1));
                    return 0L;
                },
                unit -> {
                    unit.people().add(person(2));
                    unit.people().addDevice(Rows.device(3, 2));
                    return 0L;
                }));

        for (Future<Long> result : results) {
            assertEquals(0, result.get());
        }
        assertEquals(
                Optional.of(Rows.device(3, 2)), store.read(unit -> unit.people().findDevice(Rows.CUSTOMER, 3)));
    }

    @Test
    void keyThatAWorkPutAndLostIsNotSeenByTheNextOne() throws Exception {
        try (SecretBytes first = SecretBytes.random(32, TestBench.RANDOM);
                SecretBytes lost = SecretBytes.random(32, TestBench.RANDOM)) {
            store.write(unit -> {
                unit.keys().put(Rows.CUSTOMER, KeyKind.ROOT, 1, first);
                return true;
            });
            List<Future<Long>> results = together(List.of(
                    unit -> opens(unit, 1, first),
                    unit -> {
                        unit.keys().put(Rows.CUSTOMER, KeyKind.ROOT, 2, lost);
                        opens(unit, 2, lost);
                        throw new ArithmeticException("mine");
                    },
                    unit -> unit.keys().open(Rows.CUSTOMER, KeyKind.ROOT, 2).isPresent() ? 1L : opens(unit, 1, first)));

            assertEquals(0, results.get(0).get());
            assertEquals(ArithmeticException.class, failure(results.get(1)).getClass());
            assertEquals(0, results.get(2).get());
        }
    }

    /** Opens a key twice: what one caller closes stays open for the other. */
    private static long opens(UnitOfWork unit, int epoch, SecretBytes expected) {
        unit.keys().open(Rows.CUSTOMER, KeyKind.ROOT, epoch).orElseThrow().destroy();
        try (SecretBytes again =
                unit.keys().open(Rows.CUSTOMER, KeyKind.ROOT, epoch).orElseThrow()) {
            assertEquals(expected, again);
        }
        return 0;
    }

    @Test
    void commandsOfABatchAreLookedUpTogetherAndEachIsFoundWhereItWasDone() throws Exception {
        CommandId first = TestBench.id();
        CommandId second = TestBench.id();
        store.write(unit -> once(unit, first, "before"));

        List<Future<Boolean>> results = together(
                List.of(first, second, second, TestBench.id()),
                command -> store.write(
                        CustomerId.OPERATOR,
                        new CommandLog.Key(Rows.CUSTOMER, command),
                        unit -> once(unit, command, "together")));

        assertFalse(results.get(0).get(), "it was done before");
        assertTrue(results.get(1).get());
        assertFalse(results.get(2).get(), "an earlier one of the batch did it");
        assertTrue(results.get(3).get());
        assertEquals(Map.of("when", "before"), facts(first));
        assertEquals(Map.of("when", "together"), facts(second));
    }

    /** Does a command unless it was done; returns whether it was not. */
    private static boolean once(UnitOfWork unit, CommandId command, String when) {
        if (unit.commands().find(Rows.CUSTOMER, command).isPresent()) {
            return false;
        }
        Map<String, String> facts = Map.of("when", when);
        unit.commands().add(new CommandLog.Done(Rows.CUSTOMER, command, "test", Bytes.of(1), facts, Rows.NOW));
        return true;
    }

    private Map<String, String> facts(CommandId command) {
        return store.read(unit -> unit.commands().find(Rows.CUSTOMER, command))
                .orElseThrow()
                .facts();
    }

    @Test
    void unitWithinAUnitIsRefused() {
        assertThrows(
                IllegalStateException.class,
                () -> store.write(unit -> store.write(inner -> inner.sites().list())));
        assertEquals(
                List.of(Rows.site(Rows.CUSTOMER)),
                store.read(unit -> unit.sites().list()));
    }

    @Test
    void closedStoreTakesNoCalls() {
        store.close();

        assertThrows(IllegalStateException.class, () -> store.write(unit -> 1));
        assertThrows(IllegalStateException.class, () -> store.read(unit -> 1));
    }

    @Test
    void closingWaitsForWhatHasBegun() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Long> work = callers.submit(() -> store.write(unit -> {
            begun.countDown();
            await(goOn);
            return nextPerson(unit);
        }));
        begun.await();
        Future<?> closing = callers.submit(() -> store.close());
        goOn.countDown();

        assertEquals(2, work.get());
        closing.get();
        try (ManagerStore again = database.open()) {
            assertEquals(
                    Optional.of(person(2)), again.read(unit -> unit.people().find(Rows.CUSTOMER, 2)));
        }
    }

    private static Person person(long number) {
        return Rows.person(number);
    }

    private Long nextPerson(UnitOfWork unit) {
        long number = Math.max(2, unit.counters().next(Rows.CUSTOMER, Counter.PERSON) + 1);
        unit.people().add(person(number));
        return number;
    }

    private int people() {
        return store.read(unit -> unit.people().list(Rows.CUSTOMER, 0, 100)).size();
    }

    /** Runs works in one batch, in this order: they queue while another one holds the lane. */
    private List<Future<Long>> together(List<Function<UnitOfWork, Long>> works) throws Exception {
        return together(works, store::write);
    }

    private <C, R> List<Future<R>> together(List<C> calls, Function<C, R> call) throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        Future<Boolean> first = callers.submit(() -> store.write(unit -> {
            begun.countDown();
            await(goOn);
            return true;
        }));
        begun.await();
        List<Future<R>> results = new ArrayList<>();
        for (C next : calls) {
            results.add(callers.submit(() -> call.apply(next)));
            awaitWaiting(results.size());
        }
        goOn.countDown();
        first.get();
        return results;
    }

    private void awaitWaiting(int count) {
        long deadline = System.nanoTime() + 60_000_000_000L;
        while (((SqlStore) store).waiting() < count) {
            assertTrue(System.nanoTime() < deadline, "a caller did not queue");
            Thread.onSpinWait();
        }
    }

    private static Throwable failure(Future<?> future) {
        return assertThrows(ExecutionException.class, future::get).getCause();
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
