package io.lintel.protocol.activation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhPublicKey;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A grant whose every signature was checked, for a phone to store. The manager is trusted for the root, because its key
 * came with the activation link; everything else has to be what that root vouches for.
 *
 * @param trust the project's pinned root and issuing keys, with the list's minimum issuing epoch
 * @param credential the credential, whose holder key is the phone's
 * @param readerCertificates the certificates that are still good; unmodifiable
 * @param revocationList the list
 */
public record VerifiedGrant(
        ProjectTrust trust,
        Signed<Credential> credential,
        List<Signed<ReaderCertificate>> readerCertificates,
        Optional<Signed<RevocationList>> revocationList) {
    /** A phone takes the list for all groups; one of a single group is for readers of that group alone. */
    private static final Set<Integer> NO_GROUPS = Set.of();

    /** Keeps an unmodifiable copy of the certificates. */
    public VerifiedGrant {
        readerCertificates = List.copyOf(readerCertificates);
    }

    /**
     * Verifies a grant.
     *
     * @param suite the suite of the activation
     * @param holderKey the key that this phone asked to have certified
     * @throws StatementException where a statement in it is malformed or not the project's
     * @throws ActivationException with {@link ActivationException.Code#NOT_AUTHENTIC} where the credential is not this
     *     phone's
     */
    public static VerifiedGrant of(ActivationGrant grant, CryptoSuite suite, DhPublicKey holderKey, Instant now) {
        ProjectTrust pinned = ProjectTrust.pin(suite, grant.signedRoot(), grant.issuingKeys());
        Optional<Signed<RevocationList>> list =
                grant.revocationList().map(signed -> pinned.verifyListFor(NO_GROUPS, signed, now));
        ProjectTrust trust = list.map(pinned::withList).orElse(pinned);
        Signed<Credential> credential = trust.verifyCredential(grant.credential(), now);
        if (!credential.value().holderKey().equals(holderKey.encoded())) {
            throw ActivationException.notAuthentic();
        }
        return new VerifiedGrant(trust, credential, certificates(grant, trust, list, now), list);
    }

    /** A certificate that has expired or whose reader was revoked is not an attack: it is left out. */
    private static List<Signed<ReaderCertificate>> certificates(
            ActivationGrant grant, ProjectTrust trust, Optional<Signed<RevocationList>> list, Instant now) {
        return grant.readerCertificates().stream()
                .map(signed -> trust.verifyReaderCertificate(signed, now))
                .filter(certificate -> now.isBefore(certificate.value().expires()))
                .filter(certificate -> !isRevoked(list, certificate.value().keyFingerprint()))
                .toList();
    }

    private static boolean isRevoked(Optional<Signed<RevocationList>> list, Bytes keyFingerprint) {
        return list.isPresent() && list.get().value().revokesReaderKey(keyFingerprint);
    }
}
