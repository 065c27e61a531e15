package io.lintel.sdk.organisation;

/**
 * What a distributor's profile shows ({@code CRD-20}).
 *
 * @param distributor the distributor
 * @param availableCredits what it can move to customers
 * @param customers how many customers it serves, deleted ones not counted
 */
public record DistributorOverview(Distributor distributor, long availableCredits, long customers) {}
