package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.DhKeyPair;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.checkin.ListNews;
import io.lintel.protocol.revocation.ListDelta;
import io.lintel.protocol.revocation.ListDeltaException;
import io.lintel.protocol.statement.Credential;
import io.lintel.protocol.statement.IssuingKey;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.statement.ProjectTrust;
import io.lintel.protocol.statement.Purpose;
import io.lintel.protocol.statement.ReaderCertificate;
import io.lintel.protocol.statement.RevocationList;
import io.lintel.protocol.statement.Signed;
import io.lintel.protocol.statement.StatementException;
import io.lintel.protocol.tap.ProjectKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One enrolment, checked and ready to tap with: signatures verified once, keys parsed once.
 *
 * @param trust believes no issuing epoch below the minimum of the list
 * @param holder the credential's key pair
 * @param list the newest list of the project that the wallet was given, through whichever enrolment
 */
record Site(
        CryptoSuite suite,
        ProjectTrust trust,
        Signed<Credential> credential,
        DhKeyPair holder,
        List<ProjectKey> projectKeys,
        Optional<Signed<RevocationList>> list,
        String displayName) {

    /**
     * Checks an enrolment whole; fails where any part of it does not belong to the others. Its list holds on when the key
     * that signed it has expired: forgetting whom it revokes would be worse. A list of one group is for readers alone.
     */
    static Site of(CryptoSuite suite, Enrolment enrolment, Instant now) {
        ProjectTrust pinned = ProjectTrust.pin(suite, enrolment.signedRoot(), enrolment.issuingKeys());
        Optional<Signed<RevocationList>> list = enrolment.revocationList().map(pinned::verifyListAsIssued);
        if (list.filter(known -> known.value().group() != RevocationList.ALL_GROUPS)
                .isPresent()) {
            throw new CryptoException();
        }
        ProjectTrust trust = list.map(pinned::withList).orElse(pinned);
        Signed<Credential> credential = trust.verifyCredential(enrolment.signedCredential(), now);
        DhKeyPair holder;
        try (SecretBytes copy = SecretBytes.takeOwnership(enrolment.holderKey().copy())) {
            holder = suite.dhKeyPair(copy);
        }
        if (!credential.value().holderKey().equals(holder.publicKey().encoded())) {
            throw new CryptoException();
        }
        return new Site(suite, trust, credential, holder, enrolment.projectKeys(), list, enrolment.displayName());
    }

    ProjectId project() {
        return trust.project();
    }

    long serial() {
        return credential.value().serial();
    }

    /** Returns the epoch of the list that is enforced here, or 0 without one. */
    long listEpoch() {
        return list.map(known -> known.value().listEpoch()).orElse(0L);
    }

    /**
     * Returns the signed list that a manager sent, whole or as a delta to the one that is enforced here. Nothing about it is
     * verified.
     *
     * @throws ListDeltaException for a delta that does not fit
     */
    Optional<Bytes> list(ListNews news) {
        return news.delta()
                .map(ListDelta::parse)
                .map(delta -> list.map(delta::applyTo).orElseThrow(CryptoException::new))
                .or(news::whole);
    }

    /** Returns this site enforcing another verified list of its project. */
    Site withList(Signed<RevocationList> other) {
        return new Site(suite, trust.withList(other), credential, holder, projectKeys, Optional.of(other), displayName);
    }

    /** Returns whether the credential is not below the minimum issuing epoch of the list. */
    boolean isCredentialRecent() {
        return credential.value().issuingEpoch() >= trust.minimumIssuingEpoch();
    }

    /** Returns an enrolment of this project with this site's list, and with the issuing key that the list needs. */
    Enrolment inform(Enrolment enrolment, Site asItCame) {
        Signed<RevocationList> newest = list.orElseThrow();
        List<Bytes> issuingKeys = new ArrayList<>(enrolment.issuingKeys());
        if (asItCame.listKey(newest.value()).isEmpty()) {
            listKey(newest.value()).map(Signed::bytes).ifPresent(issuingKeys::add);
        }
        return new Enrolment(
                enrolment.displayName(),
                enrolment.signedRoot(),
                issuingKeys,
                enrolment.signedCredential(),
                enrolment.holderKey(),
                enrolment.projectKeys(),
                Optional.of(newest.bytes()));
    }

    /** Returns whether the issuing key of the list came with this enrolment, and not with another of the project. */
    boolean knowsSignerOfList() {
        return list.map(Signed::value).flatMap(this::listKey).isPresent();
    }

    private Optional<Signed<IssuingKey>> listKey(RevocationList signedByIt) {
        return trust.issuingKeys().stream()
                .filter(key ->
                        key.value().purpose() == Purpose.LIST && key.value().epoch() == signedByIt.issuingEpoch())
                .findFirst();
    }

    /** Returns whether this is the same credential as another, and not an older statement of it. */
    boolean replaces(Site other) {
        Credential mine = credential.value();
        Credential theirs = other.credential.value();
        return project().equals(other.project())
                && mine.serial() == theirs.serial()
                && !mine.issued().isBefore(theirs.issued());
    }

    /** Returns those certificates that may be used now; fails where one is not the project's. */
    List<Signed<ReaderCertificate>> good(List<Bytes> signedCertificates, Instant now) {
        return signedCertificates.stream()
                .map(signed -> trust.verifyReaderCertificate(signed, now))
                .filter(certificate -> isGood(certificate, certificate.value().keyFingerprint(), now))
                .toList();
    }

    /** Returns the fingerprint of the key that a certificate of the project names, expired or not. */
    Optional<Bytes> fingerprint(Bytes signedCertificate) {
        try {
            return Optional.of(trust.verifyReaderCertificateAsIssued(signedCertificate)
                    .value()
                    .keyFingerprint());
        } catch (StatementException notOurs) {
            return Optional.empty();
        }
    }

    Optional<ProjectKey> projectKey(int epoch) {
        int minimum = list.map(known -> known.value().minimumKeyEpoch()).orElse(1);
        return projectKeys.stream()
                .filter(key -> key.epoch() == epoch && epoch >= minimum)
                .findFirst();
    }

    /** Returns a reader that may be tapped now, by its certificate. */
    KnownReader verified(Bytes signedCertificate, Instant now) {
        KnownReader reader = KnownReader.of(suite, trust.verifyReaderCertificate(signedCertificate, now));
        if (!isGood(reader, now)) {
            throw new CryptoException();
        }
        return reader;
    }

    /** Returns whether a certificate that was verified once may be used now; costs no signature. */
    boolean isGood(KnownReader reader, Instant now) {
        return isGood(reader.signed(), reader.fingerprint(), now);
    }

    private boolean isGood(Signed<ReaderCertificate> certificate, Bytes fingerprint, Instant now) {
        boolean revoked = list.filter(known -> known.value().revokesReaderKey(fingerprint))
                .isPresent();
        return !revoked && now.isBefore(certificate.value().expires()) && trust.trusts(certificate, now);
    }
}
