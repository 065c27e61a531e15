package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;
import java.util.List;

/**
 * Which readers enforce a list, by their receipts, and which may not.
 *
 * @param customer whose readers
 * @param epoch the list's epoch
 * @param readers every reader that ever had a certificate, by number
 */
public record Coverage(CustomerId customer, long epoch, List<ReaderCoverage> readers) {

    /** Copies the readers. */
    public Coverage {
        readers = List.copyOf(readers);
    }

    /** How many readers enforce it. */
    public long enforcing() {
        return readers.stream().filter(ReaderCoverage::enforces).count();
    }
}
