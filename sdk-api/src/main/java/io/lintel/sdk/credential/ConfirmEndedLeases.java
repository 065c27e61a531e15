package io.lintel.sdk.credential;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to end the wait for phones whose credentials open nothing any more, such as because their leases have ended.
 *
 * @param customer whose credentials
 */
public record ConfirmEndedLeases(CustomerId customer) {}
