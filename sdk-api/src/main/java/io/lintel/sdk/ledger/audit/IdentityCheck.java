package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.ledger.Account.Kind;
import io.lintel.sdk.ledger.Cause;
import io.lintel.sdk.ledger.ChainEntry;
import io.lintel.sdk.ledger.ChargedKey;
import io.lintel.sdk.ledger.Posting;
import io.lintel.sdk.ledger.TransferId;
import io.lintel.sdk.ledger.audit.Verification.Fault;
import io.lintel.sdk.model.CustomerId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * No transfer twice, and no charge that ends twice, among the ids of one share. Remembers one id for each transfer of its share
 * and no more than a given number: a file that is larger is read once for each share.
 */
final class IdentityCheck {

    private final int share;
    private final int shares;
    private final int capacity;
    private final Map<TransferId, Optional<OpenCharge>> known = new HashMap<>();
    private boolean overflowed;

    /** What is left of a charge. */
    private record OpenCharge(CustomerId customer, ChargedKey key, long paid, long trial, Stage stage) {}

    private enum Stage {
        RESERVED,
        SETTLED,
        ENDED
    }

    IdentityCheck(int share, int shares, int capacity) {
        this.share = share;
        this.shares = shares;
        this.capacity = capacity;
    }

    /** Whether there were more ids than it could remember: then it checked nothing. */
    boolean overflowed() {
        return overflowed;
    }

    void check(ChainEntry entry) throws Finding {
        if (overflowed) {
            return;
        }
        TransferId id = entry.terms().id();
        if (mine(id)) {
            if (known.putIfAbsent(id, made(entry)) != null) {
                throw new Finding(
                        Fault.DUPLICATE_TRANSFER, ChainCheck.name(entry) + " posts transfer " + id + " a second time");
            }
            if (known.size() > capacity) {
                overflowed = true;
                known.clear();
                return;
            }
        }
        if (entry.terms().charge().isPresent() && mine(entry.terms().charge().get())) {
            followUp(entry, entry.terms().charge().get());
        }
    }

    private boolean mine(TransferId id) {
        return Math.floorMod(id.hashCode(), shares) == share;
    }

    private static Optional<OpenCharge> made(ChainEntry entry) {
        if (!MovementRules.isCharge(entry.terms().cause())) {
            return Optional.empty();
        }
        Stage stage = entry.terms().cause() == Cause.KEY_RESERVE ? Stage.RESERVED : Stage.SETTLED;
        return Optional.of(new OpenCharge(
                entry.terms().customer().orElseThrow(),
                entry.terms().key().orElseThrow(),
                from(entry, Kind.PAID),
                from(entry, Kind.TRIAL),
                stage));
    }

    private void followUp(ChainEntry entry, TransferId id) throws Finding {
        OpenCharge charge = known.getOrDefault(id, Optional.empty()).orElse(null);
        if (charge == null
                || !Optional.of(charge.customer()).equals(entry.terms().customer())
                || !Optional.of(charge.key()).equals(entry.terms().key())
                || charge.paid() + charge.trial() != entry.terms().credits()) {
            throw illegal(entry, "follows up a charge that was never made like this");
        }
        Cause cause = entry.terms().cause();
        boolean due = switch (cause) {
            case KEY_SETTLE -> charge.stage() == Stage.RESERVED;
            case KEY_RELEASE -> charge.stage() == Stage.RESERVED && backWhereItCameFrom(entry, charge);
            case KEY_RETURN -> charge.stage() == Stage.SETTLED && backWhereItCameFrom(entry, charge);
            default ->
                charge.stage() != Stage.ENDED
                        && from(entry, charge.stage() == Stage.RESERVED ? Kind.RESERVED : Kind.CONSUMED)
                                == entry.terms().credits();
        };
        if (!due) {
            throw illegal(
                    entry, "follows up a charge that has ended already, is not settled, or was paid from elsewhere");
        }
        Stage next = cause == Cause.KEY_SETTLE ? Stage.SETTLED : Stage.ENDED;
        known.put(
                id, Optional.of(new OpenCharge(charge.customer(), charge.key(), charge.paid(), charge.trial(), next)));
    }

    private static boolean backWhereItCameFrom(ChainEntry entry, OpenCharge charge) {
        return to(entry, Kind.PAID) == charge.paid() && to(entry, Kind.TRIAL) == charge.trial();
    }

    private static long from(ChainEntry entry, Kind kind) {
        return entry.postings().stream()
                .filter(posting -> posting.from().kind() == kind)
                .mapToLong(Posting::credits)
                .sum();
    }

    private static long to(ChainEntry entry, Kind kind) {
        return entry.postings().stream()
                .filter(posting -> posting.to().kind() == kind)
                .mapToLong(Posting::credits)
                .sum();
    }

    private static Finding illegal(ChainEntry entry, String what) {
        return new Finding(
                Fault.ILLEGAL_FOLLOW_UP,
                ChainCheck.name(entry) + ", " + entry.terms().cause() + ", " + what);
    }
}
