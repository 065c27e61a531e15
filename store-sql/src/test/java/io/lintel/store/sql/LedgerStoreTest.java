package io.lintel.store.sql;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.BookFilter;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Bookkeeping;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.sdk.ledger.ChargeFollowUp;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.ledger.KeyCharge;
import io.lintel.sdk.ledger.Ledger;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.ledger.TransferResult;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.LedgerRecords;
import io.lintel.sdk.store.ManagerStore;
import io.lintel.sdk.store.UnitOfWork;
import io.lintel.testing.Requirement;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the ledger's tables do, whatever the database. */
@OnEveryDatabase
class LedgerStoreTest {

    private static final DistributorId DISTRIBUTOR = DistributorId.OPERATOR;
    private static final CustomerId CUSTOMER = Rows.CUSTOMER;
    private static final BookId CUSTOMERS_BOOK = BookId.of(CUSTOMER);
    private static final BookId DISTRIBUTORS_BOOK = BookId.of(DISTRIBUTOR);

    private final Database sort;
    private TestDatabase database;
    private ManagerStore store;
    private int nextId;

    LedgerStoreTest(Database sort) {
        this.sort = sort;
    }

    @BeforeEach
    void openStore(@TempDir Path directory) {
        database = sort.fresh(directory);
        store = database.open();
        store.write(unit -> {
            Rows.addSite(unit, CUSTOMER);
            return true;
        });
    }

    @AfterEach
    void close() {
        store.close();
        database.drop();
    }

    @Test
    void emptyLedgerHasNoBalanceNoRowAndAnEmptyChain() {
        assertEquals(Map.of(), read(ledger -> ledger.balances(Set.of(Account.paid(CUSTOMER)))));
        assertEquals(ChainHead.none(DISTRIBUTOR), read(ledger -> ledger.head(DISTRIBUTOR)));
        assertEquals(List.of(), read(ledger -> ledger.chain(DISTRIBUTOR, 0, 10)));
        assertEquals(0, count(CUSTOMERS_BOOK, BookFilter.ALL, Long.MAX_VALUE));
        assertEquals(Optional.empty(), read(ledger -> ledger.charge(CUSTOMER, 1)));
    }

    @Test
    @Requirement("CRD-33")
    void entriesComeBackAsTheyWerePutWithTheBalancesThatTheyLeave() {
        List<ChainEntry> put = List.of(
                post(purchase(100), Rows.NOW),
                post(grant(5), Rows.NOW.plusSeconds(1)),
                post(issue(7, 70, 2), Rows.NOW.plusSeconds(2)));

        assertEquals(put, read(ledger -> ledger.chain(DISTRIBUTOR, 0, 10)));
        assertEquals(put.subList(1, 2), read(ledger -> ledger.chain(DISTRIBUTOR, 1, 1)));
        assertEquals(put.get(2).head(), read(ledger -> ledger.head(DISTRIBUTOR)));
        assertEquals(put.get(1).hash(), put.get(2).previous());
        assertEquals(
                Map.of(Account.distributor(DISTRIBUTOR), 100L, Account.trial(CUSTOMER), 3L),
                read(ledger -> ledger.balances(
                        Set.of(Account.distributor(DISTRIBUTOR), Account.trial(CUSTOMER), Account.paid(CUSTOMER)))));
    }

    @Test
    @Requirement("CRD-34")
    void loadFindsWhatWasPostedUnderAnIdAndWhatBecameOfACharge() {
        Transfer reserve = reserve(7, 0, 3);
        post(grant(5), Rows.NOW);
        post(reserve, Rows.NOW);
        Charge open = charge(7);
        assertEquals(Stage.RESERVED, open.stage());
        assertEquals(new Buckets(0, 3), open.from());
        assertEquals(new ChargedKey(7, 0), open.key());

        post(new ChargeFollowUp.Settle(id(), open), Rows.NOW);
        assertEquals(Stage.SETTLED, charge(7).stage());
        post(new ChargeFollowUp.Return(id(), charge(7)), Rows.NOW);
        assertEquals(Stage.RETURNED, charge(7).stage());

        TransferResult repeated = decide(reserve);
        TransferResult twice = decide(new ChargeFollowUp.Return(id(), charge(7)));
        assertTrue(repeated instanceof TransferResult.Repeated, "" + repeated);
        assertTrue(twice instanceof TransferResult.ChargeEnded, "" + twice);
    }

