package io.lintel.cli.simulation;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.ProjectKey;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A phone's wallet on the heap. What goes in and what comes out are copies, secrets included, as with a file. */
class PhoneStorage implements WalletStore {
    private final Map<Long, Enrolment> enrolments = new LinkedHashMap<>();
    private final Map<Bytes, Map<Bytes, Bytes>> certificates = new HashMap<>();
    private final Map<ResumptionKey, Resumption> resumptions = new HashMap<>();
    private @Nullable Bytes bag;

    @Override
    public List<Enrolment> enrolments() {
        return enrolments.values().stream().map(PhoneStorage::copy).toList();
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        enrolments.remove(serial);
        enrolments.put(serial, copy(enrolment));
    }

    @Override
    public void eraseEnrolment(ProjectId project, long serial) {
        enrolments.remove(serial);
        resumptions.replaceAll(
                (key, kept) -> key.serial() == serial ? new Resumption(kept.revision() + 1, Optional.empty()) : kept);
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        List<Bytes> newestFirst = new ArrayList<>();
        sharing(readerTag).values().forEach(certificate -> newestFirst.add(0, certificate));
        return newestFirst;
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        Map<Bytes, Bytes> sharing = sharing(readerTag);
        sharing.remove(readerFingerprint);
        sharing.put(readerFingerprint, signedCertificate);
        if (sharing.size() > MAX_CERTIFICATES_PER_TAG) {
            sharing.remove(sharing.keySet().iterator().next());
        }
    }

    private Map<Bytes, Bytes> sharing(Bytes readerTag) {
        return certificates.computeIfAbsent(readerTag, tag -> new LinkedHashMap<>());
    }

    @Override
    public Optional<Bytes> courierBag(ProjectId project) {
        return Optional.ofNullable(bag);
    }

    @Override
    public void saveCourierBag(ProjectId project, Bytes carried) {
        bag = carried.isEmpty() ? null : carried;
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        return Optional.ofNullable(resumptions.get(key)).map(PhoneStorage::copy);
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        Resumption kept = resumptions.get(key);
        if ((kept == null ? 0 : kept.revision()) != expectedRevision) {
            return false;
        }
        resumptions.put(key, copy(next));
        return true;
    }

    private static Enrolment copy(Enrolment enrolment) {
        return new Enrolment(
                enrolment.displayName(),
                enrolment.signedRoot(),
                enrolment.issuingKeys(),
                enrolment.signedCredential(),
                copy(enrolment.holderKey()),
                enrolment.projectKeys().stream()
                        .map(key -> new ProjectKey(key.epoch(), copy(key.key())))
                        .toList(),
                enrolment.revocationList());
    }

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
                                copy(state.secret()))));
    }

    private static SecretBytes copy(SecretBytes secret) {
        return SecretBytes.takeOwnership(secret.copy());
    }
}
