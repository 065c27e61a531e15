package io.lintel.sdk.credit;

import io.lintel.sdk.model.DistributorId;

/**
 * Asks to credit a distributor with what it bought from the operator ({@code CRD-07}).
 *
 * @param distributor who bought
 * @param credits how many, 1 to 1,000,000,000
 */
public record PurchaseCredit(DistributorId distributor, long credits) {}
