package io.lintel.store.file;

import io.lintel.crypto.Bytes;
import io.lintel.crypto.CryptoException;
import io.lintel.crypto.CryptoSuite;
import io.lintel.crypto.SecretBytes;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The activations that a wallet began and has no credential of yet, in files beside its enrolments, where
 * backups do not look. Thread-safe; several
 * processes may share the directory.
 *
 * <p>A manager may redeem a code and its answer get lost. Holder key and request id are therefore durable before a
 * request leaves: whoever repeats it gets the same credential, whoever makes new ones has lost it. The code itself is not
 * stored; its hash names the file.
 *
 * <p>Throws {@link FileStoreException} where a file cannot be read or written.
 */
public final class FilePendingActivations {
    private static final String SUFFIX = ".activation";
    private static final int NAME_SIZE = 16;

    private final DurableDirectory directory;
    private final DirectoryLock lock;

    private FilePendingActivations(DurableDirectory directory) {
        this.directory = directory;
        this.lock = new DirectoryLock(directory);
    }

    /**
     * Opens the activations of the wallet in {@code directory}, which is made if it is not there; they are in its directory
     * {@code no-backup}.
     */
    public static FilePendingActivations open(Path directory) {
        return openIn(WalletPlaces.notBackedUp(directory));
    }

    /**
     * Opens the activations of a wallet whose secrets are in {@code notBackedUp}, which is made if it is not there; on
     * Android, {@code getNoBackupFilesDir()}.
     */
    public static FilePendingActivations openIn(Path notBackedUp) {
        return new FilePendingActivations(WalletPlaces.openNotBackedUp(notBackedUp));
    }

    /**
     * Returns what was begun with a code, or begins it; durable when this returns. The caller closes it.
     *
     * @param suite the suite of the activation
     * @param managerKey the key of the manager that is asked: a code means something else at another
     * @param code the 20 characters
     * @param requestIds draws a request id of 16 octets
     */
    public PendingActivation begin(CryptoSuite suite, Bytes managerKey, String code, Supplier<Bytes> requestIds) {
        String name = name(suite, managerKey, code);
        return lock.whileHeld(() -> load(suite, name).orElseGet(() -> {
            PendingActivation begun = new PendingActivation(suite.generateDhKeyPair(), requestIds.get());
            store(name, begun);
            return begun;
        }));
    }

    /** Forgets what was begun with a code: its credential is durable, or its manager has said for good that
     * it will never come. */
    public void end(CryptoSuite suite, Bytes managerKey, String code) {
        lock.whileHeld(() -> {
            directory.delete(name(suite, managerKey, code));
            return true;
        });
    }

    private Optional<PendingActivation> load(CryptoSuite suite, String name) {
        return directory
                .read(FileKind.PENDING_ACTIVATION, name)
                .map(content -> decode(suite, content, directory.path(name)));
    }

    static PendingActivation decode(CryptoSuite suite, byte[] content, Path file) {
        return ContentReader.read(content, file, in -> {
            try (SecretBytes holder = in.secret()) {
                return new PendingActivation(suite.dhKeyPair(holder), in.bytes());
            } catch (CryptoException notAKey) {
                throw new IllegalArgumentException("no key pair", notAKey);
            }
        });
    }

    private void store(String name, PendingActivation activation) {
        try (ContentWriter out = new ContentWriter();
                SecretBytes holder = activation.holder().privateKey().encoded()) {
            byte[] content = out.secret(holder).bytes(activation.requestId()).content();
            try {
                directory.write(FileKind.PENDING_ACTIVATION, name, content);
            } finally {
                Arrays.fill(content, (byte) 0);
            }
        }
    }

    private static String name(CryptoSuite suite, Bytes managerKey, String code) {
        Bytes context = Bytes.concat(
                Bytes.utf8("lintel/1/pending-activation"),
                Bytes.of(0, suite.id().id()));
        Bytes hash = suite.sha256(context, managerKey, Bytes.utf8(code));
        return hash.slice(0, NAME_SIZE).toHex() + SUFFIX;
    }
}
