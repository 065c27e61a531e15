package io.lintel.sdk.site;

import io.lintel.crypto.Bytes;
import io.lintel.sdk.ledger.Buckets;
import io.lintel.sdk.model.Site;

/**
 * A site that exists now.
 *
 * @param site the site as it was created
 * @param root the signed project root, which pins the project
 * @param managerKey the manager's public static key, which activation links carry
 * @param balance the customer's first credit ({@code CRD-03})
 */
public record SiteCreated(Site site, Bytes root, Bytes managerKey, Buckets balance) {}
