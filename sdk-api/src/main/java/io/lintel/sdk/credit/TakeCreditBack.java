package io.lintel.sdk.credit;

import io.lintel.sdk.model.CustomerId;

/**
 * Asks to move credit from a customer back to its distributor ({@code CRD-13}). It reaches as far as the customer's paid
 * credit: trial credit cannot be taken.
 *
 * @param customer whose paid credit
 * @param credits how many, 1 to 1,000,000,000
 */
public record TakeCreditBack(CustomerId customer, long credits) {}
