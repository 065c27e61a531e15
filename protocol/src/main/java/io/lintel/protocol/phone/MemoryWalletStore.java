package io.lintel.protocol.phone;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.SecretBytes;
import io.lintel.protocol.statement.ProjectId;
import io.lintel.protocol.tap.ProjectKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A phone's storage on the heap, for tests, benchmarks and simulations: it is gone with the process. What goes in and what comes
 * out are copies, secrets included, as with a file. Thread-safe. A test may extend it to lose or alter what it keeps.
 */
public class MemoryWalletStore implements WalletStore {
    private record Serial(ProjectId project, long serial) {}

    private record Tag(ProjectId project, Bytes tag) {}

    private final Map<Serial, Enrolment> enrolments = new LinkedHashMap<>();
    private final Map<Tag, LinkedHashMap<Bytes, Bytes>> certificates = new HashMap<>();
    private final Map<ResumptionKey, Resumption> resumptions = new HashMap<>();
    private final Map<ProjectId, Bytes> bags = new HashMap<>();

    /** Makes an empty storage. */
    public MemoryWalletStore() {}

    @Override
    public synchronized List<Enrolment> enrolments() {
        return enrolments.values().stream().map(MemoryWalletStore::copy).toList();
    }

    @Override
    public synchronized void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        Serial key = new Serial(project, serial);
        enrolments.remove(key);
        enrolments.put(key, copy(enrolment));
    }

    @Override
    public synchronized void eraseEnrolment(ProjectId project, long serial) {
        enrolments.remove(new Serial(project, serial));
        resumptions.replaceAll((key, kept) -> key.project().equals(project) && key.serial() == serial
                ? new Resumption(kept.revision() + 1, Optional.empty())
                : kept);
    }

    @Override
    public synchronized List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        Map<Bytes, Bytes> sharing = certificates.get(new Tag(project, readerTag));
        if (sharing == null) {
            return List.of();
        }
        List<Bytes> newestFirst = new ArrayList<>(sharing.values());
        Collections.reverse(newestFirst);
        return newestFirst;
    }

    @Override
    public synchronized void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        var sharing = certificates.computeIfAbsent(new Tag(project, readerTag), tag -> new LinkedHashMap<>());
        sharing.remove(readerFingerprint);
        sharing.put(readerFingerprint, signedCertificate);
        if (sharing.size() > MAX_CERTIFICATES_PER_TAG) {
            sharing.remove(sharing.keySet().iterator().next());
        }
    }

    @Override
    public synchronized Optional<Resumption> resumption(ResumptionKey key) {
        return Optional.ofNullable(resumptions.get(key)).map(MemoryWalletStore::copy);
    }

    @Override
    public synchronized boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        Resumption kept = resumptions.get(key);
        long revision = kept == null ? 0 : kept.revision();
        if (revision != expectedRevision) {
            return false;
        }
        resumptions.put(key, copy(next));
        return true;
    }

    @Override
    public synchronized Optional<Bytes> courierBag(ProjectId project) {
        return Optional.ofNullable(bags.get(project));
    }

    @Override
    public synchronized void saveCourierBag(ProjectId project, Bytes bag) {
        if (bag.isEmpty()) {
            bags.remove(project);
        } else {
            bags.put(project, bag);
        }
    }

    /** Returns what is kept of every reader; the secrets stay the storage's. */
    public synchronized Map<ResumptionKey, Resumption> resumptions() {
        return Map.copyOf(resumptions);
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
