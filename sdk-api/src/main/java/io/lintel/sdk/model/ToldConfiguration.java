package io.lintel.sdk.model;

import java.time.Duration;
import java.util.Optional;

/**
 * What a configuration told a reader, as far as it bounds how long a revoked credential may open there.
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param revision the configuration's revision
 * @param lag how far the reader's clock may be behind at the worst; empty where it says nothing of that
 * @param staleFor how long the reader goes by a list that has expired, zero where not at all; empty for ever
 */
public record ToldConfiguration(
        CustomerId customer, int reader, long revision, Optional<Duration> lag, Optional<Duration> staleFor) {}
