package io.lintel.sdk.command.organisation;

import io.lintel.sdk.command.CommandContext;
import io.lintel.sdk.command.RequestDigest;
import io.lintel.sdk.model.Action;
import io.lintel.sdk.model.Change;
import io.lintel.sdk.model.ErrorCode;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.model.Site;
import io.lintel.sdk.organisation.RestoreCustomer;
import io.lintel.sdk.profile.RestoreRules.Restorable;
import java.util.Optional;

/** Brings a deleted customer back: the one command that a deleted customer has left. */
public final class CustomerRestoration extends CustomerEdit {

    private final RestoreCustomer request;

    public CustomerRestoration(RestoreCustomer request) {
        super(request.customer());
        this.request = request;
    }

    @Override
    public Action action() {
        return Action.MANAGE_CUSTOMERS;
    }

    @Override
    public CustomerStatusNeeded customerStatus() {
        return CustomerStatusNeeded.ANY;
    }

    @Override
    public RequestDigest digest() {
        return RequestDigest.of("customer restore").with(request.customer());
    }

    @Override
    Change.Kind edit(CommandContext context, Site site) {
        if (!context.unit().customers().isDeleted(site.customer())) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION, "this customer is in service; there is nothing to restore");
        }
        if (!context.profile(site.customer()).restore().restores(Restorable.CUSTOMER)) {
            throw new ManagerException.Refused(
                    ErrorCode.ILLEGAL_TRANSITION,
                    "this site's profile does not bring customers back; create a new one");
        }
        context.unit().customers().setDeleted(site.customer(), Optional.empty());
        return Change.Kind.CUSTOMER_RESTORED;
    }
}
