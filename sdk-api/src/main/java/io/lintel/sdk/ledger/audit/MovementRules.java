package io.lintel.sdk.ledger.audit;

import io.lintel.sdk.ledger.Account.Kind;
import io.lintel.sdk.ledger.Cause;
import java.util.Set;

/**
 * Between which accounts each cause may move credit ({@code spec/ledger.md} 2). Written down apart from the ledger that
 * posts, so that a fault there is found here.
 */
final class MovementRules {

    private MovementRules() {}

    /** From one kind of account to another. */
    record Way(Kind from, Kind to) {}

    static Set<Way> ways(Cause cause) {
        return switch (cause) {
            case FREE_GRANT -> Set.of(new Way(Kind.ISSUANCE, Kind.TRIAL));
            case PURCHASE -> Set.of(new Way(Kind.ISSUANCE, Kind.DISTRIBUTOR));
            case CORRECTION -> Set.of(new Way(Kind.DISTRIBUTOR, Kind.ISSUANCE));
            case TRANSFER -> Set.of(new Way(Kind.DISTRIBUTOR, Kind.PAID));
            case REFUND -> Set.of(new Way(Kind.PAID, Kind.DISTRIBUTOR));
            case KEY_ISSUE, KEY_RESTORE ->
                Set.of(
                        new Way(Kind.PAID, Kind.RESERVED),
                        new Way(Kind.TRIAL, Kind.RESERVED),
                        new Way(Kind.RESERVED, Kind.CONSUMED));
            case KEY_RESERVE -> Set.of(new Way(Kind.PAID, Kind.RESERVED), new Way(Kind.TRIAL, Kind.RESERVED));
            case KEY_SETTLE -> Set.of(new Way(Kind.RESERVED, Kind.CONSUMED));
            case KEY_RELEASE -> Set.of(new Way(Kind.RESERVED, Kind.PAID), new Way(Kind.RESERVED, Kind.TRIAL));
            case KEY_RETURN -> Set.of(new Way(Kind.CONSUMED, Kind.PAID), new Way(Kind.CONSUMED, Kind.TRIAL));
            case KEY_FORFEIT -> Set.of(new Way(Kind.RESERVED, Kind.FORFEITED), new Way(Kind.CONSUMED, Kind.FORFEITED));
        };
    }

    static boolean isCharge(Cause cause) {
        return cause == Cause.KEY_ISSUE || cause == Cause.KEY_RESTORE || cause == Cause.KEY_RESERVE;
    }

    static boolean settlesAtOnce(Cause cause) {
        return cause == Cause.KEY_ISSUE || cause == Cause.KEY_RESTORE;
    }

    static boolean isFollowUp(Cause cause) {
        return cause == Cause.KEY_SETTLE
                || cause == Cause.KEY_RELEASE
                || cause == Cause.KEY_RETURN
                || cause == Cause.KEY_FORFEIT;
    }

    static boolean hasCustomer(Cause cause) {
        return cause != Cause.PURCHASE && cause != Cause.CORRECTION;
    }
}
