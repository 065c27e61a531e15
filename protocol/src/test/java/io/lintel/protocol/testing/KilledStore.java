package io.lintel.protocol.testing;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.statement.ProjectId;
import java.util.List;
import java.util.Optional;

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
    private final Moment moment;
    private int writesLeft;

    /** Lets some writes through; the next one kills. */
    public KilledStore(WalletStore real, int writesLeft, Moment moment) {
        this.real = real;
        this.writesLeft = writesLeft;
        this.moment = moment;
    }

    @Override
    public List<Enrolment> enrolments() {
        return real.enrolments();
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        real.saveEnrolment(project, serial, enrolment);
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        return real.readerCertificates(project, readerTag);
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        boolean last = isLast();
        real.saveReaderCertificate(project, readerTag, readerFingerprint, signedCertificate);
        dieIf(last);
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        return real.resumption(key);
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        boolean last = isLast();
        boolean replaced = real.replaceResumption(key, expectedRevision, next);
        dieIf(last);
        return replaced;
    }

    private boolean isLast() {
        boolean last = writesLeft-- <= 0;
        dieIf(last && moment == Moment.BEFORE_THE_WRITE);
        return last;
    }

    private static void dieIf(boolean last) {
        if (last) {
            throw new Killed();
        }
    }
}
