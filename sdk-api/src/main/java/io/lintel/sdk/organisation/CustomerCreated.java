package io.lintel.sdk.organisation;

import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.site.SiteCreated;
import java.util.Optional;

/**
 * A customer that exists now.
 *
 * @param site its site
 * @param login the number of its first login, if one was made
 * @param balance its first credit, free and transferred
 */
public record CustomerCreated(SiteCreated site, Optional<Long> login, Buckets balance) {}