    @Test
    void newestChargeOfACredentialCounts() {
        post(grant(5), Rows.NOW);
        post(issue(7, 70, 1), Rows.NOW);
        post(new ChargeFollowUp.Forfeit(id(), charge(7)), Rows.NOW);
        assertEquals(Stage.FORFEITED, charge(7).stage());

        post(
                new KeyCharge.Restore(
                        id(), DISTRIBUTOR, CUSTOMER, 2, ConsumptionOrder.PAID_FIRST, new ChargedKey(7, 70)),
                Rows.NOW);

        assertEquals(Stage.SETTLED, charge(7).stage());
        assertEquals(2, charge(7).credits());
        assertEquals(Optional.empty(), read(ledger -> ledger.charge(CUSTOMER, 8)));
    }

    @Test
    void chargeIsReleasedOrSettledOnce() {
        post(grant(5), Rows.NOW);
        post(reserve(7, 70, 1), Rows.NOW);
        Charge open = charge(7);
        post(new ChargeFollowUp.Release(id(), open), Rows.NOW);

        assertEquals(Stage.RELEASED, charge(7).stage());
        assertTrue(decide(new ChargeFollowUp.Settle(id(), open)) instanceof TransferResult.ChargeEnded);
    }

    @Test
    void rowsComeInPagesAndByTextAndTime() {
        post(purchase(100), Rows.NOW);
        post(grant(5), Rows.NOW.plusSeconds(10));
        post(passOn(3), Rows.NOW.plusSeconds(20));
        post(issue(1, 4711, 1), Rows.NOW.plusSeconds(30));
        post(new AccountTransfer.TakeBack(id(), DISTRIBUTOR, CUSTOMER, 2), Rows.NOW.plusSeconds(40));

        assertEquals(List.of(1L, 2L), numbers(CUSTOMERS_BOOK, BookFilter.ALL, 0, 2));
        assertEquals(List.of(3L, 4L), numbers(CUSTOMERS_BOOK, BookFilter.ALL, 2, 2));
        assertEquals(List.of(3L), numbers(CUSTOMERS_BOOK, text("user id: 4711"), 0, 9));
        assertEquals(List.of(1L, 2L), numbers(CUSTOMERS_BOOK, text("ADDING"), 0, 9));
        assertEquals(List.of(4L), numbers(CUSTOMERS_BOOK, text("Refunded"), 0, 9));
        assertEquals(List.of(2L, 3L, 4L), numbers(DISTRIBUTORS_BOOK, text("town"), 0, 9));
        assertEquals(List.of(2L), numbers(DISTRIBUTORS_BOOK, text("town"), 0, 1));
        assertEquals(List.of(), numbers(DISTRIBUTORS_BOOK, text("town_hall"), 0, 9));
        assertEquals(List.of(), numbers(DISTRIBUTORS_BOOK, text("%"), 0, 9));
        assertEquals(
                List.of(2L, 3L),
                numbers(CUSTOMERS_BOOK, BookFilter.between(Rows.NOW.plusSeconds(20), Rows.NOW.plusSeconds(40)), 0, 9));
        assertEquals(3, count(DISTRIBUTORS_BOOK, text("town"), Long.MAX_VALUE));
        assertEquals(2, count(DISTRIBUTORS_BOOK, text("town"), 3));
        assertEquals(new Buckets(2, 5), read(ledger -> ledger.sumBefore(CUSTOMERS_BOOK, Rows.NOW.plusSeconds(40))));
        assertEquals(Buckets.ZERO, read(ledger -> ledger.sumBefore(CUSTOMERS_BOOK, Rows.NOW.plusSeconds(10))));
    }

    @Test
    void rowsWithLettersBeyondAsciiAreFoundAsTheyWereWritten() {
        post(grant(5), "Černý Most", Rows.NOW);

        assertEquals(List.of(1L), numbers(DISTRIBUTORS_BOOK, text("Černý"), 0, 9));
    }

