package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.statement.ProjectId;
import java.util.List;
import java.util.Optional;

/** A store whose enrolments can be read, and nothing else any more. */
record FailingWalletStore(WalletStore real) implements WalletStore {
    @Override
    public List<Enrolment> enrolments() {
        return real.enrolments();
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        throw failure();
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        throw failure();
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        throw failure();
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        throw failure();
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        throw failure();
    }

    private static WalletStoreException failure() {
        return new WalletStoreException(WalletStoreException.Code.UNAVAILABLE, "the disk is full");
    }
}
