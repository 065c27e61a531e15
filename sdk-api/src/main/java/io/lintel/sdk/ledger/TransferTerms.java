package io.lintel.sdk.ledger;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.DistributorId;
import java.util.Optional;

/**
 * Everything that a transfer says, kind by kind in one form: what is stored, hashed and exported of it.
 *
 * @param id the caller-made id
 * @param cause the kind
 * @param distributor in whose chain it stands
 * @param customer the customer whose book shows it, if a customer is involved
 * @param credits how many, 1 to {@link Transfer#MAX_CREDITS}
 * @param order which bucket pays first; of charges only
 * @param key which credential is charged; of charges only
 * @param charge the charge that is settled, released, returned or forfeited; of these four only
 */
public record TransferTerms(
        TransferId id,
        Cause cause,
        DistributorId distributor,
        Optional<CustomerId> customer,
        long credits,
        Optional<ConsumptionOrder> order,
        Optional<ChargedKey> key,
        Optional<TransferId> charge) {

    private static final String DIGEST_LABEL = "lintel/1/transfer-terms";

    /** Refuses an amount out of bounds. */
    public TransferTerms {
        Amounts.require(credits);
    }

    /** The terms of a transfer without a credential. */
    static TransferTerms of(AccountTransfer transfer) {
        return new TransferTerms(
                transfer.id(),
                transfer.cause(),
                transfer.distributor(),
                transfer.customer(),
                transfer.credits(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    /** The terms of a charge. */
    static TransferTerms of(KeyCharge charge) {
        return new TransferTerms(
                charge.id(),
                charge.cause(),
                charge.distributor(),
                charge.customer(),
                charge.credits(),
                Optional.of(charge.order()),
                Optional.of(charge.key()),
                Optional.empty());
    }

    /** The terms of what follows a charge. */
    static TransferTerms of(ChargeFollowUp followUp) {
        return new TransferTerms(
                followUp.id(),
                followUp.cause(),
                followUp.distributor(),
                followUp.customer(),
                followUp.credits(),
                Optional.empty(),
                Optional.of(followUp.charge().key()),
                Optional.of(followUp.charge().id()));
    }

    /** SHA-256 over all terms but the id ({@code spec/ledger.md} 3): tells a repetition from a conflict. */
    public Bytes digest() {
        FieldHash hash = FieldHash.labelled(DIGEST_LABEL);
        addTo(hash);
        return hash.value();
    }

    /** Adds the terms without the id, in the order of {@code spec/ledger.md} 3. */
    void addTo(FieldHash hash) {
        hash.add(cause.name())
                .add(distributor.value())
                .add(customer.map(CustomerId::value).orElse(""))
                .add(credits)
                .add(order.map(Enum::name).orElse(""))
                .add(key.map(charged -> Long.toString(charged.serial())).orElse(""))
                .add(key.map(charged -> Long.toString(charged.accessNumber())).orElse(""))
                .add(charge.map(TransferId::toString).orElse(""));
    }
}
