package io.lintel.sdk.command.credit;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.BookRow;
import io.lintel.sdk.ledger.Bookkeeping;
import io.lintel.sdk.ledger.Ledger;
import io.lintel.sdk.ledger.LedgerState;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferResult;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.store.LedgerRecords;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Posts one transfer within a command's unit of work, and writes it into the books. */
public final class Cashier {

    private Cashier() {}

    /** Returns the rows that the books gained. */
    public static List<BookRow> post(
            CommandContext context, Transfer transfer, String customerName, boolean distributorSeesIssues) {
        LedgerRecords records = context.unit().ledger();
        LedgerState state = records.load(accounts(transfer), Set.of(transfer.id()));
        TransferResult result = Ledger.apply(state, List.of(transfer)).results().get(0);
        if (result instanceof TransferResult.Posted posted) {
            records.post(transfer, posted.transfer(), posted.after(), context.now());
            return Bookkeeping.lines(transfer, posted, customerName, distributorSeesIssues).stream()
                    .map(line -> records.append(transfer, line, context.now()))
                    .toList();
        }
        if (result instanceof TransferResult.Insufficient insufficient) {
            throw new ManagerException.Refused(
                    ErrorCode.INSUFFICIENT_CREDIT,
                    "this costs " + insufficient.needed() + " credit(s) and the account holds "
                            + insufficient.available() + "; add credit to the account, then try again");
        }
        // A repeated command never gets here, so the id was used by a transfer of another command.
        throw new ManagerException.Conflict(context.id());
    }

    private static Set<Account> accounts(Transfer transfer) {
        Set<Account> accounts = new HashSet<>();
        accounts.add(Account.issuance(transfer.distributor()));
        accounts.add(Account.distributor(transfer.distributor()));
        transfer.customer().ifPresent(customer -> {
            accounts.add(Account.paid(customer));
            accounts.add(Account.trial(customer));
            accounts.add(Account.reserved(customer));
            accounts.add(Account.consumed(customer));
        });
        return accounts;
    }
}
