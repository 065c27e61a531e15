package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.statement.ProjectId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A phone's storage of which some operations fail.
 *
 * @param real the storage behind it
 * @param failing what fails from now on; a test adds to it while a tap is under way
 */
public record FaultyWalletStore(WalletStore real, Set<Operation> failing) implements WalletStore {
    /** What a store is asked for. */
    public enum Operation {
        SAVE_ENROLMENT,
        ERASE_ENROLMENT,
        READ_CERTIFICATES,
        SAVE_CERTIFICATE,
        READ_RATCHET,
        REPLACE_RATCHET,
        READ_BAG,
        SAVE_BAG
    }

    /** Returns a view of a store in which nothing fails yet. */
    public static FaultyWalletStore of(WalletStore real) {
        return new FaultyWalletStore(real, EnumSet.noneOf(Operation.class));
    }

    @Override
    public List<Enrolment> enrolments() {
        return real.enrolments();
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        attempt(Operation.SAVE_ENROLMENT);
        real.saveEnrolment(project, serial, enrolment);
    }

    @Override
    public void eraseEnrolment(ProjectId project, long serial) {
        attempt(Operation.ERASE_ENROLMENT);
        real.eraseEnrolment(project, serial);
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        attempt(Operation.READ_CERTIFICATES);
        return real.readerCertificates(project, readerTag);
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        attempt(Operation.SAVE_CERTIFICATE);
        real.saveReaderCertificate(project, readerTag, readerFingerprint, signedCertificate);
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        attempt(Operation.READ_RATCHET);
        return real.resumption(key);
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        attempt(Operation.REPLACE_RATCHET);
        return real.replaceResumption(key, expectedRevision, next);
    }

    @Override
    public Optional<Bytes> courierBag(ProjectId project) {
        attempt(Operation.READ_BAG);
        return real.courierBag(project);
    }

    @Override
    public void saveCourierBag(ProjectId project, Bytes bag) {
        attempt(Operation.SAVE_BAG);
        real.saveCourierBag(project, bag);
    }

    private void attempt(Operation operation) {
        if (failing.contains(operation)) {
            throw new WalletStoreException(WalletStoreException.Code.UNAVAILABLE, "the disk is full");
        }
    }
}
