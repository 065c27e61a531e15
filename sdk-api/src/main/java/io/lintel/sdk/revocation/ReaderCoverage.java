package io.lintel.sdk.revocation;

import java.time.Instant;
import java.util.Optional;

/**
 * What one reader is known to enforce.
 *
 * @param reader the reader's number
 * @param name its name
 * @param removed whether it was removed from the site: it counts until its receipt comes
 * @param receipt its newest receipt; empty where none ever came
 * @param setBack that it was set back; empty where it never was, or has proven since what it had proven before
 * @param since for the epoch that was asked for, when the first receipt came that shows it; empty where none does
 * @param enforces whether a receipt, or its certificate of a later day, shows that it enforces the list or a later one
 * @param openUntil until when a credential that this list revokes could still open it; see {@link Bound}
 */
public record ReaderCoverage(
        int reader,
        String name,
        boolean removed,
        Optional<KnownReceipt> receipt,
        Optional<SetBack> setBack,
        Optional<Instant> since,
        Bound openUntil,
        boolean enforces) {}
