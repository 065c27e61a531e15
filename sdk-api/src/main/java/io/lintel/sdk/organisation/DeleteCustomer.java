package io.lintel.sdk.organisation;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to take a customer out of service: nobody logs in, nothing is issued, activated or renewed, and no credit moves. Its
 * record and its credit stay as they are ({@code ACC-27}). Doors close as the leases of its credentials end; to close them
 * sooner, revoke first.
 *
 * @param customer which
 */
public record DeleteCustomer(CustomerId customer) {}
