package io.lintel.sdk.ledger;

import io.lintel.sdk.ledger.Charge.Stage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One batch on its way: the state as the transfers so far have left it. Used by one call of {@link Ledger#apply} only. */
final class LedgerRun {

    private final Map<Account, Long> balances;
    private final Map<TransferId, PostedTransfer> posted;
    private final Map<TransferId, Charge> charges;

    LedgerRun(LedgerState before) {
        balances = new HashMap<>(before.balances());
        posted = new HashMap<>(before.posted());
        charges = new HashMap<>(before.charges());
    }

    LedgerState state() {
        return new LedgerState(balances, posted, charges);
    }

    TransferResult decide(Transfer transfer) {
        PostedTransfer first = posted.get(transfer.id());
        if (first != null) {
            return first.digest().equals(transfer.digest())
                    ? new TransferResult.Repeated(first)
                    : new TransferResult.Conflict(transfer.id());
        }
        if (transfer instanceof KeyCharge charge) {
            return charge(charge);
        }
        if (transfer instanceof ChargeFollowUp followUp) {
            return followUp(followUp);
        }
        return move((AccountTransfer) transfer);
    }

    private TransferResult move(AccountTransfer transfer) {
        return draw(List.of(transfer.from()), transfer.to(), transfer.credits())
                .map(postings -> post(transfer, postings))
                .orElseGet(() -> insufficient(transfer, List.of(transfer.from())));
    }

    private TransferResult charge(KeyCharge transfer) {
        Account reserved = Account.reserved(transfer.payer());
        Optional<List<Posting>> drawn = draw(transfer.sources(), reserved, transfer.credits());
        if (drawn.isEmpty()) {
            return insufficient(transfer, transfer.sources());
        }
        List<Posting> postings = new ArrayList<>(drawn.get());
        if (transfer.settlesAtOnce()) {
            postings.add(new Posting(reserved, Account.consumed(transfer.payer()), transfer.credits()));
        }
        charges.put(transfer.id(), charge(transfer, drawn.get()));
        return post(transfer, postings);
    }

    private static Charge charge(KeyCharge transfer, List<Posting> drawn) {
        long trial = drawn.stream()
                .filter(posting -> posting.from().kind() == Account.Kind.TRIAL)
                .mapToLong(Posting::credits)
                .sum();
        return new Charge(
                transfer.id(),
                transfer.distributor(),
                transfer.payer(),
                transfer.key(),
                new Buckets(transfer.credits() - trial, trial),
                transfer.settlesAtOnce() ? Stage.SETTLED : Stage.RESERVED);
    }

    private TransferResult followUp(ChargeFollowUp transfer) {
        Charge charge = charges.get(transfer.charge().id());
        if (charge == null || !transfer.charge().at(charge.stage()).equals(charge)) {
            return new TransferResult.ChargeUnknown(
                    transfer.id(), transfer.charge().id());
        }
        if (!transfer.expected().contains(charge.stage())) {
            return new TransferResult.ChargeEnded(transfer.id(), charge);
        }
        charges.put(charge.id(), charge.at(transfer.reached()));
        return post(transfer, FollowUpPostings.of(transfer, charge));
    }

    private Optional<List<Posting>> draw(List<Account> from, Account to, long credits) {
        List<Posting> postings = new ArrayList<>(2);
        long missing = credits;
        for (Account payer : from) {
            long taken = payer.mayGoNegative() ? missing : Math.min(missing, balance(payer));
            if (taken > 0) {
                postings.add(new Posting(payer, to, taken));
                missing -= taken;
            }
        }
        return missing == 0 ? Optional.of(postings) : Optional.empty();
    }

    private TransferResult post(Transfer transfer, List<Posting> postings) {
        for (Posting posting : postings) {
            balances.merge(posting.from(), -posting.credits(), Math::addExact);
            balances.merge(posting.to(), posting.credits(), Math::addExact);
        }
        PostedTransfer result = new PostedTransfer(transfer.id(), transfer.digest(), postings);
        posted.put(transfer.id(), result);
        Map<Account, Long> after = new HashMap<>();
        transfer.accounts().forEach(account -> after.put(account, balance(account)));
        return new TransferResult.Posted(result, after);
    }

    private TransferResult insufficient(Transfer transfer, List<Account> from) {
        long available = from.stream().mapToLong(this::balance).sum();
        return new TransferResult.Insufficient(transfer.id(), available, transfer.credits());
    }

    private long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }
}
