package io.lintel.sdk.ledger;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes a posted transfer into the two books, in the seeds' words and signs (requirements 5.2). Pure. */
public final class Bookkeeping {

    private Bookkeeping() {}

    /**
     * What a row says, before the store gives it its number and time.
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
            Buckets after) {}

    /**
     * The lines of one transfer: one per book that shows it.
     *
     * @param transfer the transfer
     * @param posted what the ledger made of it
     * @param customerName the customer's name as the distributor's book shows it; unused without a customer
     * @param distributorSeesIssues whether an issue also gets a line in the distributor's book, which changes nothing there
     */
    public static List<Line> lines(
            Transfer transfer, TransferResult.Posted posted, String customerName, boolean distributorSeesIssues) {
        List<Line> lines = new ArrayList<>(2);
        if (!(transfer instanceof Transfer.Issue) || distributorSeesIssues) {
            lines.add(distributorLine(transfer, posted, customerName));
        }
        customerLine(transfer, posted).ifPresent(lines::add);
        return lines;
    }

    private record Words(RowType type, int sign, String description, RowStatus status) {}

    private static Line distributorLine(Transfer transfer, TransferResult.Posted posted, String customerName) {
        Account account = Account.distributor(transfer.distributor());
        Buckets change = new Buckets(posted.transfer().changeOf(account), 0);
        Buckets after = new Buckets(posted.after().balance(account), 0);
        Words words = distributorWords(transfer.cause(), customerName);
        return line(Book.DISTRIBUTOR, account.owner(), words, transfer.credits(), change, after);
    }

    private static Optional<Line> customerLine(Transfer transfer, TransferResult.Posted posted) {
        return transfer.customer().map(customer -> {
            Account paid = Account.paid(customer);
            Account trial = Account.trial(customer);
            PostedTransfer postings = posted.transfer();
            Buckets change = new Buckets(postings.changeOf(paid), postings.changeOf(trial));
            Buckets after =
                    new Buckets(posted.after().balance(paid), posted.after().balance(trial));
            return line(Book.CUSTOMER, customer.value(), customerWords(transfer), transfer.credits(), change, after);
        });
    }

    private static Words distributorWords(Cause cause, String customerName) {
        return switch (cause) {
            case PURCHASE -> new Words(RowType.PURCHASE_CREDIT, 1, "", RowStatus.PAID);
            case FREE_GRANT, TRANSFER ->
                new Words(RowType.TRANSFER, -1, "Credit transferred to " + customerName, RowStatus.PAID);
            case REFUND -> new Words(RowType.REFUNDING, 1, "Credit refunded from " + customerName, RowStatus.REFUNDED);
            case KEY_ISSUE -> new Words(RowType.PURCHASE, -1, "Credential issued by " + customerName, RowStatus.PAID);
        };
    }

    private static Words customerWords(Transfer transfer) {
        if (transfer instanceof Transfer.Issue issue) {
            return new Words(RowType.PURCHASE, -1, "Identifier User ID: " + issue.accessNumber(), RowStatus.PAID);
        }
        return transfer instanceof Transfer.TakeBack
                ? new Words(RowType.REFUNDING, -1, "Credit refunded", RowStatus.REFUNDED)
                : new Words(RowType.ADDING, 1, "Credit added", RowStatus.PAID);
    }

    private static Line line(Book book, String owner, Words words, long credits, Buckets change, Buckets after) {
        long amount = words.sign() * credits;
        return new Line(book, owner, words.type(), amount, words.description(), words.status(), change, after);
    }
}
