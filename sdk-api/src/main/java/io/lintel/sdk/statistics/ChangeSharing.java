package io.lintel.sdk.statistics;

import io.lintel.sdk.model.CustomerId;
import io.lintel.sdk.statistics.Sharing.Position;

/**
 * Asks that a site shares more or less with the operator.
 *
 * @param customer whose site
 * @param statistics where the switch of statistics and support copies shall stand
 * @param crashReports where the switch of crash reports shall stand
 */
public record ChangeSharing(CustomerId customer, Position statistics, Position crashReports) {}
