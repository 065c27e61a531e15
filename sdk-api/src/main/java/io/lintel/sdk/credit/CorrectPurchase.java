package io.lintel.sdk.credit;

import io.lintel.sdk.model.DistributorId;

/**
 * Asks to take back what the operator sold a distributor by mistake, as a movement of its own: no row is ever edited
 * ({@code CRD-30}). It reaches as far as the distributor's available credit.
 *
 * @param distributor whose credit
 * @param credits how many, 1 to 1,000,000,000
 */
public record CorrectPurchase(DistributorId distributor, long credits) {}
