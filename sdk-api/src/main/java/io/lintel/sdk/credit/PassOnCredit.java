package io.lintel.sdk.credit;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to move credit from the distributor to one of its customers ({@code CRD-06}).
 *
 * @param customer who gets it, as paid credit
 * @param credits how many, 1 to 1,000,000,000
 */
public record PassOnCredit(CustomerId customer, long credits) {}
