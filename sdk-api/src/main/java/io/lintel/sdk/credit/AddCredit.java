package io.lintel.sdk.credit;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to sell credit to a customer's distributor and to pass it on to the customer, both or neither. It takes the
 * rights for both, so only the host has it.
 *
 * @param customer who gets it, as paid credit
 * @param credits how many, 1 to 1,000,000,000
 */
public record AddCredit(CustomerId customer, long credits) {}
