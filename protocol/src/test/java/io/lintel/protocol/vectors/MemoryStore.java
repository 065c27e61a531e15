package io.lintel.protocol.vectors;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.statement.ProjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A phone's storage in memory, which outlives the wallet's process as a file would. */
final class MemoryStore implements WalletStore {
    private final List<Enrolment> enrolments = new ArrayList<>();
    private final Map<Bytes, List<Bytes>> certificates = new HashMap<>();
    private final Map<ResumptionKey, Resumption> resumptions = new HashMap<>();

    @Override
    public List<Enrolment> enrolments() {
        return List.copyOf(enrolments);
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        enrolments.add(enrolment);
    }

    @Override
    public void eraseEnrolment(ProjectId project, long serial) {
        throw new UnsupportedOperationException("no vector deletes a credential");
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        return List.copyOf(certificates.getOrDefault(readerTag, List.of()));
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        List<Bytes> known = certificates.computeIfAbsent(readerTag, tag -> new ArrayList<>());
        known.remove(signedCertificate);
        known.add(0, signedCertificate);
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        return Optional.ofNullable(resumptions.get(key)).map(MemoryStore::copy);
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        Resumption held = resumptions.get(key);
        if ((held == null ? 0 : held.revision()) != expectedRevision) {
            return false;
        }
        resumptions.put(key, copy(next));
        return true;
    }

    /** The caller may destroy the secret that it got or gave. */
    private static Resumption copy(Resumption resumption) {
        return new Resumption(
                resumption.revision(),
                resumption
                        .ratchet()
                        .map(state -> new Resumption.State(
                                state.stateEpoch(),
                                state.keyEpoch(),
                                state.credentialReference(),
                                state.nextAttempt(),
                                SecretBytes.takeOwnership(state.secret().copy()))));
    }
}
