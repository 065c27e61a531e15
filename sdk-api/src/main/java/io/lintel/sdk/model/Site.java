package io.lintel.sdk.model;

import io.lintel.crypto.Suite;
import io.lintel.protocol.statement.ProjectId;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One customer's site, which the protocol calls a project: its key set, suite and profile.
 *
 * @param customer whose site
 * @param distributor who serves the customer
 * @param name the customer's name, as books and phones show it; 1 to 128 octets of UTF-8
 * @param project the id that the site's root key gives
 * @param suite the site's cipher suite
 * @param profileName names the policy; the store keeps its text
 * @param profileVersion the policy's edition
 * @param keyEpoch the newest key epoch, from 1
 * @param created when the site was created
 */
public record Site(
        CustomerId customer,
        DistributorId distributor,
        String name,
        ProjectId project,
        Suite suite,
        String profileName,
        int profileVersion,
        int keyEpoch,
        Instant created) {

    /** A phone shows the name, and an activation has room for this much of it. */
    public static final int MAX_NAME_SIZE_BYTES = 128;

    /** Checks the name. */
    public Site {
        Text.required(name, "the site's name");
        if (name.getBytes(StandardCharsets.UTF_8).length > MAX_NAME_SIZE_BYTES) {
            throw new IllegalArgumentException("the site's name is longer than " + MAX_NAME_SIZE_BYTES + " octets");
        }
    }
}
