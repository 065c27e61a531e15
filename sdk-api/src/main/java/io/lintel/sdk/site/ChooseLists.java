package io.lintel.sdk.site;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks that a site publishes lists for others than before, from a fresh list on.
 *
 * @param customer whose site
 * @param scope for whom
 */
public record ChooseLists(CustomerId customer, ListScope scope) {}
