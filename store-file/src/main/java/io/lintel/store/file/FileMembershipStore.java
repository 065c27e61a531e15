package io.lintel.store.file;

import io.lintel.protocol.phone.Membership;
import io.lintel.protocol.phone.MembershipStore;
import io.lintel.protocol.phone.WalletStoreException;
import io.lintel.protocol.statement.ProjectId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A wallet's memberships in files beside its enrolments, where backups do not look: a restored number would be an old one.
 * Each is one file, replaced whole and on the disk before a write returns. Thread-safe; several processes may share the
 * directory.
 */
public final class FileMembershipStore implements MembershipStore {
    private static final Logger LOG = LoggerFactory.getLogger(FileMembershipStore.class);

    private static final String SUFFIX = ".membership";

    private final DurableDirectory directory;
    private final DirectoryLock lock;

    private FileMembershipStore(DurableDirectory directory) {
        this.directory = directory;
        this.lock = new DirectoryLock(directory);
    }

    /**
     * Opens the memberships of the wallet in {@code directory}, which is made if it is not there; they are in its directory
     * {@code no-backup}.
     *
     * @throws WalletStoreException if the directory cannot be had
     */
    public static FileMembershipStore open(Path directory) {
        return openIn(WalletPlaces.notBackedUp(directory));
    }

    /**
     * Opens the memberships of a wallet whose secrets are in {@code notBackedUp}, which is made if it is not there; on
     * Android, {@code getNoBackupFilesDir()}.
     *
     * @throws WalletStoreException if the directory cannot be had
     */
    public static FileMembershipStore openIn(Path notBackedUp) {
        return WalletFailures.translated(() -> new FileMembershipStore(WalletPlaces.openNotBackedUp(notBackedUp)));
    }

    /** {@inheritDoc} One that is damaged is logged and left out: its credential has to be activated again to check in. */
    @Override
    public List<Membership> memberships() {
        return WalletFailures.translated(() -> {
            List<Membership> memberships = new ArrayList<>();
            for (String name : directory.names(SUFFIX)) {
                try {
                    read(name).ifPresent(memberships::add);
                } catch (FileStoreException.Corrupt | FileStoreException.NewerFormat wrong) {
                    LOG.warn("a membership is left out: {}", wrong.getMessage());
                }
            }
            return List.copyOf(memberships);
        });
    }

    @Override
    public Optional<Membership> membership(ProjectId project, long serial) {
        return WalletFailures.translated(() -> read(name(project, serial)));
    }

    @Override
    public void saveMembership(Membership membership) {
        WalletFailures.translated(() -> lock.whileHeld(() -> {
            byte[] content = MembershipFile.encode(membership);
            try {
                directory.write(FileKind.MEMBERSHIP, name(membership.project(), membership.serial()), content);
            } finally {
                Arrays.fill(content, (byte) 0);
            }
            return true;
        }));
    }

    @Override
    public void eraseMembership(ProjectId project, long serial) {
        WalletFailures.translated(() -> lock.whileHeld(() -> {
            directory.delete(name(project, serial));
            return true;
        }));
    }

    private Optional<Membership> read(String name) {
        return directory
                .read(FileKind.MEMBERSHIP, name)
                .map(content -> MembershipFile.decode(content, directory.path(name)));
    }

    private static String name(ProjectId project, long serial) {
        return project.value().toHex() + "-" + String.format(Locale.ROOT, "%016x", serial) + SUFFIX;
    }
}
