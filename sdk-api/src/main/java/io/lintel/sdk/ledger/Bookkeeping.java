package io.lintel.sdk.ledger;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a posted transfer into the two books, in the seeds' words and signs (requirements 5.2). Pure. */
public final class Bookkeeping {

    private Bookkeeping() {}

    /**
     * What a row says, before it gets its number and time.
     *
     * @param book whose list
     * @param owner the distributor's or customer's id
     * @param type the column TYPE
     * @param amount signed credits, as shown
     * @param description the column DESCRIPTION
     * @param status the column STATUS
     * @param change what the row changes
     * @param after the balances after the row
     */
    public record Line(
            Book book,
            String owner,
            RowType type,
            long amount,
            String description,
            RowStatus status,
            Buckets change,
            Buckets after) {

        /** The line as a row. */
        BookRow row(long number, Instant at, Transfer transfer) {
            return new BookRow(
                    book,
                    owner,
                    number,
                    at,
                    transfer.id(),
                    type,
                    amount,
                    description,
                    status,
                    transfer.cause(),
                    change,
                    after);
        }
    }

    /**
     * The lines of one transfer: one per book that shows it.
     *
     * @param transfer the transfer
     * @param posted what the ledger made of it
     * @param customerName the customer's name as the distributor's book shows it; unused without a customer
     * @param distributorSeesIssues whether a charge also gets a line in the distributor's book, which changes nothing there
     */
    public static List<Line> lines(
            Transfer transfer, TransferResult.Posted posted, String customerName, boolean distributorSeesIssues) {
        List<Line> lines = new ArrayList<>(2);
        if (transfer instanceof AccountTransfer || (distributorSeesIssues && showsInBooks(transfer))) {
            lines.add(distributorLine(transfer, posted, customerName));
        }
        if (showsInBooks(transfer)) {
            customerLine(transfer, posted).ifPresent(lines::add);
        }
        return lines;
    }

    /** The books show what changes paid and trial credit. Settling and forfeiting move what they showed as spent already. */
    private static boolean showsInBooks(Transfer transfer) {
        return transfer.cause() != Cause.KEY_SETTLE && transfer.cause() != Cause.KEY_FORFEIT;
    }

    private record Words(RowType type, int sign, String description, RowStatus status) {}

    private static Line distributorLine(Transfer transfer, TransferResult.Posted posted, String customerName) {
        Account account = Account.distributor(transfer.distributor());
        Buckets change = new Buckets(posted.transfer().changeOf(account), 0);
        Buckets after = new Buckets(posted.after(account), 0);
        Words words = distributorWords(transfer.cause(), customerName);
        return line(Book.DISTRIBUTOR, account.owner(), words, transfer.credits(), change, after);
    }

    private static Optional<Line> customerLine(Transfer transfer, TransferResult.Posted posted) {
        return transfer.customer().map(customer -> {
            Account paid = Account.paid(customer);
            Account trial = Account.trial(customer);
            PostedTransfer postings = posted.transfer();
            Buckets change = new Buckets(postings.changeOf(paid), postings.changeOf(trial));
            Buckets after = new Buckets(posted.after(paid), posted.after(trial));
            return line(Book.CUSTOMER, customer.value(), customerWords(transfer), transfer.credits(), change, after);
        });
    }

    private static Words distributorWords(Cause cause, String customerName) {
        return switch (cause) {
            case PURCHASE -> new Words(RowType.PURCHASE_CREDIT, 1, "", RowStatus.PAID);
            case CORRECTION -> new Words(RowType.REFUNDING, -1, "Purchase corrected", RowStatus.REFUNDED);
            case FREE_GRANT, TRANSFER ->
                new Words(RowType.TRANSFER, -1, "Credit transferred to " + customerName, RowStatus.PAID);
            case REFUND -> new Words(RowType.REFUNDING, 1, "Credit refunded from " + customerName, RowStatus.REFUNDED);
            case KEY_ISSUE, KEY_RESERVE ->
                new Words(RowType.PURCHASE, -1, "Credential issued by " + customerName, RowStatus.PAID);
            case KEY_RESTORE ->
                new Words(RowType.PURCHASE, -1, "Credential restored by " + customerName, RowStatus.PAID);
            case KEY_RELEASE, KEY_RETURN ->
                new Words(RowType.ADDING, 1, "Credit returned to " + customerName, RowStatus.REFUNDED);
            case KEY_SETTLE, KEY_FORFEIT -> throw notInTheBooks(cause);
        };
    }

    private static Words customerWords(Transfer transfer) {
        return switch (transfer.cause()) {
            case FREE_GRANT, TRANSFER -> new Words(RowType.ADDING, 1, "Credit added", RowStatus.PAID);
            case REFUND -> new Words(RowType.REFUNDING, -1, "Credit refunded", RowStatus.REFUNDED);
            case KEY_ISSUE, KEY_RESTORE, KEY_RESERVE ->
                new Words(RowType.PURCHASE, -1, userId(transfer), RowStatus.PAID);
            case KEY_RELEASE, KEY_RETURN ->
                new Words(RowType.ADDING, 1, "Credit returned, " + userId(transfer), RowStatus.REFUNDED);
            case PURCHASE, CORRECTION, KEY_SETTLE, KEY_FORFEIT -> throw notInTheBooks(transfer.cause());
        };
    }

    private static String userId(Transfer transfer) {
        long number = transfer.terms().key().orElseThrow().accessNumber();
        return number == 0 ? "Identifier User ID: not assigned yet" : "Identifier User ID: " + number;
    }

    private static IllegalStateException notInTheBooks(Cause cause) {
        return new IllegalStateException("this book has no row for " + cause);
    }

    private static Line line(Book book, String owner, Words words, long credits, Buckets change, Buckets after) {
        long amount = words.sign() * credits;
        return new Line(book, owner, words.type(), amount, words.description(), words.status(), change, after);
    }
}
