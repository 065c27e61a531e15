package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.statement.ProjectId;
import java.util.List;
import java.util.Optional;

/**
 * The port to the phone's storage. Every write is durable before the method returns and whole or not at all; every failure
 * is a {@link WalletStoreException}, which says whether the write may be found all the same. Several processes may share one
 * store. Thread-safe.
 *
 * <p>A store keeps copies of the secrets that it is given and returns copies: whoever holds one destroys it after use.
 */
public interface WalletStore {
    /**
     * Returns every enrolment that is whole, oldest first. A damaged one is left out, and the store has its own way to show
     * it: it must not take the others away.
     */
    List<Enrolment> enrolments();

    /** Adds an enrolment, in place of one with the same project and serial, damaged or not. Kept outside backups. */
    void saveEnrolment(ProjectId project, long serial, Enrolment enrolment);

    /**
     * Erases an enrolment with its secrets, damaged or not, and empties every ratchet of that credential. Where it fails
     * half-way it is repeated.
     */
    void eraseEnrolment(ProjectId project, long serial);

    /** Returns the signed reader certificates under a tag, at most {@link #MAX_CERTIFICATES_PER_TAG}, newest first. */
    List<Bytes> readerCertificates(ProjectId project, Bytes readerTag);

    /** Adds a signed reader certificate, in place of one for the same reader key; the oldest of nine leaves. */
    void saveReaderCertificate(ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate);

    /** Returns what is kept of a reader, or empty before its first tap. Kept outside backups. */
    Optional<Resumption> resumption(ResumptionKey key);

    /**
     * Replaces what is kept of a reader if nobody else has in the meantime.
     *
     * @param expectedRevision the revision that was read, 0 where there was none
     * @return whether it was replaced; {@code false} changes nothing
     */
    boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next);

    /**
     * Returns what the phone carries for a project's readers and manager, as {@link #saveCourierBag} got it; empty without
     * any. It is no secret, and losing it costs only work: a store that keeps none has a phone that carries nothing.
     */
    default Optional<Bytes> courierBag(ProjectId project) {
        return Optional.empty();
    }

    /** Replaces what the phone carries for a project, at most 64 KiB; no octets erase it. */
    default void saveCourierBag(ProjectId project, Bytes bag) {
        // Nothing is kept, as courierBag says.
    }

    /** Most certificates that share a tag (spec/protocol.md 4.1). */
    int MAX_CERTIFICATES_PER_TAG = 8;
}
