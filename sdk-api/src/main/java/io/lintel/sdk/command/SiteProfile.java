package io.lintel.sdk.command;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.model.ManagerException;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;
import io.lintel.sdk.store.UnitOfWork;

/** The policy of a site, for what is read without a command. */
public final class SiteProfile {

    private SiteProfile() {}

    /** The profile of a customer's site. */
    public static Profile of(UnitOfWork unit, CustomerId customer) {
        if (unit.sites().find(customer).isEmpty()) {
            throw new ManagerException.NotFound("site " + customer);
        }
        return Profiles.parse(unit.sites().foundation(customer).profile());
    }
}
