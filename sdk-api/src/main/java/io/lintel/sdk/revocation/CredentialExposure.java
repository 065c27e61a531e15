package io.lintel.sdk.revocation;

import io.lintel.sdk.model.CustomerId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Which readers enforce the revocation of a credential, and until when, at the worst, it could still open one.
 *
 * @param customer whose credential
 * @param serial the credential
 * @param stage how far its revocation has come
 * @param revocation since when it is revoked; empty where it is not
 * @param bound until when it may open a door; {@link Bound.Unbounded} for one that is not revoked and may open doors
 * @param readers each reader that it was ever signed for, by number; empty where it is not revoked
 */
public record CredentialExposure(
        CustomerId customer,
        long serial,
        RevocationStage stage,
        Optional<Revocation> revocation,
        Bound bound,
        List<ReaderExposure> readers) {

    /** Copies the readers. */
    public CredentialExposure {
        readers = List.copyOf(readers);
    }

    /** Whether it certainly opens nothing at an instant. */
    public boolean isOver(Instant now) {
        return bound.isOver(now);
    }
}
