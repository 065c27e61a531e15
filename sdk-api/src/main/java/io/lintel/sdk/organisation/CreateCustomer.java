package io.lintel.sdk.organisation;

import io.lintel.crypto.Suite;
import io.lintel.sdk.model.DistributorId;
import io.lintel.sdk.model.TypedSecret;
import io.lintel.sdk.profile.Profile;
import java.util.Optional;

/**
 * Asks for a new customer with its site: all four steps at once ({@code ACC-13}). Whether a repetition is the same request
 * does not depend on system key and password, of which nothing comparable is kept.
 *
 * @param distributor who serves the customer
 * @param foundation what the site is built on
 * @param system step 1
 * @param contact step 2
 * @param password step 2: makes the contact's e-mail address a login; none makes no login ({@code ACC-18}, {@code ACC-19},
 *     {@code C-14}); stays the caller's to close
 * @param keys step 3
 * @param transfer step 3: credits that the distributor gives at once, 0 for none ({@code CRD-09})
 */
public record CreateCustomer(
        DistributorId distributor,
        Foundation foundation,
        SystemEntry system,
        Contact contact,
        Optional<TypedSecret> password,
        KeyEntry keys,
        long transfer) {

    /**
     * What never changes about a site.
     *
     * @param suite the cipher suite of all its keys
     * @param profile the policy, kept with the site
     */
    public record Foundation(Suite suite, Profile profile) {}
}
