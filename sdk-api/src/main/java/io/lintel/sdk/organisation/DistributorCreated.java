package io.lintel.sdk.organisation;

import java.util.Optional;

/**
 * A distributor that exists now, without customers ({@code ACC-11}).
 *
 * @param distributor the distributor
 * @param login the number of its first login, if one was made
 */
public record DistributorCreated(Distributor distributor, Optional<Long> login) {}
