package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to end the wait for phones whose credentials' leases have ended: those open nothing any more.
 *
 * @param customer whose credentials
 */
public record ConfirmEndedLeases(CustomerId customer) {}
