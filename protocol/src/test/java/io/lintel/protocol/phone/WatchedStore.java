package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.ProjectId;
import java.util.List;
import java.util.Optional;

/** A store that notes every secret of a ratchet that it hands out. */
record WatchedStore(WalletStore real, List<SecretBytes> handedOut) implements WalletStore {
    @Override
    public List<Enrolment> enrolments() {
        return real.enrolments();
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        real.saveEnrolment(project, serial, enrolment);
    }

    @Override
    public void eraseEnrolment(ProjectId project, long serial) {
        real.eraseEnrolment(project, serial);
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        return real.readerCertificates(project, readerTag);
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        real.saveReaderCertificate(project, readerTag, readerFingerprint, signedCertificate);
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        Optional<Resumption> kept = real.resumption(key);
        kept.flatMap(Resumption::ratchet).map(Resumption.State::secret).ifPresent(handedOut::add);
        return kept;
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        return real.replaceResumption(key, expectedRevision, next);
    }

    @Override
    public Optional<Bytes> courierBag(ProjectId project) {
        return real.courierBag(project);
    }

    @Override
    public void saveCourierBag(ProjectId project, Bytes bag) {
        real.saveCourierBag(project, bag);
    }
}
