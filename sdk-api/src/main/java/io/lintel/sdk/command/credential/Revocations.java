package io.lintel.sdk.command.credential;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.IssuedCredential;
import io.lintel.sdk.revocation.Proof;
import io.lintel.sdk.revocation.Revocation;
import io.lintel.sdk.store.Counters.Counter;

/** Writes down since when credentials are revoked. */
final class Revocations {

    private Revocations() {}

    /** The next list names it: it is published in this unit of work, or later with the same epoch. */
    static void add(CommandContext context, IssuedCredential credential) {
        CustomerId customer = credential.customer();
        long epoch = context.unit().counters().last(customer, Counter.LIST_EPOCH) + 1;
        Revocation revocation = Revocation.of(customer, credential.serial(), epoch, context.now());
        boolean signed = context.unit()
                .revocations()
                .reach(customer, credential.serial())
                .isPresent();
        // No door opens to what was never signed, so no door has to hear of it.
        context.unit().revocations().add(signed ? revocation : revocation.proven(Proof.RECEIPTS, context.now()));
    }
}
