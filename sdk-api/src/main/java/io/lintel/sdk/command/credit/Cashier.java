package io.lintel.sdk.command.credit;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.ledger.Book;
import io.lintel.sdk.ledger.BookId;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Bookkeeping;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.Ledger;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferResult;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.LedgerRecords;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Posts one transfer within a command's unit of work: into the chain, the balances and the books. */
public final class Cashier {

    private Cashier() {}

    /** Returns the rows that the books gained. */
    public static List<BookRow> post(
            CommandContext context, Transfer transfer, String customerName, boolean distributorSeesIssues) {
        LedgerRecords records = context.unit().ledger();
        List<Transfer> batch = List.of(transfer);
        TransferResult result =
                Ledger.apply(records.load(batch), batch).results().get(0);
        if (!(result instanceof TransferResult.Posted posted)) {
            throw refusal(context, result);
        }
        List<Bookkeeping.Line> lines = Bookkeeping.lines(transfer, posted, customerName, distributorSeesIssues);
        Set<BookId> books = lines.stream()
                .map(line -> new BookId(line.book(), line.owner()))
                .collect(Collectors.toSet());
        ChainEntry entry = records.heads(transfer.distributor(), books).next(transfer, posted, lines, context.now());
        records.append(entry, posted.after());
        return entry.rows();
    }

    /** The customer's balance after a transfer, from the rows that it made. */
    static Buckets customersBalance(List<BookRow> rows) {
        return rows.stream()
                .filter(row -> row.book() == Book.CUSTOMER)
                .map(BookRow::after)
                .findFirst()
                .orElseThrow();
    }

    static void requireDistributor(CommandContext context, DistributorId distributor) {
        if (!context.unit().organisations().hasDistributor(distributor)) {
            throw new ManagerException.NotFound("distributor " + distributor);
        }
    }

    private static ManagerException refusal(CommandContext context, TransferResult result) {
        if (result instanceof TransferResult.Insufficient insufficient) {
            return new ManagerException.Refused(
                    ErrorCode.INSUFFICIENT_CREDIT,
                    "this costs " + insufficient.needed() + " credit(s) and the account holds "
                            + insufficient.available() + "; add credit to the account, then try again");
        }
        if (result instanceof TransferResult.ChargeEnded ended) {
            return new ManagerException.Refused(
                    ErrorCode.CHARGE_ENDED,
                    "the charge for credential " + ended.charge().key().serial() + " is "
                            + ended.charge().stage() + " already; nothing is left to settle, return or forfeit");
        }
        if (result instanceof TransferResult.ChargeUnknown) {
            return new ManagerException.NotFound("charge");
        }
        // A repeated command never gets here, so the id was used by a transfer of another command.
        return new ManagerException.Conflict(context.id());
    }
}
