package io.lintel.sdk.ledger;

import io.lintel.sdk.ledger.Charge.Stage;
import java.util.ArrayList;
import java.util.List;

/** What moves when a charge is followed up. */
final class FollowUpPostings {

    private FollowUpPostings() {}

    static List<Posting> of(ChargeFollowUp transfer, Charge charge) {
        Account held = charge.stage() == Stage.RESERVED
                ? Account.reserved(charge.customer())
                : Account.consumed(charge.customer());
        return switch (transfer.reached()) {
            case SETTLED -> List.of(new Posting(held, Account.consumed(charge.customer()), charge.credits()));
            case FORFEITED -> List.of(new Posting(held, Account.forfeited(charge.customer()), charge.credits()));
            case RELEASED, RETURNED -> back(held, charge);
            case RESERVED -> throw new IllegalStateException("no charge is reserved again");
        };
    }

    private static List<Posting> back(Account held, Charge charge) {
        List<Posting> postings = new ArrayList<>(2);
        if (charge.from().paid() > 0) {
            postings.add(new Posting(
                    held, Account.paid(charge.customer()), charge.from().paid()));
        }
        if (charge.from().trial() > 0) {
            postings.add(new Posting(
                    held, Account.trial(charge.customer()), charge.from().trial()));
        }
        return postings;
    }
}
