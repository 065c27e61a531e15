package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;

/**
 * Says that, since the database was put back, every reader at the site's doors is known again: each that had got its keys
 * meanwhile was enrolled anew, or is no longer at a door.
 *
 * @param customer whose site
 */
public record ReviewReaders(CustomerId customer) {}
