package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.statement.ProjectId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wallet's storage in two directories: what a backup may hold, which is reader certificates, and what it must not, which
 * is every secret: enrolments with their private keys, and ratchets; and what the phone carries, which shows where it was. A wallet that is restored from a backup has to be
 * activated again.
 *
 * <p>Each record is one file, replaced whole and on the disk before a write returns. Thread-safe; any number of
 * processes may share the directories. The files hold private keys and are readable by their owner alone; whoever can
 * read as that user can tap. A failed write of a ratchet may have taken effect: then an attempt is lost, never used
 * twice.
 */
public final class FileWalletStore implements WalletStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileWalletStore.class);

    private static final String CERTIFICATES = ".readers";
    private static final String RESUMPTION = ".ratchet";
    private static final String COURIER_BAG = ".courier";

    /** Reads of a file that others replace all the while, before that is an error. */
    private static final int MAX_LOOKS = 64;

    private final DurableDirectory kept;
    private final DurableDirectory notBackedUp;
    private final DirectoryLock keptLock;
    private final DirectoryLock secretsLock;
    private final Place place;

    private FileWalletStore(DurableDirectory kept, DurableDirectory notBackedUp) {
        this.kept = kept;
        this.notBackedUp = notBackedUp;
        this.keptLock = new DirectoryLock(kept);
        this.secretsLock = new DirectoryLock(notBackedUp);
        this.place = new Place(notBackedUp);
    }

    /**
     * Opens the wallet in {@code directory}, which is made if it is not there. The secrets are in its directory {@code
     * no-backup}, which says so to backup programs.
     *
     * @throws WalletStoreException if the directories cannot be had
     */
    public static FileWalletStore open(Path directory) {
        return open(directory, WalletPlaces.notBackedUp(directory));
    }

    /**
     * Opens the wallet in two directories, made if they are not there; on Android, {@code getFilesDir()} and {@code
     * getNoBackupFilesDir()}.
     *
     * @throws WalletStoreException if the directories cannot be had
     */
    public static FileWalletStore open(Path kept, Path notBackedUp) {
        return WalletFailures.translated(
                () -> new FileWalletStore(DurableDirectory.open(kept), WalletPlaces.openNotBackedUp(notBackedUp)));
    }

    /** {@inheritDoc} One that cannot be read is logged and left out; see {@link #unreadableEnrolments}. */
    @Override
    public List<Enrolment> enrolments() {
        return WalletFailures.translated(() -> {
            EnrolmentFiles found = EnrolmentFiles.in(notBackedUp);
            found.unreadable().forEach(file -> LOG.warn("an enrolment is left out: {}", file.reason()));
            return found.oldestFirst();
        });
    }

    /**
     * Returns the enrolments that {@link #enrolments} leaves out, for a person to see.
     *
     * @throws WalletStoreException if the directory or a file cannot be read at all
     */
    public List<UnreadableEnrolment> unreadableEnrolments() {
        return WalletFailures.translated(() -> EnrolmentFiles.in(notBackedUp).unreadable());
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        locked(secretsLock, () -> {
            long order = EnrolmentFiles.in(notBackedUp).lastOrder() + 1;
            write(
                    notBackedUp,
                    FileKind.ENROLMENT,
                    name(project, serial) + EnrolmentFiles.SUFFIX,
                    new EnrolmentFile(order, enrolment).encode());
            return true;
        });
    }

    @Override
    public void eraseEnrolment(ProjectId project, long serial) {
        locked(secretsLock, () -> {
            String name = name(project, serial);
            notBackedUp.delete(name + EnrolmentFiles.SUFFIX);
            notBackedUp.names(RESUMPTION).stream()
                    .filter(ratchet -> ratchet.startsWith(name + "-"))
                    .forEach(this::emptyRatchet);
            return true;
        });
    }

    /** One that cannot be read goes: it could not have been used. */
    private void emptyRatchet(String name) {
        Path file = notBackedUp.path(name);
        try {
            notBackedUp
                    .read(FileKind.RESUMPTION, name)
                    .map(content -> ResumptionFile.decode(content, file).resumption())
                    .map(held -> new Resumption(held.revision() + 1, Optional.empty()))
                    .ifPresent(next -> notBackedUp.write(
                            FileKind.RESUMPTION,
                            name,
                            written ->
                                    ResumptionFile.at(place.of(written), next).encode()));
        } catch (FileStoreException.Corrupt | FileStoreException.NewerFormat unreadable) {
            notBackedUp.delete(name);
        }
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        return WalletFailures.translated(() -> certificates(project, readerTag).certificates());
    }

    @Override
    public void saveReaderCertificate(
            ProjectId project, Bytes readerTag, Bytes readerFingerprint, Bytes signedCertificate) {
        CertificatesFile.Entry entry = new CertificatesFile.Entry(readerFingerprint, signedCertificate);
        locked(keptLock, () -> {
            CertificatesFile next = certificates(project, readerTag).with(entry, MAX_CERTIFICATES_PER_TAG);
            write(kept, FileKind.READER_CERTIFICATES, name(project, readerTag) + CERTIFICATES, next.encode());
            return true;
        });
    }

    @Override
    public Optional<Resumption> resumption(ResumptionKey key) {
        return WalletFailures.translated(() -> {
            Optional<Resumption> seen = ratchet(key);
            boolean copied = seen.isPresent() && seen.get().ratchet().isEmpty();
            // File systems give inodes out again: two writes between our looks can pair one file's content with
            // another's
            // place, which looks like a copy. Nobody writes under the lock.
            return copied ? secretsLock.whileHeld(() -> ratchet(key)) : seen;
        });
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        if (next.revision() <= expectedRevision) {
            throw new IllegalArgumentException("a revision only goes up");
        }
        return locked(secretsLock, () -> {
            long found = ratchet(key).map(Resumption::revision).orElse(0L);
            if (found != expectedRevision) {
                return false;
            }
            notBackedUp.write(
                    FileKind.RESUMPTION,
                    name(key),
                    file -> ResumptionFile.at(place.of(file), next).encode());
            return true;
        });
    }

    /** {@inheritDoc} One that cannot be read is as good as none, and gives way to the next. */
    @Override
    public Optional<Bytes> courierBag(ProjectId project) {
        return WalletFailures.translated(() -> {
            try {
                return notBackedUp.read(FileKind.COURIER_BAG, bagName(project)).map(Bytes::copyOf);
            } catch (FileStoreException.Corrupt | FileStoreException.NewerFormat unreadable) {
                LOG.warn("what the phone carried is lost: {}", unreadable.getMessage());
                return Optional.empty();
            }
        });
    }

    @Override
    public void saveCourierBag(ProjectId project, Bytes bag) {
        locked(secretsLock, () -> {
            if (bag.isEmpty()) {
                notBackedUp.delete(bagName(project));
            } else {
                write(notBackedUp, FileKind.COURIER_BAG, bagName(project), bag.toByteArray());
            }
            return true;
        });
    }

    private static String bagName(ProjectId project) {
        return project.value().toHex() + COURIER_BAG;
    }

    private CertificatesFile certificates(ProjectId project, Bytes readerTag) {
        String name = name(project, readerTag) + CERTIFICATES;
        return kept.read(FileKind.READER_CERTIFICATES, name)
                .map(content -> CertificatesFile.decode(content, kept.path(name)))
                .orElse(CertificatesFile.NONE);
    }

    private Optional<Resumption> ratchet(ResumptionKey key) {
        String name = name(key);
        Path file = notBackedUp.path(name);
        for (int look = 0; look < MAX_LOOKS; look++) {
            Optional<String> here = place.of(file);
            Optional<ResumptionFile> found =
                    notBackedUp.read(FileKind.RESUMPTION, name).map(content -> ResumptionFile.decode(content, file));
            if (place.of(file).equals(here)) {
                return found.map(record -> record.readAt(here));
            }
        }
        throw new FileStoreException.Busy(file);
    }

    private static void write(DurableDirectory directory, FileKind kind, String name, byte[] content) {
        try {
            directory.write(kind, name, content);
        } finally {
            Arrays.fill(content, (byte) 0);
        }
    }

    private static String name(ProjectId project, long serial) {
        return project.value().toHex() + "-" + String.format(Locale.ROOT, "%016x", serial);
    }

    private static String name(ProjectId project, Bytes readerTag) {
        return project.value().toHex() + "-" + readerTag.toHex();
    }

    private static String name(ResumptionKey key) {
        return name(key.project(), key.serial()) + "-" + key.readerFingerprint().toHex() + RESUMPTION;
    }

    private static <T> T locked(DirectoryLock lock, Supplier<T> work) {
        return WalletFailures.translated(() -> lock.whileHeld(work));
    }
}
