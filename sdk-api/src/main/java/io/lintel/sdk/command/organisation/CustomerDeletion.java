package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.DeleteCustomer;
import java.util.Optional;

/** Takes a customer out of service. Nothing but its status changes, so that a restoration finds everything. */
public final class CustomerDeletion extends CustomerEdit {

    private final DeleteCustomer request;

    public CustomerDeletion(DeleteCustomer request) {
        super(request.customer());
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CUSTOMERS;
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("customer delete").with(request.customer());
    }

    @Override
    Change.Kind edit(CommandContext context, Site site) {
        context.unit().customers().setDeleted(site.customer(), Optional.of(context.now()));
        return Change.Kind.CUSTOMER_DELETED;
    }
}
