package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.Optional;

/**
 * That a reader enforces less than it has proven: its storage was set back, as by an old image, or its keys are elsewhere, too.
 * What it said before counts no more ({@code spec/revocation.md}, "Receipts").
 *
 * @param customer whose reader
 * @param reader the reader's number
 * @param noticed when the manager got to know
 * @param lostNumber the highest number of a receipt that it gave before; receipts up to it count only over its own link
 * @param lostEpoch the list epoch that its receipt had proven
 * @param epoch the list epoch that it went back to
 * @param after receipts count from now on if the reader's clock shows more in them; empty where it has no clock, so that only
 *     those count that come over its own link
 */
public record SetBack(
        CustomerId customer,
        int reader,
        Instant noticed,
        long lostNumber,
        long lostEpoch,
        long epoch,
        Optional<Instant> after) {}
