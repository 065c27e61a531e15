package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.statement.ProjectId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** One process's view of a store: the process is killed just before, or just after, one of its writes. */
public final class KilledStore implements WalletStore {
    /** The process is gone; nothing after the write happened. */
    public static final class Killed extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** Where the process dies. */
    public enum Moment {
        BEFORE_THE_WRITE,
        AFTER_THE_WRITE
    }

    private final WalletStore real;
    private final Death death;

    /** Lets some writes through; the next one kills. */
    public KilledStore(WalletStore real, int writesLeft, Moment moment) {
        this(real, new Death(writesLeft, moment));
    }

    /** Shares its death with the process's other stores. */
    public KilledStore(WalletStore real, Death death) {
        this.real = real;
        this.death = death;
    }

    @Override
    public List<Enrolment> enrolments() {
        return real.enrolments();
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        death.around(() -> real.saveEnrolment(project, serial, enrolment));
    }

    @Override
    public void eraseEnrolment(ProjectId project, long serial) {
        death.around(() -> real.eraseEnrolment(project, serial));
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        return real.readerCertificates(project, readerTag);
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        death.around(() -> real.saveReaderCertificate(project, readerTag, readerFingerprint, signedCertificate));
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        return real.resumption(key);
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        AtomicBoolean replaced = new AtomicBoolean();
        death.around(() -> replaced.set(real.replaceResumption(key, expectedRevision, next)));
        return replaced.get();
    }

    @Override
    public Optional<Bytes> courierBag(ProjectId project) {
        return real.courierBag(project);
    }

    @Override
    public void saveCourierBag(ProjectId project, Bytes bag) {
        death.around(() -> real.saveCourierBag(project, bag));
    }
}
