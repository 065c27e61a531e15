package io.lintel.sdk.ledger.model;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.AccountTransfer;
import io.lintel.sdk.ledger.ChainHead;
import io.lintel.sdk.ledger.Charge;
import io.lintel.sdk.ledger.Charge.Stage;
import io.lintel.sdk.ledger.ChargeFollowUp;
import io.lintel.sdk.ledger.Ledger;
import io.lintel.sdk.ledger.LedgerFixture;
import io.lintel.sdk.ledger.LedgerState;
import io.lintel.sdk.ledger.PostedTransfer;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.Transfer;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.ledger.TransferResult;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Ledgers with one fault each, as somebody might write them. */
final class WrongLedgers {

    private WrongLedgers() {}

    /** Decides on balances that it read before the last transfer, as two callers at once would without a lock. */
    static final class DoubleSpend extends LedgerFixture {
        private LedgerState stale = LedgerState.EMPTY;

        DoubleSpend() {
            super("Town hall", true);
        }

        @Override
        protected Ledger.Outcome decide(LedgerState before, Transfer transfer) {
            LedgerState read = new LedgerState(stale.balances(), before.posted(), before.charges());
            stale = before;
            Ledger.Outcome outcome = Ledger.apply(read, List.of(transfer));
            if (!(outcome.results().get(0) instanceof TransferResult.Posted posted)) {
                return new Ledger.Outcome(before, outcome.results());
            }
            return posted(
                    before,
                    transfer,
                    posted.transfer().postings(),
                    outcome.state().charges());
        }
    }

    /** Forgets which ids it has posted. */
    static final class MissedIdempotency extends LedgerFixture {
        MissedIdempotency() {
            super("Town hall", true);
        }

        @Override
        protected Ledger.Outcome decide(LedgerState before, Transfer transfer) {
            return Ledger.apply(new LedgerState(before.balances(), Map.of(), before.charges()), List.of(transfer));
        }
    }

    /** Takes trial credit back where paid credit does not reach. */
    static final class TrialRefunded extends LedgerFixture {
        TrialRefunded() {
            super("Town hall", true);
        }

        @Override
        protected Ledger.Outcome decide(LedgerState before, Transfer transfer) {
            if (transfer instanceof AccountTransfer.TakeBack takeBack
                    && before.balance(takeBack.from()) < takeBack.credits()
                    && before.balance(Account.trial(takeBack.source())) >= takeBack.credits()
                    && !before.posted().containsKey(takeBack.id())) {
                Posting posting = new Posting(Account.trial(takeBack.source()), takeBack.to(), takeBack.credits());
                return posted(before, transfer, List.of(posting), before.charges());
            }
            return Ledger.apply(before, List.of(transfer));
        }
    }

    /** Gives back whatever is asked, how often it may be. */
    static final class ReturnedTwice extends LedgerFixture {
        ReturnedTwice() {
            super("Town hall", true);
        }

        @Override
        protected Ledger.Outcome decide(LedgerState before, Transfer transfer) {
            Map<TransferId, Charge> charges = new HashMap<>(before.charges());
            if (transfer instanceof ChargeFollowUp.Return wanted) {
                Charge charge = wanted.charge();
                charges.put(
                        charge.id(),
                        new Charge(
                                charge.id(),
                                charge.distributor(),
                                charge.customer(),
                                charge.key(),
                                charge.from(),
                                Stage.SETTLED));
            }
            return Ledger.apply(new LedgerState(before.balances(), before.posted(), charges), List.of(transfer));
        }
    }

    /** Gives trial credit back as paid credit, which a distributor could then take. */
    static final class TrialReturnedAsPaid extends LedgerFixture {
        TrialReturnedAsPaid() {
            super("Town hall", true);
        }

        @Override
        protected Ledger.Outcome decide(LedgerState before, Transfer transfer) {
            Ledger.Outcome outcome = Ledger.apply(before, List.of(transfer));
            if (transfer instanceof ChargeFollowUp.Return wanted
                    && outcome.results().get(0) instanceof TransferResult.Posted) {
                Account paid = Account.paid(wanted.charge().customer());
                Posting posting = new Posting(Account.consumed(wanted.charge().customer()), paid, transfer.credits());
                return posted(
                        before, transfer, List.of(posting), outcome.state().charges());
            }
            return outcome;
        }
    }

    /** Now and then links an entry to the one before the last. */
    static final class SkippedLink extends LedgerFixture {
        private Bytes older = Bytes.copyOf(new byte[ChainHead.HASH_SIZE_BYTES]);

        SkippedLink() {
            super("Town hall", true);
        }

        @Override
        protected ChainHead link(ChainHead head) {
            Bytes linked = head.number() % 10 == 9 ? older : head.hash();
            older = head.hash();
            return new ChainHead(head.distributor(), head.number(), linked);
        }
    }

    /** Now and then posts an entry that it does not number. */
    static final class LostEntry extends LedgerFixture {
        LostEntry() {
            super("Town hall", true);
        }

        @Override
        protected ChainHead link(ChainHead head) {
            return head.number() % 10 == 9 ? new ChainHead(head.distributor(), head.number() + 1, head.hash()) : head;
        }
    }

    private static Ledger.Outcome posted(
            LedgerState before, Transfer transfer, List<Posting> postings, Map<TransferId, Charge> charges) {
        Map<Account, Long> balances = new HashMap<>(before.balances());
        for (Posting posting : postings) {
            balances.merge(posting.from(), -posting.credits(), Long::sum);
            balances.merge(posting.to(), posting.credits(), Long::sum);
        }
        PostedTransfer posted = new PostedTransfer(transfer.id(), transfer.digest(), postings);
        Map<TransferId, PostedTransfer> all = new HashMap<>(before.posted());
        all.put(transfer.id(), posted);
        Map<Account, Long> after = new HashMap<>();
        transfer.accounts().forEach(account -> after.put(account, balances.getOrDefault(account, 0L)));
        return new Ledger.Outcome(
                new LedgerState(balances, all, charges), List.of(new TransferResult.Posted(posted, after)));
    }
}
