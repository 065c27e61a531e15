package io.lintel.sdk.organisation;

import io.lintel.sdk.model.DistributorId;
import java.time.Instant;
import java.util.Optional;

/**
 * A distributor: the partner that serves customers and moves credit to them ({@code ACC-01}).
 *
 * @param id names it
 * @param name 1 to 200 characters
 * @param code the first half of its customers' system ids, from the agreement ({@code SYS-04}); none where no product of
 *     its needs one
 * @param created when it was created
 */
public record Distributor(DistributorId id, String name, Optional<String> code, Instant created) {}
