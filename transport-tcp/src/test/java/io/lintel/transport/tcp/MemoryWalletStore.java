package io.lintel.transport.tcp;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.statement.ProjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A wallet's store in memory, which can be told to fail. */
final class MemoryWalletStore implements WalletStore {
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final Map<Bytes, List<Bytes>> certificates = new HashMap<>();
    private final Map<ResumptionKey, Resumption> resumptions = new HashMap<>();
    private boolean failing;

    synchronized void failFromNowOn() {
        failing = true;
    }

    @Override
    public synchronized List<Enrolment> enrolments() {
        return List.copyOf(enrolments);
    }

    @Override
    public synchronized void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        enrolments.add(enrolment);
    }

    @Override
    public synchronized List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        requireWorking();
        return List.copyOf(certificates.getOrDefault(readerTag, List.of()));
    }

    @Override
    public synchronized void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        certificates.put(readerTag, List.of(signedCertificate));
    }

    @Override
    public synchronized Optional<Resumption> resumption(ResumptionKey key) {
        return Optional.ofNullable(resumptions.get(key));
    }

    @Override
    public synchronized boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        requireWorking();
        long found = resumption(key).map(Resumption::revision).orElse(0L);
        if (found != expectedRevision) {
            return false;
        }
        resumptions.put(key, next);
        return true;
    }

    private void requireWorking() {
        if (failing) {
            throw new WalletStoreException(WalletStoreException.Code.UNAVAILABLE, "the disk is full");
        }
    }
}
