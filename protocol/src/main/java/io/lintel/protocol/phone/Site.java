package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.tap.ProjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One enrolment, checked and ready to tap with: signatures verified once, keys parsed once.
 *
 * @param trust believes no issuing epoch below the minimum of the list
 * @param holder the credential's key pair
 */
record Site(
        CryptoSuite suite,
        ProjectTrust trust,
        Signed<Credential> credential,
        DhKeyPair holder,
        List<ProjectKey> projectKeys,
        Optional<RevocationList> list,
        String displayName) {

    /** Checks an enrolment whole; fails where any part of it does not belong to the others. */
    static Site of(CryptoSuite suite, Enrolment enrolment, Instant now) {
        ProjectTrust pinned = ProjectTrust.pin(suite, enrolment.signedRoot(), enrolment.issuingKeys());
        Optional<Signed<RevocationList>> list =
                enrolment.revocationList().map(signed -> pinned.verifyList(signed, now));
        ProjectTrust trust = list.map(pinned::withList).orElse(pinned);
        Signed<Credential> credential = trust.verifyCredential(enrolment.signedCredential(), now);
        DhKeyPair holder;
        try (SecretBytes copy = SecretBytes.takeOwnership(enrolment.holderKey().copy())) {
            holder = suite.dhKeyPair(copy);
        }
        if (!credential.value().holderKey().equals(holder.publicKey().encoded())) {
            throw new CryptoException();
        }
        return new Site(
                suite,
                trust,
                credential,
                holder,
                enrolment.projectKeys(),
                list.map(Signed::value),
                enrolment.displayName());
    }

    ProjectId project() {
        return trust.project();
    }

    Optional<ProjectKey> projectKey(int epoch) {
        int minimum = list.map(RevocationList::minimumKeyEpoch).orElse(1);
        return projectKeys.stream()
                .filter(key -> key.epoch() == epoch && epoch >= minimum)
                .findFirst();
    }

    /** Returns the verified certificate of a reader that may be tapped now. */
    Signed<ReaderCertificate> verified(Bytes signedCertificate, Instant now) {
        Signed<ReaderCertificate> certificate = trust.verifyReaderCertificate(signedCertificate, now);
        if (!isGood(certificate, now)) {
            throw new CryptoException();
        }
        return certificate;
    }

    /** Returns whether a certificate that was verified once may be used now; costs no signature. */
    boolean isGood(Signed<ReaderCertificate> certificate, Instant now) {
        ReaderCertificate reader = certificate.value();
        boolean revoked = list.filter(known -> known.revokesReaderKey(reader.keyFingerprint()))
                .isPresent();
        return !revoked && now.isBefore(reader.expires()) && trust.trusts(certificate, now);
    }
}
