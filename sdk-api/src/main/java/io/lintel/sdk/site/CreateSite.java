package io.lintel.sdk.site;

import io.lintel.crypto.Suite;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.profile.Profile;
import io.lintel.sdk.profile.Profiles;

/**
 * Asks for a new customer with its site.
 *
 * @param name the customer's name, as books and phones show it; 1 to 128 octets of UTF-8
 * @param suite the cipher suite of all its keys
 * @param profile the policy, kept with the site
 * @param distributor who serves the customer
 */
public record CreateSite(String name, Suite suite, Profile profile, DistributorId distributor) {

    /** A site with our recommended policy, served by the operator itself. */
    public static CreateSite of(String name, Suite suite) {
        return new CreateSite(name, suite, Profiles.builtIn(Profiles.DEFAULT), DistributorId.OPERATOR);
    }
}
