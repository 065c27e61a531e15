package io.lintel.sdk.ledger;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One distributor's ledger in memory: decides, keeps books and chain, and remembers every row. */
final class LedgerFixture {

    static final DistributorId DISTRIBUTOR = new DistributorId("00000000000000d1");
    static final CustomerId CUSTOMER = new CustomerId("00000000000000c1");
    static final Instant NOON = Instant.parse("2021-02-03T12:00:00Z");

    private final String customerName;
    private final boolean distributorSeesIssues;
    private final Map<BookId, Long> lastRows = new HashMap<>();
    private final List<ChainEntry> chain = new ArrayList<>();
    private LedgerState state = LedgerState.EMPTY;
    private ChainHead head = ChainHead.none(DISTRIBUTOR);
    private int nextId;

    LedgerFixture(String customerName, boolean distributorSeesIssues) {
        this.customerName = customerName;
        this.distributorSeesIssues = distributorSeesIssues;
    }

    TransferId id() {
        nextId++;
        return id(nextId);
    }

    static TransferId id(int number) {
        return new TransferId(Bytes.ofHex(String.format("%032x", number)));
    }

    KeyCharge.Issue issue(long serial) {
        return new KeyCharge.Issue(
                id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(serial, serial));
    }

    TransferResult apply(Transfer transfer, Instant at) {
        Ledger.Outcome outcome = Ledger.apply(state, List.of(transfer));
        state = outcome.state();
        TransferResult result = outcome.results().get(0);
        if (result instanceof TransferResult.Posted posted) {
            enter(transfer, posted, at);
        }
        return result;
    }

    TransferResult apply(Transfer transfer) {
        return apply(transfer, NOON);
    }

    TransferResult.Posted post(Transfer transfer) {
        return post(transfer, NOON);
    }

    TransferResult.Posted post(Transfer transfer, Instant at) {
        return assertInstanceOf(TransferResult.Posted.class, apply(transfer, at));
    }

    /** The charge that a transfer made, as it stands now. */
    Charge charge(TransferId id) {
        Charge charge = state.charges().get(id);
        if (charge == null) {
            throw new AssertionError("no charge was made by " + id);
        }
        return charge;
    }

    LedgerState state() {
        return state;
    }

    List<ChainEntry> chain() {
        return List.copyOf(chain);
    }

    List<BookRow> book(BookId book) {
        return chain.stream()
                .flatMap(entry -> entry.rows().stream())
                .filter(row -> new BookId(row.book(), row.owner()).equals(book))
                .toList();
    }

    Buckets customerBalance() {
        return new Buckets(state.balance(Account.paid(CUSTOMER)), state.balance(Account.trial(CUSTOMER)));
    }

    long available() {
        return state.balance(Account.distributor(DISTRIBUTOR));
    }

    private void enter(Transfer transfer, TransferResult.Posted posted, Instant at) {
        List<Bookkeeping.Line> lines = Bookkeeping.lines(transfer, posted, customerName, distributorSeesIssues);
        ChainEntry entry = new LedgerHeads(head, lastRows).next(transfer, posted, lines, at);
        entry.rows().forEach(row -> lastRows.put(new BookId(row.book(), row.owner()), row.number()));
        head = entry.head();
        chain.add(entry);
    }
}
