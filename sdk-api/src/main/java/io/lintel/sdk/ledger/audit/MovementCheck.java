package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.ledger.Account;
import io.lintel.sdk.ledger.Account.Kind;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ConsumptionOrder;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.TransferTerms;
import io.lintel.sdk.ledger.audit.MovementRules.Way;
import io.lintel.sdk.ledger.audit.Verification.Fault;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Postings that their cause allows, and balances recomputed from nothing. Keeps one number for each account. */
final class MovementCheck {

    private final Map<Account, Long> balances = new HashMap<>();
    private final Map<CustomerId, DistributorId> homes = new HashMap<>();

    void check(ChainEntry entry) throws Finding {
        TransferTerms terms = entry.terms();
        requireShape(entry);
        requireHome(terms);
        Set<Way> used = new HashSet<>();
        for (Posting posting : entry.postings()) {
            Way way = new Way(posting.from().kind(), posting.to().kind());
            if (!MovementRules.ways(terms.cause()).contains(way) || !used.add(way)) {
                throw illegal(entry, "moves credit from " + way.from() + " to " + way.to());
            }
            requireOwner(entry, posting.from());
            requireOwner(entry, posting.to());
            move(entry, posting);
        }
        requireAmounts(entry);
        requireOrder(entry);
    }

    long balance(Account account) {
        return balances.getOrDefault(account, 0L);
    }

    /** Double entry: what all accounts hold together is nothing at any time. */
    void finish() throws Finding {
        long sum = balances.values().stream().mapToLong(Long::longValue).sum();
        if (sum != 0) {
            throw new Finding(Fault.ILLEGAL_MOVEMENT, "all accounts together hold " + sum + " credits instead of 0");
        }
    }

    private void move(ChainEntry entry, Posting posting) throws Finding {
        try {
            balances.merge(posting.from(), -posting.credits(), Math::addExact);
            balances.merge(posting.to(), posting.credits(), Math::addExact);
        } catch (ArithmeticException e) {
            throw illegal(entry, "moves more credit than there can be");
        }
        if (posting.from().kind() != Kind.ISSUANCE && balance(posting.from()) < 0) {
            throw new Finding(
                    Fault.OVERDRAWN,
                    ChainCheck.name(entry) + " leaves account " + posting.from().kind() + " of "
                            + posting.from().owner() + " at " + balance(posting.from()) + " credits");
        }
    }

    private static void requireShape(ChainEntry entry) throws Finding {
        TransferTerms terms = entry.terms();
        Cause cause = terms.cause();
        boolean charge = MovementRules.isCharge(cause);
        boolean followUp = MovementRules.isFollowUp(cause);
        if (terms.customer().isPresent() != MovementRules.hasCustomer(cause)
                || terms.order().isPresent() != charge
                || terms.key().isPresent() != (charge || followUp)
                || terms.charge().isPresent() != followUp) {
            throw illegal(entry, "has other fields than an entry of this kind");
        }
    }

    private void requireHome(TransferTerms terms) throws Finding {
        if (terms.customer().isEmpty()) {
            return;
        }
        CustomerId customer = terms.customer().get();
        DistributorId home = homes.computeIfAbsent(customer, unused -> terms.distributor());
        if (!home.equals(terms.distributor())) {
            throw new Finding(
                    Fault.CHAINS_MIXED,
                    "customer " + customer + " stands in the chains of the distributors " + home + " and "
                            + terms.distributor());
        }
    }

    private static void requireOwner(ChainEntry entry, Account account) throws Finding {
        String owner = account.isDistributors()
                ? entry.terms().distributor().value()
                : entry.terms().customer().map(CustomerId::value).orElse("");
        if (!account.owner().equals(owner)) {
            throw illegal(entry, "moves credit of " + account.owner() + ", whom it does not concern");
        }
    }

    private static void requireAmounts(ChainEntry entry) throws Finding {
        long first = 0;
        long settled = 0;
        for (Posting posting : entry.postings()) {
            boolean second = MovementRules.settlesAtOnce(entry.terms().cause())
                    && posting.from().kind() == Kind.RESERVED;
            first += second ? 0 : posting.credits();
            settled += second ? posting.credits() : 0;
        }
        long expected = MovementRules.settlesAtOnce(entry.terms().cause())
                ? entry.terms().credits()
                : 0;
        if (first != entry.terms().credits() || settled != expected) {
            throw illegal(
                    entry,
                    "moves " + first + " credits and not the " + entry.terms().credits() + " that it states");
        }
    }

    /** The reserve pays only when the first bucket is empty ({@code CRD-31}). */
    private void requireOrder(ChainEntry entry) throws Finding {
        if (entry.terms().order().isEmpty() || entry.terms().customer().isEmpty()) {
            return;
        }
        boolean paidFirst = entry.terms().order().get() == ConsumptionOrder.PAID_FIRST;
        Kind reserve = paidFirst ? Kind.TRIAL : Kind.PAID;
        CustomerId customer = entry.terms().customer().get();
        Account first = paidFirst ? Account.paid(customer) : Account.trial(customer);
        boolean usedReserve =
                entry.postings().stream().anyMatch(posting -> posting.from().kind() == reserve);
        if (usedReserve && balance(first) > 0) {
            throw illegal(entry, "takes from " + reserve + " although " + first.kind() + " is not empty");
        }
    }

    private static Finding illegal(ChainEntry entry, String what) {
        return new Finding(
                Fault.ILLEGAL_MOVEMENT,
                ChainCheck.name(entry) + ", " + entry.terms().cause() + ", " + what);
    }
}
