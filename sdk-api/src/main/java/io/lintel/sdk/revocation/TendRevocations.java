package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks for what falls due at a site by time alone: a fresh list in place of one that will expire, proofs that are complete
 * because a bound has passed, and alarms.
 *
 * @param customer whose site
 */
public record TendRevocations(CustomerId customer) {}
