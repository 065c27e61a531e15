package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;

/** A wish to move credit, as the ledger decides on it. */
public sealed interface Transfer permits AccountTransfer, KeyCharge, ChargeFollowUp {

    /** The most credits that one transfer may move. */
    long MAX_CREDITS = 1_000_000_000L;

    /** The caller-made id. */
    TransferId id();

    /** The distributor in whose partition and chain the transfer is posted. */
    DistributorId distributor();

    /** How many credits, 1 to {@link #MAX_CREDITS}. */
    long credits();

    /** Why the credit moves ({@code CRD-32}). */
    Cause cause();

    /** The customer whose book shows the transfer, if a customer is involved. */
    Optional<CustomerId> customer();

    /** Everything that the transfer says, in the one form that is stored and hashed. */
    TransferTerms terms();

    /** SHA-256 over everything that the transfer says: tells a repetition from a conflict. */
    default Bytes digest() {
        return terms().digest();
    }

    /** Every account that the transfer may touch or that its lines in the books show. */
    default Set<Account> accounts() {
        Set<Account> accounts = new LinkedHashSet<>();
        accounts.add(Account.issuance(distributor()));
        accounts.add(Account.distributor(distributor()));
        customer().ifPresent(customer -> {
            accounts.add(Account.paid(customer));
            accounts.add(Account.trial(customer));
            accounts.add(Account.reserved(customer));
            accounts.add(Account.consumed(customer));
            accounts.add(Account.forfeited(customer));
        });
        return accounts;
    }
}
