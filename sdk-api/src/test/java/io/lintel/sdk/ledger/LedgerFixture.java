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

/** A ledger in memory: decides, keeps balances, books and one chain for each distributor. Wrong ledgers extend it. */
public class LedgerFixture {

    public static final DistributorId DISTRIBUTOR = new DistributorId("00000000000000d1");
    public static final CustomerId CUSTOMER = new CustomerId("00000000000000c1");
    public static final Instant NOON = Instant.parse("2021-02-03T12:00:00Z");

    private final String customerName;
    private final boolean distributorSeesIssues;
    private final Map<BookId, Long> lastRows = new HashMap<>();
    private final Map<DistributorId, ChainHead> heads = new HashMap<>();
    private final List<ChainEntry> chain = new ArrayList<>();
    private LedgerState state = LedgerState.EMPTY;
    private int nextId;

    public LedgerFixture(String customerName, boolean distributorSeesIssues) {
        this.customerName = customerName;
        this.distributorSeesIssues = distributorSeesIssues;
    }

    public TransferId id() {
        nextId++;
        return id(nextId);
    }

    public static TransferId id(int number) {
        return new TransferId(Bytes.ofHex(String.format("%032x", number)));
    }

    public KeyCharge.Issue issue(long serial) {
        return new KeyCharge.Issue(
                id(), DISTRIBUTOR, CUSTOMER, 1, ConsumptionOrder.PAID_FIRST, new ChargedKey(serial, serial));
    }

    /** How this ledger decides on one transfer. */
    protected Ledger.Outcome decide(LedgerState before, Transfer transfer) {
        return Ledger.apply(before, List.of(transfer));
    }

    /** How this ledger links an entry to the one before. */
    protected ChainHead link(ChainHead head) {
        return head;
    }

    public TransferResult apply(Transfer transfer, Instant at) {
        Ledger.Outcome outcome = decide(state, transfer);
        state = outcome.state();
        TransferResult result = outcome.results().get(0);
        if (result instanceof TransferResult.Posted posted) {
            enter(transfer, posted, at);
        }
        return result;
    }

    public TransferResult apply(Transfer transfer) {
        return apply(transfer, NOON);
    }

    public TransferResult.Posted post(Transfer transfer) {
        return post(transfer, NOON);
    }

    public TransferResult.Posted post(Transfer transfer, Instant at) {
        return assertInstanceOf(TransferResult.Posted.class, apply(transfer, at));
    }

    /** The charge that a transfer made, as it stands now. */
    public Charge charge(TransferId id) {
        Charge charge = state.charges().get(id);
        if (charge == null) {
            throw new AssertionError("no charge was made by " + id);
        }
        return charge;
    }

    public LedgerState state() {
        return state;
    }

    /** All entries in the order in which they were posted. */
    public List<ChainEntry> chain() {
        return List.copyOf(chain);
    }

    /** The entries of one distributor. */
    public List<ChainEntry> chain(DistributorId distributor) {
        return chain.stream()
                .filter(entry -> entry.terms().distributor().equals(distributor))
                .toList();
    }

    public List<BookRow> book(BookId book) {
        return chain.stream()
                .flatMap(entry -> entry.rows().stream())
                .filter(row -> new BookId(row.book(), row.owner()).equals(book))
                .toList();
    }

    public Buckets customerBalance() {
        return new Buckets(state.balance(Account.paid(CUSTOMER)), state.balance(Account.trial(CUSTOMER)));
    }

    public long available() {
        return state.balance(Account.distributor(DISTRIBUTOR));
    }

    private void enter(Transfer transfer, TransferResult.Posted posted, Instant at) {
        List<Bookkeeping.Line> lines = Bookkeeping.lines(transfer, posted, customerName, distributorSeesIssues);
        ChainHead head = link(heads.getOrDefault(transfer.distributor(), ChainHead.none(transfer.distributor())));
        ChainEntry entry = new LedgerHeads(head, lastRows).next(transfer, posted, lines, at);
        entry.rows().forEach(row -> lastRows.put(new BookId(row.book(), row.owner()), row.number()));
        heads.put(transfer.distributor(), entry.head());
        chain.add(entry);
    }
}
