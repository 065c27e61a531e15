package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.Command;
import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.Facts;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.Site;
import java.time.Instant;

/** What all edits of a customer have in common: the customer, the row in the trail, and the result, which is when. */
abstract class CustomerEdit implements Command<Instant> {

    private final CustomerId customer;

    CustomerEdit(CustomerId customer) {
        this.customer = customer;
    }

    /** Checks and writes; tells what changed. */
    abstract Change.Kind edit(CommandContext context, Site site);

    @Override
    public final CustomerId partition() {
        return customer;
    }

    @Override
    public final Facts perform(CommandContext context) {
        Change.Kind kind = edit(context, context.site(customer));
        context.record(customer, kind, customer);
        return Facts.none().with("at", context.now());
    }

    @Override
    public final Instant result(CommandContext context, Facts facts) {
        return facts.instant("at");
    }
}
