package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.protocol.phone.Enrolment;
import io.lintel.protocol.phone.Resumption;
import io.lintel.protocol.phone.ResumptionKey;
import io.lintel.protocol.phone.WalletStore;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.phone.WalletStoreException.Code;
import io.lintel.protocol.statement.ProjectId;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A wallet's storage in two directories: what a backup may hold, and the ratchets, which it must not.
 *
 * <p>Each record is one file, replaced whole and on the disk before a write returns. Thread-safe; any number of
 * processes may share the directories. The files hold private keys and are readable by their owner alone; whoever can
 * read as that user can tap. A failed write of a ratchet may have taken effect: then an attempt is lost, never used
 * twice.
 */
public final class FileWalletStore implements WalletStore {
    private static final String ENROLMENT = ".enrolment";
    private static final String CERTIFICATES = ".readers";
    private static final String RESUMPTION = ".ratchet";

    private final DurableDirectory kept;
    private final DurableDirectory notBackedUp;
    private final DirectoryLock keptLock;
    private final DirectoryLock ratchetLock;
    private final String place;

    private FileWalletStore(DurableDirectory kept, DurableDirectory notBackedUp) {
        this.kept = kept;
        this.notBackedUp = notBackedUp;
        this.keptLock = new DirectoryLock(kept);
        this.ratchetLock = new DirectoryLock(notBackedUp);
        this.place = Place.of(notBackedUp);
    }

    /**
     * Opens the wallet in {@code directory}, which is made if it is not there. The ratchets are in its directory {@code
     * no-backup}, which says so to backup programs.
     *
     * @throws WalletStoreException if the directories cannot be had
     */
    public static FileWalletStore open(Path directory) {
        return open(directory, directory.resolve("no-backup"));
    }

    /**
     * Opens the wallet in two directories, made if they are not there; on Android, {@code getFilesDir()} and {@code
     * getNoBackupFilesDir()}.
     *
     * @throws WalletStoreException if the directories cannot be had
     */
    public static FileWalletStore open(Path kept, Path notBackedUp) {
        return asWalletStore(() -> {
            FileWalletStore store =
                    new FileWalletStore(DurableDirectory.open(kept), DurableDirectory.open(notBackedUp));
            CacheTag.put(store.notBackedUp);
            return store;
        });
    }

    @Override
    public List<Enrolment> enrolments() {
        return asWalletStore(() -> enrolmentFiles().stream()
                .sorted(Comparator.comparingLong(EnrolmentFile::order))
                .map(EnrolmentFile::enrolment)
                .toList());
    }

    @Override
    public void saveEnrolment(ProjectId project, long serial, Enrolment enrolment) {
        locked(keptLock, () -> {
            long last = enrolmentFiles().stream()
                    .mapToLong(EnrolmentFile::order)
                    .max()
                    .orElse(0);
            write(
                    kept,
                    FileKind.ENROLMENT,
                    name(project, serial) + ENROLMENT,
                    new EnrolmentFile(last + 1, enrolment).encode());
            return true;
        });
    }

    @Override
    public List<Bytes> readerCertificates(ProjectId project, Bytes readerTag) {
        return asWalletStore(() -> certificates(project, readerTag).certificates());
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
        return asWalletStore(() -> ratchet(key));
    }

    @Override
    public boolean replaceResumption(ResumptionKey key, long expectedRevision, Resumption next) {
        if (next.revision() <= expectedRevision) {
            throw new IllegalArgumentException("a revision only goes up");
        }
        return locked(ratchetLock, () -> {
            long found = ratchet(key).map(Resumption::revision).orElse(0L);
            if (found != expectedRevision) {
                return false;
            }
            write(notBackedUp, FileKind.RESUMPTION, name(key), new ResumptionFile(place, next).encode());
            return true;
        });
    }

    private List<EnrolmentFile> enrolmentFiles() {
        return kept.names(ENROLMENT).stream()
                .flatMap(
                        name -> kept
                                .read(FileKind.ENROLMENT, name)
                                .map(content -> EnrolmentFile.decode(content, kept.path(name)))
                                .stream())
                .toList();
    }

    private CertificatesFile certificates(ProjectId project, Bytes readerTag) {
        String name = name(project, readerTag) + CERTIFICATES;
        return kept.read(FileKind.READER_CERTIFICATES, name)
                .map(content -> CertificatesFile.decode(content, kept.path(name)))
                .orElse(CertificatesFile.NONE);
    }

    private Optional<Resumption> ratchet(ResumptionKey key) {
        String name = name(key);
        return notBackedUp
                .read(FileKind.RESUMPTION, name)
                .map(content ->
                        ResumptionFile.decode(content, notBackedUp.path(name)).readAt(place));
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
        return asWalletStore(() -> lock.whileHeld(work));
    }

    private static <T> T asWalletStore(Supplier<T> work) {
        try {
            return work.get();
        } catch (FileStoreException e) {
            throw new WalletStoreException(code(e), String.valueOf(e.getMessage()), e);
        }
    }

    private static Code code(FileStoreException failure) {
        if (failure instanceof FileStoreException.Corrupt) {
            return Code.CORRUPT;
        }
        return failure instanceof FileStoreException.NewerFormat ? Code.UNKNOWN_FORMAT : Code.UNAVAILABLE;
    }
}
