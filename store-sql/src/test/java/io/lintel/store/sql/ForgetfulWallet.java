package io.lintel.store.sql;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.statement.ProjectId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A phone's storage for one session: it remembers the certificates of readers and nothing else, so every tap is cold. */
final class ForgetfulWallet implements WalletStore {

    private final Map<Bytes, Bytes> certificates = new LinkedHashMap<>();

    @Override
    public List<Enrolment> enrolments() {
        return List.of();
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment saved) {}

    @Override
    public void eraseEnrolment(ProjectId project, long serial) {}

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        return List.copyOf(certificates.values());
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        certificates.put(readerFingerprint, signedCertificate);
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        return Optional.empty();
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        return true;
    }
}
