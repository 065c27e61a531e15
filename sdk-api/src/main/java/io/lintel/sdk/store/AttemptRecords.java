package io.lintel.sdk.store;

import io.lintel.crypto.Bytes;
import java.time.Instant;
import java.util.Optional;

/** How often somebody tried something, for limits that several managers share. */
public interface AttemptRecords {

    /**
     * Attempts within one window.
     *
     * @param since when the first one was made
     * @param count how many
     */
    record Attempts(Instant since, int count) {}

    /** The attempts of a subject, which is a hash: sources and addresses are personal data. */
    Optional<Attempts> find(Bytes subject);

    /** Puts or replaces the attempts of a subject. */
    void put(Bytes subject, Attempts attempts);

    /** Forgets a subject. */
    void forget(Bytes subject);

    /** Forgets every subject whose first attempt was made before an instant. */
    void forgetBefore(Instant instant);
}