    @Test
    void entryThatDoesNotContinueTheChainIsRefused() {
        ChainEntry first = post(grant(5), Rows.NOW);

        assertThrows(
                RuntimeException.class,
                () -> store.write(unit -> {
                    unit.ledger().append(first, Map.of());
                    return true;
                }));
        assertEquals(1, read(ledger -> ledger.head(DISTRIBUTOR)).number());
    }

    @Test
    @Requirement("CRD-35")
    void databaseItselfRefusesAnOverdrawnAccount() {
        Transfer grant = grant(5);
        assertThrows(
                ManagerException.class,
                () -> store.write(unit -> {
                    TransferResult.Posted posted = (TransferResult.Posted) decide(unit, grant);
                    ChainEntry entry = entry(unit, grant, posted, "Town hall", Rows.NOW);
                    unit.ledger()
                            .append(entry, Map.of(Account.trial(CUSTOMER), -1L, Account.issuance(DISTRIBUTOR), 1L));
                    return true;
                }));
        assertEquals(List.of(), read(ledger -> ledger.chain(DISTRIBUTOR, 0, 10)));
    }

    private static BookFilter text(String text) {
        return new BookFilter(text, Optional.empty(), Optional.empty());
    }

    private List<Long> numbers(BookId book, BookFilter filter, long after, int limit) {
        return read(ledger -> ledger.rows(book, filter, after, limit)).stream()
                .map(BookRow::number)
                .toList();
    }

    private long count(BookId book, BookFilter filter, long through) {
        return store.read(unit -> unit.ledger().count(book, filter, through));
    }

    private Charge charge(long serial) {
        return read(ledger -> ledger.charge(CUSTOMER, serial)).orElseThrow();
    }

    private TransferResult decide(Transfer transfer) {
        return store.read(unit -> decide(unit, transfer));
    }

    private static TransferResult decide(UnitOfWork unit, Transfer transfer) {
        List<Transfer> batch = List.of(transfer);
        return Ledger.apply(unit.ledger().load(batch), batch).results().get(0);
    }

    private ChainEntry post(Transfer transfer, Instant at) {
        return post(transfer, "Town hall", at);
    }

    private ChainEntry post(Transfer transfer, String customerName, Instant at) {
        return store.write(unit -> {
            TransferResult.Posted posted = (TransferResult.Posted) decide(unit, transfer);
            ChainEntry entry = entry(unit, transfer, posted, customerName, at);
            unit.ledger().append(entry, posted.after());
            return entry;
        });
    }

    private static ChainEntry entry(
            UnitOfWork unit, Transfer transfer, TransferResult.Posted posted, String customerName, Instant at) {
        List<Bookkeeping.Line> lines = Bookkeeping.lines(transfer, posted, customerName, false);
        Set<BookId> books = lines.stream()
                .map(line -> new BookId(line.book(), line.owner()))
                .collect(Collectors.toSet());
        return unit.ledger().heads(transfer.distributor(), books).next(transfer, posted, lines, at);
    }

    private <T> T read(Function<LedgerRecords, T> query) {
        return store.read(unit -> query.apply(unit.ledger()));
    }

    private TransferId id() {
        nextId++;
        return new TransferId(Bytes.ofHex(String.format("%032x", nextId)));
    }

    private Transfer purchase(long credits) {
        return new AccountTransfer.Purchase(id(), DISTRIBUTOR, credits);
    }

    private Transfer grant(long credits) {
        return new AccountTransfer.FreeGrant(id(), DISTRIBUTOR, CUSTOMER, credits);
    }

    private Transfer passOn(long credits) {
        return new AccountTransfer.PassOn(id(), DISTRIBUTOR, CUSTOMER, credits);
    }

    private Transfer issue(long serial, long accessNumber, long credits) {
        return new KeyCharge.Issue(
                id(),
                DISTRIBUTOR,
                CUSTOMER,
                credits,
                ConsumptionOrder.PAID_FIRST,
                new ChargedKey(serial, accessNumber));
    }

    private Transfer reserve(long serial, long accessNumber, long credits) {
        return new KeyCharge.Reserve(
                id(),
                DISTRIBUTOR,
                CUSTOMER,
                credits,
                ConsumptionOrder.PAID_FIRST,
                new ChargedKey(serial, accessNumber));
    }
}
